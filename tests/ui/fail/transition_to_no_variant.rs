use atomic_state::{AtomicState, Variants};

#[derive(Variants, Clone, Copy, PartialEq)]
enum Life {
    Starting,
    Ready,
}

#[derive(AtomicState)]
struct Service {
    #[phase(transitions(Starting => Ready, Ready => ALL))]
    life: Life,
}

fn main() {
    ServiceState::new().advance_life(Life::Ready).unwrap();
}

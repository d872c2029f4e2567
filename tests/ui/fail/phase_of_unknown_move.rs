use atomic_state::{AtomicState, Variants};

#[derive(Variants, Clone, Copy)]
enum Life {
    Starting,
    Ready,
    Stopped,
}

#[derive(AtomicState)]
struct Service {
    #[phase(next = go_on)]
    life: Life,
}

fn main() {
    let _moved = ServiceState::new().go_on(Life::Ready);
}

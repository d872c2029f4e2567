use atomic_state::{AtomicState, Variants};

#[derive(Variants, Clone, Copy)]
enum Life {
    Starting,
    Ready,
    Stopped,
}

#[derive(AtomicState)]
struct Service {
    #[phase(transitions(Starting => Ready, Stopped))]
    life: Life,
}

fn main() {
    let state = ServiceState::new();
    let _seen: Service = state.snapshot();
}

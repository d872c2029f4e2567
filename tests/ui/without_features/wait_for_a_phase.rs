use atomic_state::{AtomicState, Variants};

#[derive(Variants, Clone, Copy)]
enum Life {
    Starting,
    Ready,
    Stopped,
}

#[derive(AtomicState)]
struct Service {
    #[phase(wait = reaches)]
    life: Life,
}

fn main() {
    let state = ServiceState::new();
    state.reaches(Life::Ready).wait();
}

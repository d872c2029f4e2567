use atomic_state::AtomicState;

#[derive(Clone, Copy)]
enum Life {
    Starting,
    Ready,
    Stopped,
}

#[derive(AtomicState)]
struct Service {
    #[phase]
    life: Life,
}

fn main() {
    let state = ServiceState::new();
    let _moved = state.advance_life(Life::Ready);
    let _seen: Service = state.snapshot();
}

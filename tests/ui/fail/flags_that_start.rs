use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[flag(start = true)]
    open: [bool; 4],
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_open(0);
    let _seen: Worker = state.snapshot();
}

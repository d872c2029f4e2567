use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[flag(start = "true")]
    ready: bool,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.set_ready();
    let _seen: Worker = state.snapshot();
}

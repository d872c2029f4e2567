use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter(reset = restart)]
    jobs: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.restart();
    let _seen: Worker = state.snapshot();
}

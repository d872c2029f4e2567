use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[flag]
    #[counter(increment = tick)]
    jobs: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.tick();
    let _seen: Worker = state.snapshot();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter(increment = record_jobs)]
    jobs: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.record_jobs();
    let _seen: Worker = state.snapshot();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[nested]
    #[counter]
    jobs: u8,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.record_jobs(1);
    let _seen: Worker = state.snapshot();
}

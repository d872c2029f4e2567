use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(default = count)]
struct Worker {
    jobs: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.record_jobs(1);
    let _seen: Worker = state.snapshot();
}

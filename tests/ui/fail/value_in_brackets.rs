use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter(record("work"))]
    jobs: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.work(1);
    let _seen: Worker = state.snapshot();
}

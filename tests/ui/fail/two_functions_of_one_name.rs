use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(take_extremes = read, take = read)]
struct Worker {
    #[counter]
    jobs: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.jobs();
    let _seen: Worker = state.snapshot();
}

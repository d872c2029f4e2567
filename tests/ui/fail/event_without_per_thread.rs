use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(event = whole)]
struct Worker {
    #[counter]
    jobs: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

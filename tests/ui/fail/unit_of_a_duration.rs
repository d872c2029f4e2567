use atomic_state::AtomicState;
use std::time::Duration;

#[derive(AtomicState)]
struct Worker {
    #[counter(unit = "ms")]
    busy: Duration,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.busy();
    let _seen: Worker = state.snapshot();
}

use std::time::Duration;

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[gauge(guard = enter)]
    busy: Duration,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

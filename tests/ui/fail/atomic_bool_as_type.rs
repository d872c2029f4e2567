use std::sync::atomic::AtomicBool;

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[flag]
    ready: AtomicBool,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

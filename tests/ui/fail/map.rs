use std::collections::HashMap;

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter]
    by_user: HashMap<u32, u64>,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

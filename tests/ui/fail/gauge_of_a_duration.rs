use std::time::Duration;

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[gauge]
    busy: Duration,
}

fn main() {
    let _seen: Worker = WorkerState::new().snapshot();
}

use std::time::Instant;

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter]
    busy: bool,
    #[counter]
    started: Instant,
}

fn main() {
    WorkerState::new().record_busy(true);
}

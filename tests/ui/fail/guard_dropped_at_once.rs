#![deny(unused_must_use)]

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[gauge(guard = enter)]
    in_flight: u32,
}

fn main() {
    let state = WorkerState::new();
    state.enter();
}

use std::time::Duration;

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    #[value(unit = "ms")]
    last: Duration,
}

fn main() {
    let state = ServiceState::new();
    let _seen: Service = state.snapshot();
}

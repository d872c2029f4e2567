use std::time::Duration;

use atomic_state::{AtomicState, Histogram};

#[derive(AtomicState)]
struct Server {
    #[histogram]
    latency: Option<Histogram<Duration>>,
}

fn main() {
    ServerState::new().record_latency(Duration::ZERO);
}

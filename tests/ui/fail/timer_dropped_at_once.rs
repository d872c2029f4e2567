#![deny(unused_must_use)]

use std::time::Duration;

use atomic_state::{AtomicState, Histogram};

#[derive(AtomicState)]
struct Server {
    #[histogram(timer = time_request)]
    latency: Histogram<Duration>,
}

fn main() {
    let server = ServerState::new();
    server.time_request();
}

use atomic_state::{AtomicState, Histogram};

#[derive(AtomicState)]
struct Server {
    #[histogram(timer = time_request)]
    sizes: Histogram<u64>,
}

fn main() {
    let server = ServerState::new();
    server.time_request().discard();
    server.record_sizes(1500);
}

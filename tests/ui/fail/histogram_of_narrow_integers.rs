use atomic_state::{AtomicState, Histogram};

#[derive(AtomicState)]
struct Server {
    #[histogram]
    sizes: Histogram<u32>,
}

fn main() {
    let server = ServerState::new();
    server.record_sizes(1500);
    let _ = server.snapshot();
}

use atomic_state::{AtomicState, Histogram};

type Sizes = Histogram<u64>;

#[derive(AtomicState)]
struct Server {
    #[histogram(timer = time_request)]
    sizes: Sizes,
}

fn main() {
    let server = ServerState::new();
    server.time_request().discard();
    server.record_sizes(1500);
}

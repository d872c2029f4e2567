use atomic_state::{AtomicState, Histogram};

#[derive(AtomicState)]
struct Server {
    #[histogram(ordering = SeqCst)]
    sizes: Histogram<u64>,
}

fn main() {
    ServerState::new().record_sizes(1500);
}

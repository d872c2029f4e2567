use atomic_state::{AtomicState, Histogram};

#[derive(AtomicState)]
struct Server {
    #[counter]
    sizes: Histogram<u64>,
}

fn main() {
    let _ = ServerState::new().snapshot();
}

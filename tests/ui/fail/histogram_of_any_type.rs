use atomic_state::{AtomicState, Histogram};

#[derive(AtomicState)]
struct Server<T> {
    #[histogram]
    samples: Histogram<T>,
}

fn main() {
    let _ = ServerState::<u64>::new().snapshot();
}

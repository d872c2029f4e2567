use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Server {
    #[histogram]
    sizes: u64,
}

fn main() {
    let server = ServerState::new();
    server.record_sizes(1500);
    let _ = server.sizes().count();
}

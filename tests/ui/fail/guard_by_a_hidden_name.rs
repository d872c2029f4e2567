use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Server {
    #[gauge(guard = begin)]
    in_flight: u32,
}

fn main() {
    let server = ServerState::new();
    let _guard = server.in_flight.enter();
}

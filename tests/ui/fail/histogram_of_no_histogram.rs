use atomic_state::AtomicState;

struct Sizes;

#[derive(AtomicState)]
struct Server {
    #[histogram]
    sizes: Sizes,
}

fn main() {
    let _ = ServerState::new().snapshot();
}

use atomic_state::{AtomicState, ByVariant, Variants};

#[derive(Variants, Clone, Copy)]
enum Reason {
    TimedOut,
}

#[derive(AtomicState)]
struct Client {
    #[counter]
    errors: ByVariant<u64, Reason>,
    #[counter]
    requests: u64,
}

fn main() {
    let state = ClientState::new();
    state.record_requests(1);
}

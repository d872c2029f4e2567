use atomic_state::{AtomicState, ByVariant};

#[derive(Clone, Copy)]
enum Reason {
    TimedOut,
    Refused,
}

#[derive(AtomicState)]
struct Client {
    #[counter]
    errors: ByVariant<Reason, u64>,
}

fn main() {
    let state = ClientState::new();
    state.record_errors(Reason::TimedOut, 1);
    state.record_errors(Reason::Refused, 1);
}

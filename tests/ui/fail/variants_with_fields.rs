use atomic_state::{AtomicState, ByVariant, Variants};

#[derive(Variants, Clone, Copy)]
enum Reason {
    TimedOut,
    Refused(u16),
}

#[derive(AtomicState)]
struct Client {
    #[counter]
    errors: ByVariant<Reason, u64>,
}

fn record(client: &ClientState) {
    client.record_errors(Reason::TimedOut, 1);
}

fn main() {}

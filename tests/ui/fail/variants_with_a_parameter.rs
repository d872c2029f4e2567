use atomic_state::{AtomicState, ByVariant, Variants};

#[derive(Variants, Clone, Copy)]
enum Reason<const N: usize> {
    TimedOut,
    Refused,
}

#[derive(AtomicState)]
struct Client {
    #[counter]
    errors: ByVariant<Reason<2>, u64>,
}

fn main() {
    ClientState::new().record_errors(Reason::Refused, 1);
}

use atomic_state::{AtomicState, Variants};

pub struct ByVariant<E, T>(Vec<(E, T)>);

#[derive(Variants, Clone, Copy)]
enum Reason {
    TimedOut,
}

#[derive(AtomicState)]
struct Client {
    #[counter]
    errors: ByVariant<Reason, u64>,
}

fn main() {}

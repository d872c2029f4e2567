use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    #[value(take = take_last)]
    last: u64,
}

fn main() {
    let _last: u64 = ServiceState::new().take_last();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    #[value(store = put)]
    last: u64,
}

fn main() {
    ServiceState::new().put(1);
}

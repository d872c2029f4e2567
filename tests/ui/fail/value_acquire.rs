use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    #[value(ordering = Acquire)]
    last: u64,
}

fn main() {
    let state = ServiceState::new();
    let _seen: Service = state.snapshot();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    #[value]
    last: String,
}

fn main() {
    let state = ServiceState::new();
    let _seen: Service = state.snapshot();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    #[value(take = take_last)]
    last: Option<u64>,
}

fn main() {
    let state = ServiceState::new();
    state.set_last(Some(1));
    let _seen: Service = state.snapshot();
}

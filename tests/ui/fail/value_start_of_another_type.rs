use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    #[value(start = "100")]
    last: u32,
}

fn main() {
    let state = ServiceState::new();
    let _seen: Service = state.snapshot();
}

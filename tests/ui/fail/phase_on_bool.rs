use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    #[phase]
    life: bool,
}

fn main() {
    let state = ServiceState::new();
    let _seen: Service = state.snapshot();
}

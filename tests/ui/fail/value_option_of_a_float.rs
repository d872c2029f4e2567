use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    #[value]
    last: Option<f64>,
}

fn main() {
    let state = ServiceState::new();
    let _seen: Service = state.snapshot();
}

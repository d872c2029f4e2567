use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service {
    load: f64,
}

fn main() {
    let _seen: Service = ServiceState::new().snapshot();
}

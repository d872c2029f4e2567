use atomic_state::AtomicState;

type Last = Option<i64>;

#[derive(AtomicState)]
struct Service {
    #[value]
    last: Last,
}

fn main() {
    let state = ServiceState::new();
    let _seen: Service = state.snapshot();
}

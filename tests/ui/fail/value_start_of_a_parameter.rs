use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service<T> {
    #[value(start = 1)]
    last: T,
}

fn main() {
    let state = ServiceState::<u8>::new();
    let _seen: Service<u8> = state.snapshot();
}

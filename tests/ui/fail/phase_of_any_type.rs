use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Service<T> {
    #[phase]
    life: T,
}

fn main() {
    let state = ServiceState::<u8>::new();
    let _seen: Service<u8> = state.snapshot();
}

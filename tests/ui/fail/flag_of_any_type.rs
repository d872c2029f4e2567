use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker<T: Copy> {
    #[counter]
    bytes: u64,
    #[flag]
    stop: T,
}

fn main() {
    let state = WorkerState::<bool>::new();
    state.record_bytes(1);
}

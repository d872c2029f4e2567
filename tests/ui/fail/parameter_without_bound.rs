use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker<T> {
    #[counter]
    bytes: T,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::<u64>::new();
    state.set_stop();
}

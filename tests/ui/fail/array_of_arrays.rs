use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter]
    sizes: [[u64; 2]; 4],
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.record_sizes(3, 1);
    let _seen: Worker = state.snapshot();
}

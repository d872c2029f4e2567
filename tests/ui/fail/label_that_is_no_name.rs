use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter(label = "by size")]
    bytes: [u64; 2],
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.record_bytes(1, 1);
    let _seen: Worker = state.snapshot();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter]
    bytes: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    let local = state.local();
    local.record_bytes(1);
    local.set_stop();
    assert_eq!(state.bytes(), 1);
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(visibility = pub)]
struct Worker {
    #[counter]
    bytes: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

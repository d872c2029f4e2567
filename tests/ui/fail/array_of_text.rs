use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter]
    names: [String; 4],
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

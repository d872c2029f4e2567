use atomic_state::AtomicState;

struct Label;

#[derive(AtomicState)]
struct Worker {
    #[skip]
    label: Label,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

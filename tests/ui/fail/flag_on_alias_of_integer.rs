use atomic_state::AtomicState;

type Word = u32;

#[derive(AtomicState)]
struct Worker {
    #[flag]
    ready: Word,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

use atomic_state::AtomicState;

type Word = u32;

#[derive(AtomicState)]
struct Worker {
    #[flag(wait = until_ready)]
    ready: Word,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.until_ready().wait();
    let _seen: Worker = state.snapshot();
}

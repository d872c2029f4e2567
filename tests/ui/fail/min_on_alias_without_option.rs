use atomic_state::AtomicState;

type Nanoseconds = u64;

#[derive(AtomicState)]
struct Worker {
    #[min]
    fastest: Nanoseconds,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

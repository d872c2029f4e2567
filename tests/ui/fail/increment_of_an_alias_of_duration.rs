use atomic_state::AtomicState;

type Busy = std::time::Duration;

#[derive(AtomicState)]
struct Worker {
    #[counter(increment = tick)]
    busy: Busy,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

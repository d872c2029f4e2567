use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter]
    times: [std::time::Instant; 4],
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    let _first = state.times(0);
    let _seen: Worker = state.snapshot();
}

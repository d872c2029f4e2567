use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[gauge]
    open: u64,
    #[max(of = open, record = record_peak)]
    peak: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.peak();
    let _seen: Worker = state.snapshot();
}

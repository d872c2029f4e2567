use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[gauge(wait_zero = drained, ordering = Relaxed)]
    open: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.drained().wait();
    let _seen: Worker = state.snapshot();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[gauge(drain = drained)]
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

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[gauge(per_thread)]
    open: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.add_open(1);
    let _seen: Worker = state.snapshot();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[gauge(per_thread, try_guard = enter)]
    open: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _guard = state.enter(3);
    let _seen: Worker = state.snapshot();
}

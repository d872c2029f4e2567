use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[flag(try-set = try_close)]
    closed: bool,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.try_close();
    let _seen: Worker = state.snapshot();
}

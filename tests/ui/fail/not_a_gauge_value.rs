use std::sync::Arc;

use atomic_state::AtomicState;

#[derive(Clone, Copy)]
struct Name;

#[derive(AtomicState)]
struct Worker {
    #[gauge(guard = enter, owned_guard = enter_owned)]
    name: Name,
    #[flag]
    stop: bool,
}

fn main() {
    static STATE: WorkerState = WorkerState::new();
    std::thread::spawn(|| STATE.set_stop());
    let state = Arc::new(WorkerState::from(STATE.take()));
    let earlier = state.snapshot().since(&state.snapshot());
    state.merge(&earlier);
    println!("{state:?}");
}

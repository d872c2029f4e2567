use std::sync::Arc;

use atomic_state::AtomicState;

#[derive(Clone, Copy)]
struct Name;

#[derive(AtomicState)]
struct Worker {
    #[counter]
    name: Name,
    #[flag]
    stop: bool,
}

fn main() {
    static STATE: WorkerState = WorkerState::new();
    std::thread::spawn(|| STATE.set_stop());
    let state = Arc::new(WorkerState::from(STATE.snapshot()));
    state.record_name(Name);
    println!("{state:?}");
}

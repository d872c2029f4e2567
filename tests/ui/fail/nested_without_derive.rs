use std::sync::Arc;

use atomic_state::AtomicState;

struct Http;

#[derive(AtomicState)]
struct Worker {
    #[nested]
    http: Http,
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

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Route {
    #[counter]
    hits: u64,
}

#[derive(AtomicState)]
struct Worker {
    #[nested]
    routes: [Route; 3],
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

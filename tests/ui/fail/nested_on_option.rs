use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Http {}

#[derive(AtomicState)]
struct Worker {
    #[nested]
    http: Option<Http>,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

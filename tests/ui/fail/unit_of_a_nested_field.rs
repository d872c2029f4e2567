use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Http {}

#[derive(AtomicState)]
struct Worker {
    #[nested(unit = "bytes")]
    http: Http,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Inner {
    #[counter]
    hits: u64,
}

#[derive(AtomicState)]
struct Other {
    #[counter]
    hits: u64,
}

#[derive(AtomicState)]
struct Worker {
    #[nested(state = OtherState)]
    inner: Inner,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.inner();
    let _seen: Worker = state.snapshot();
}

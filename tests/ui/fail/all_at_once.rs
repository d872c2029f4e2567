use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(nam = Live)]
struct Worker {
    bytes: u64,
    #[counter]
    name: String,
    #[flag(ordering = Relaxed)]
    ready: bool,
    #[counter(recrod = add, get = "files")]
    files: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

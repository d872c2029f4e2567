use atomic_state::AtomicState;

mod library {
    #[derive(atomic_state::AtomicState)]
    #[atomic_state(vis = pub(self))]
    pub struct Inner {
        #[counter]
        hits: u64,
    }
}

#[derive(AtomicState)]
struct Worker {
    #[nested]
    inner: library::Inner,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

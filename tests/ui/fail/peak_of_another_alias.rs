use atomic_state::AtomicState;

type Alias = u32;

#[derive(AtomicState)]
struct Worker {
    #[gauge]
    open: u64,
    #[max(of = open)]
    peak: Alias,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    state.peak();
    let _seen: Worker = state.snapshot();
}

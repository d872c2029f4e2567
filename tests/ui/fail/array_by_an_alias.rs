use atomic_state::AtomicState;

type Sizes = [u64; 4];

#[derive(AtomicState)]
struct Worker {
    #[counter]
    sizes: Sizes,
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.set_stop();
    let _seen: Worker = state.snapshot();
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct PoolState {
    #[counter]
    bytes: u64,
    #[flag]
    stop: bool,
}

fn main() {
    let state = PoolStateState::new();
    state.set_stop();
    let _seen: PoolState = state.snapshot();
}

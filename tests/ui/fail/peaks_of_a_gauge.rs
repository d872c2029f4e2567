use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[gauge]
    in_flight: u64,
    #[max(of = in_flight)]
    peaks: [u64; 2],
    #[flag]
    stop: bool,
}

fn main() {
    let state = WorkerState::new();
    state.add_in_flight(1);
    let _seen: Worker = state.snapshot();
}

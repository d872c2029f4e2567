use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter]
    jobs: u64,
}

fn main() {
    let state = WorkerState::new();
    let mut kept = None;
    state.event(|event| kept = Some(event));
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(snapshot = take)]
struct Worker {
    #[counter]
    bytes: u64,
}

fn main() {
    WorkerState::new().take();
}

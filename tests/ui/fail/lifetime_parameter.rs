use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker<'a> {
    #[counter]
    bytes: u64,
    #[flag]
    stop: &'a bool,
}

fn main() {
    let _ = WorkerState::new().snapshot();
}

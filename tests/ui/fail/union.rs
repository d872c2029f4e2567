use atomic_state::AtomicState;

#[derive(AtomicState)]
union Worker {
    bytes: u64,
    files: u64,
}

fn main() {
    let _ = WorkerState::new().snapshot();
}

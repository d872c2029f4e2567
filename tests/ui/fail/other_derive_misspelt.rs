use atomic_state::AtomicState;

#[derive(
    AtomicState,
    Dbug,
)]
struct Worker {
    #[counter]
    bytes: u64,
}

fn main() {
    WorkerState::new().record_bytes(1);
}

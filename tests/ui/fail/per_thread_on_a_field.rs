use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[counter(per_thread)]
    bytes: u64,
}

fn main() {
    WorkerState::new().record_bytes(1);
}

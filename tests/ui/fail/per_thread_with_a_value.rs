use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread = true)]
struct Worker {
    #[counter]
    bytes: u64,
}

fn main() {
    WorkerState::new().local().record_bytes(1);
}

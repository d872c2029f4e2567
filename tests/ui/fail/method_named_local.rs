use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter]
    local: u64,
    #[counter]
    remote: u64,
}

fn main() {
    WorkerState::new().local().record_remote(1);
}

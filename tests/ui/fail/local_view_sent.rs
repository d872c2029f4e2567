use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter]
    bytes: u64,
}

static WORKER: WorkerState = WorkerState::new();

fn main() {
    let local = WORKER.local();
    std::thread::spawn(move || local.record_bytes(1));
}

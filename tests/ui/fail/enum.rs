use atomic_state::AtomicState;

#[derive(AtomicState)]
enum Worker {
    Idle,
    Busy,
}

fn main() {
    let _ = WorkerState::new().snapshot();
}

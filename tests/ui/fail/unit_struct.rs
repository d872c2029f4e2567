use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker;

fn main() {
    let _ = WorkerState::new().snapshot();
}

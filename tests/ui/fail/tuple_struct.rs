use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker(u64, bool);

fn main() {
    let _ = WorkerState::new().snapshot();
}

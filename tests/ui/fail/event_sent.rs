use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter]
    jobs: u64,
}

fn main() {
    let state = WorkerState::new();
    state.event(|event| {
        std::thread::scope(|scope| {
            scope.spawn(|| event.record_jobs(1));
        });
    });
}

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Worker {
    #[flag(wait = until_stopped)]
    stop: bool,
}

async fn run(worker: &WorkerState) {
    worker.set_stop();
    worker.until_stopped().await;
    worker.until_stopped().wait();
    assert!(worker.until_stopped().wait_timeout(std::time::Duration::ZERO));
    assert!(worker.until_stopped().wait_deadline(std::time::Instant::now()));
}

fn main() {
    drop(run(&WorkerState::new()));
}

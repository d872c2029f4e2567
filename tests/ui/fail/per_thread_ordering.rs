use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter(ordering = AcqRel)]
    bytes: u64,
    #[gauge(ordering = Relaxed)]
    level: u32,
}

fn main() {
    let state = WorkerState::new();
    state.record_bytes(1);
    state.local().add_level(1);
}

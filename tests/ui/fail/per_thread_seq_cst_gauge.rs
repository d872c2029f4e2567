use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[gauge(per_thread, ordering = SeqCst)]
    level: u32,
    #[gauge(ordering = SeqCst, set = set_depth)]
    in_one_place: u32,
}

fn main() {
    WorkerState::new().add_level(1);
}

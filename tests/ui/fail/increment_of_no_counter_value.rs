use atomic_state::AtomicState;

#[derive(Clone, Copy)]
struct Money(u64);

#[derive(AtomicState)]
struct Worker {
    #[counter(increment = earn)]
    earned: Money,
}

fn main() {
    WorkerState::new().earn();
    let _ = Money(0).0;
}

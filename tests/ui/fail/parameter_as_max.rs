use atomic_state::{AtomicState, ExtremeValue};

#[derive(AtomicState)]
struct Worker<T: ExtremeValue> {
    #[max]
    largest: T,
}

fn main() {
    let state = WorkerState::<u64>::new();
    let _seen: Worker<u64> = state.snapshot();
}

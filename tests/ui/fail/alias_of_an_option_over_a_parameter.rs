use atomic_state::{AtomicState, ExtremeValue};

type Maybe<T> = Option<T>;

#[derive(AtomicState)]
struct Worker<T: ExtremeValue> {
    #[max]
    largest: Maybe<T>,
}

fn main() {
    let state = WorkerState::<u64>::new();
    let _seen: Worker<u64> = state.snapshot();
}

//! A state in a `static`. Every thread reaches it by name, and nobody hands an `Arc` around.
//!
//! ```text
//! cargo run --example static_state
//! ```

use std::thread;

use atomic_state::AtomicState;

const THREADS: usize = 4;
const ENOUGH: u64 = 1_000_000;

/// What the service has done so far.
#[derive(AtomicState, Debug)]
struct Service {
    /// Requests answered.
    #[counter(increment = answer)]
    answered: u64,
    /// Tells the threads to stop.
    #[flag(set = request_stop, get = is_stopping)]
    stopping: bool,
}

// `new` is a `const fn`, so the static needs no `LazyLock` and no first caller that sets it up.
static SERVICE: ServiceState = ServiceState::new();

/// Answers requests until told to stop, and returns how many.
fn serve() -> u64 {
    let mut answered = 0;
    while !SERVICE.is_stopping() {
        SERVICE.answer();
        answered += 1;
    }
    answered
}

fn main() {
    let threads: Vec<_> = (0..THREADS).map(|_| thread::spawn(serve)).collect();

    while SERVICE.answered() < ENOUGH {
        thread::yield_now();
    }
    SERVICE.request_stop();
    let answered: u64 = threads.into_iter().map(|thread| thread.join().expect("serving does not panic")).sum();

    let seen = SERVICE.snapshot();
    assert_eq!(seen.answered, answered);
    println!("{seen:?}");
}

//! A thread that works once an hour and still stops at once. Between two runs it waits for its stop flag, for an hour
//! at most.
//!
//! ```text
//! cargo run --example periodic_worker
//! ```

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::AtomicState;

/// What the clean-up thread has done so far.
#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct CleanUp {
    /// Runs that are complete.
    #[counter(increment = finish_run)]
    runs: u64,
    /// Set after the first run.
    #[flag(set = get_ready, wait = readiness)]
    ready: bool,
    /// Tells the thread to stop.
    #[flag(set = request_stop, wait = stop_requested)]
    stopping: bool,
}

const INTERVAL: Duration = Duration::from_secs(60 * 60);

fn clean_up_periodically(state: &CleanUpState) {
    loop {
        // Here the work would be done.
        state.finish_run();
        state.get_ready();
        if state.stop_requested().wait_timeout(INTERVAL) {
            return;
        }
    }
}

fn main() {
    let state = Arc::new(CleanUpState::new());
    let for_thread = Arc::clone(&state);
    let worker = thread::spawn(move || clean_up_periodically(&for_thread));

    state.readiness().wait();
    println!("the first run is done, the next one is due in {INTERVAL:?}");

    let asked = Instant::now();
    state.request_stop();
    worker.join().expect("the thread does not panic");
    let took = asked.elapsed();
    println!("stopped {took:?} after it was asked to, with {} run done", state.runs());

    assert_eq!(state.snapshot(), CleanUp { runs: 1, ready: true, stopping: true });
    assert!(took < Duration::from_secs(10), "it should not have slept on");
}

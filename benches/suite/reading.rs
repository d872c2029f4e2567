//! What it costs to read a state of 16 counters, and how that grows with the threads that have recorded.

use std::hint::black_box;
use std::sync::{Arc, Barrier};
use std::thread;

use atomic_state::AtomicState;

use crate::measure::{Contender, compare, repeat, targets};

/// The same counters, shared and per thread.
macro_rules! sixteen {
    ($(#[$attribute:meta])* $name:ident) => {
        #[derive(AtomicState)]
        $(#[$attribute])*
        #[allow(dead_code, reason = "what is read is not looked at")]
        struct $name {
            #[counter] a: u64, #[counter] b: u64, #[counter] c: u64, #[counter] d: u64,
            #[counter] e: u64, #[counter] f: u64, #[counter] g: u64, #[counter] h: u64,
            #[counter] i: u64, #[counter] j: u64, #[counter] k: u64, #[counter] l: u64,
            #[counter] m: u64, #[counter] n: u64, #[counter] o: u64, #[counter] p: u64,
        }
    };
}

sixteen!(Shared);
sixteen!(
    #[atomic_state(per_thread)]
    PerThread
);

/// A state to which so many threads have recorded, all at the same time.
fn recorded_by(threads: usize) -> PerThreadState {
    let state = PerThreadState::new();
    let barrier = Barrier::new(threads);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                state.record_a(1);
                barrier.wait();
            });
        }
    });
    state
}

pub(crate) fn run() {
    let [one, eight, many] = [1, 8, 64].map(|threads| Arc::new(recorded_by(threads)));
    let shared = SharedState::new();
    let snapshot = compare(
        "A snapshot of 16 counters",
        vec![
            Contender::on_threads("derived, shared", 1, &shared, |state, times| {
                repeat(times, |_: u64| _ = black_box(state.snapshot()));
            }),
            Contender::on_threads("per_thread, 1 thread's block", 1, Arc::clone(&one), snapshots),
            Contender::on_threads("per_thread, 8 threads' blocks", 1, Arc::clone(&eight), snapshots),
            Contender::on_threads("per_thread, 64 threads' blocks", 1, Arc::clone(&many), snapshots),
        ],
    );
    let of_many = snapshot.of("per_thread, 64 threads' blocks");
    targets(&[("64 threads' blocks / shared, a snapshot", of_many / snapshot.of("derived, shared"), "≤ 65")]);
    compare(
        "A take of 16 counters",
        vec![
            Contender::on_threads("derived, shared", 1, &shared, |state, times| {
                repeat(times, |_: u64| _ = black_box(state.take()));
            }),
            Contender::on_threads("per_thread, 1 thread's block", 1, Arc::clone(&one), takes),
            Contender::on_threads("per_thread, 8 threads' blocks", 1, Arc::clone(&eight), takes),
            Contender::on_threads("per_thread, 64 threads' blocks", 1, Arc::clone(&many), takes),
        ],
    );
}

fn snapshots(state: &Arc<PerThreadState>, times: u32) {
    repeat(times, |_: u64| _ = black_box(state.snapshot()));
}

fn takes(state: &Arc<PerThreadState>, times: u32) {
    repeat(times, |_: u64| _ = black_box(state.take()));
}

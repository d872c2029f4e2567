//! States that are made and dropped give all their memory back, and so do the threads that recorded in them.

#![cfg(all(not(atomic_state_loom), feature = "per-thread", feature = "wait"))]

use std::sync::{Arc, Barrier};
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, Histogram};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const THREADS: usize = 8;
const STATES: u64 = 1_000;

#[derive(AtomicState, Default)]
#[atomic_state(per_thread)]
struct Pool {
    #[counter]
    bytes: u64,
    #[histogram]
    sizes: Histogram<u64>,
    #[max]
    largest: Option<u64>,
    #[gauge(owned_guard = enter, wait_zero = until_empty)]
    inside: u32,
    #[flag(wait = until_stopped)]
    stop: bool,
}

/// Each thread makes states, records in all threads' latest ones, waits, and drops its own.
fn make_and_drop_states() {
    let round: Vec<Arc<PoolState>> = (0..THREADS).map(|_| Arc::default()).collect();
    let together = Barrier::new(THREADS);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                // All of them live at once, so that every run needs the same numbers for threads.
                together.wait();
                for sample in 0..STATES {
                    let own = Arc::new(PoolState::new());
                    for state in round.iter().chain([&own]) {
                        state.record_bytes(sample);
                        state.record_sizes(sample);
                        state.record_largest(sample);
                    }
                    let guard = own.enter();
                    assert!(!own.until_empty().wait_timeout(Duration::ZERO));
                    assert!(!own.until_stopped().wait_timeout(Duration::ZERO));
                    drop(guard);
                    own.set_stop();
                    own.until_stopped().wait();
                    assert_eq!(own.take().sizes.count(), 1);
                }
                together.wait();
            });
        }
    });
    for state in round {
        assert_eq!(state.snapshot().sizes.count(), STATES * THREADS as u64);
    }
}

/// What a state takes that one thread, which starts now, records in.
fn bytes_of_a_state_of_one_thread() -> usize {
    let measured = thread::spawn(|| {
        let before = MEMORY.current_usage();
        let state = PoolState::new();
        state.record_bytes(1);
        MEMORY.current_usage() - before
    });
    measured.join().expect("it records")
}

/// A thread gets the lowest number that is free. So a state that is made after a crowd has gone is as small as before.
fn a_crowd_leaves_later_states_small() {
    const CROWD: usize = 100;
    let before = bytes_of_a_state_of_one_thread();
    let (state, together) = (PoolState::new(), Barrier::new(CROWD));
    thread::scope(|scope| {
        for _ in 0..CROWD {
            scope.spawn(|| {
                state.record_bytes(1);
                together.wait();
            });
        }
    });
    assert_eq!(bytes_of_a_state_of_one_thread(), before);
}

/// The only test of this program: another one would allocate meanwhile.
#[test]
fn memory_returns_to_where_it_was() {
    a_crowd_leaves_later_states_small();
    // What is made once stays: lists of thread numbers, and what std keeps.
    make_and_drop_states();
    make_and_drop_states();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    for _ in 0..3 {
        make_and_drop_states();
    }
    let (after, peak) = (MEMORY.current_usage(), MEMORY.peak_usage());
    println!("{before} bytes before, {peak} at most, {after} after");
    // One state is larger than this by far, so not one of thousands is left.
    assert!(peak - before > 10_000, "{before} bytes before, {peak} at most");
    assert!(after <= before + 256, "{before} bytes before, {after} after");
}

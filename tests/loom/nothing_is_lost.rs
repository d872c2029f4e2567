//! Promise 3: nothing recorded is lost.

use std::sync::Arc;

use atomic_state::AtomicState;
use loom::sync::atomic::{AtomicU64, Ordering::Relaxed};
use loom::thread;

use super::must_fail;

#[derive(AtomicState)]
struct Worker {
    #[counter(increment = tick, take = drain)]
    ticks: u64,
}

/// Two threads record; after they are joined, the total is read.
fn total_is_exact<S: Send + Sync + 'static>(new: fn() -> S, record: fn(&S), total: fn(&S) -> u64) {
    loom::model(move || {
        let state = Arc::new(new());
        let threads: Vec<_> = (0..2)
            .map(|_| {
                let state = Arc::clone(&state);
                thread::spawn(move || record(&state))
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        assert_eq!(total(&state), 2);
    });
}

#[test]
fn a_snapshot_after_joins_is_exact() {
    total_is_exact(WorkerState::new, |state| state.record_ticks(1), |state| state.snapshot().ticks);
    total_is_exact(WorkerState::new, WorkerState::tick, |state| state.snapshot().ticks);
}

/// Weakened: a load and a store, where the cell has one `fetch_add`.
#[test]
fn twin_that_adds_in_two_steps() {
    must_fail(|| {
        total_is_exact(
            || AtomicU64::new(0),
            |ticks| ticks.store(ticks.load(Relaxed) + 1, Relaxed),
            |ticks| ticks.load(Relaxed),
        );
    });
}

/// A recorder and two takers: the amounts taken and what remains make up what was recorded.
fn takes_add_up<S: Send + Sync + 'static>(new: fn() -> S, record: fn(&S), take: fn(&S) -> u64) {
    loom::model(move || {
        let state = Arc::new(new());
        let [recorder, taker] = [(); 2].map(|()| Arc::clone(&state));
        let recorder = thread::spawn(move || {
            record(&recorder);
            record(&recorder);
        });
        let taker = thread::spawn(move || take(&taker));
        let taken = take(&state) + taker.join().unwrap();
        recorder.join().unwrap();
        assert_eq!(taken + take(&state), 2);
    });
}

#[test]
fn concurrent_takes_lose_nothing_and_see_nothing_twice() {
    takes_add_up(WorkerState::new, WorkerState::tick, WorkerState::drain);
}

/// Weakened: a load and a store of zero, where the cell has one `swap`.
#[test]
fn twin_that_takes_in_two_steps() {
    must_fail(|| {
        takes_add_up(
            || AtomicU64::new(0),
            |ticks| {
                ticks.fetch_add(1, Relaxed);
            },
            |ticks| {
                let taken = ticks.load(Relaxed);
                ticks.store(0, Relaxed);
                taken
            },
        );
    });
}

//! Promise 3: nothing recorded is lost.

use std::sync::Arc;

use atomic_state::AtomicState;
use loom::sync::atomic::{AtomicU64, Ordering::Relaxed};
use loom::thread;

use super::{explore, must_fail};

#[derive(AtomicState)]
struct Worker {
    #[counter(increment = tick, take = drain)]
    ticks: u64,
    #[gauge(guard = enter)]
    inside: u32,
    #[max]
    largest: Option<u32>,
    #[min]
    smallest: Option<u32>,
}

/// Two threads record; after they are joined, the total is read.
fn total_is_exact<S: Send + Sync + 'static>(new: fn() -> S, record: fn(&S), total: fn(&S) -> u64) {
    explore(5, move || {
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

#[test]
fn merges_add_up() {
    total_is_exact(
        WorkerState::new,
        |state| state.merge(&Worker { ticks: 1, inside: 1, largest: None, smallest: None }),
        |state| {
            assert_eq!(state.inside(), 2);
            state.snapshot().ticks
        },
    );
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
    explore(100, move || {
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

#[test]
fn concurrent_takes_of_the_whole_state_lose_nothing() {
    takes_add_up(WorkerState::new, WorkerState::tick, |state| state.take().ticks);
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

#[test]
fn a_gauge_ends_exact_whatever_comes_first() {
    explore(15, || {
        let state = Arc::new(WorkerState::new());
        let other = Arc::clone(&state);
        let other = thread::spawn(move || other.sub_inside(1));
        drop(state.enter());
        state.add_inside(2);
        assert!((1..=2).contains(&state.inside()));
        other.join().unwrap();
        assert_eq!(state.inside(), 1);
    });
}

/// Two threads record a sample each, and what remains is the better one.
fn the_better_sample_stays<S: Send + Sync + 'static>(new: fn() -> S, record: fn(&S, u32), best: fn(&S) -> u32) {
    explore(20, move || {
        let state = Arc::new(new());
        let other = Arc::clone(&state);
        let other = thread::spawn(move || record(&other, 7));
        record(&state, 5);
        other.join().unwrap();
        assert_eq!(best(&state), 7);
    });
}

#[test]
fn no_extreme_is_lost() {
    the_better_sample_stays(
        WorkerState::new,
        |state, sample| {
            state.record_largest(sample);
            state.record_smallest(u32::MAX - sample);
        },
        |state| {
            let seen = state.snapshot();
            assert_eq!(seen.smallest, seen.largest.map(|largest| u32::MAX - largest));
            seen.largest.expect("two samples")
        },
    );
}

/// Weakened: compares and stores, where the cell has `fetch_max`.
#[test]
fn twin_that_compares_and_stores() {
    must_fail(|| {
        the_better_sample_stays(
            || loom::sync::atomic::AtomicU32::new(0),
            |largest, sample| {
                if largest.load(Relaxed) < sample {
                    largest.store(sample, Relaxed);
                }
            },
            |largest| largest.load(Relaxed),
        );
    });
}

/// A taker beside two samples: each is in what was taken, or in what remains, unless a better one is there.
#[test]
fn a_take_loses_no_extreme() {
    explore(5, || {
        let state = Arc::new(WorkerState::new());
        let recorder = Arc::clone(&state);
        let recorder = thread::spawn(move || {
            recorder.record_largest(5);
            recorder.record_largest(7);
        });
        let taken = state.take().largest;
        recorder.join().unwrap();
        assert_eq!(taken.max(state.take().largest), Some(7));
    });
}

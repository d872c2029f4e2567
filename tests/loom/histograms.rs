//! Histograms: promise 3 for what threads share, and promises 3 and 5 for what each thread records in its own block.
//!
//! A histogram of a model has two buckets: one for 0, and one for all else.

use std::sync::Arc;

use atomic_state::{AtomicState, Histogram};
use loom::thread::{self, JoinHandle};

use super::explore;

#[derive(AtomicState, Clone, PartialEq)]
struct Shared {
    #[histogram(take = take_sizes)]
    sizes: Histogram<u64>,
}

/// Another thread with the same state.
fn spawn<S: Send + Sync + 'static, T: 'static>(state: &Arc<S>, run: fn(&S) -> T) -> JoinHandle<T> {
    let state = Arc::clone(state);
    thread::spawn(move || run(&state))
}

fn of(samples: &[u64]) -> Histogram<u64> {
    let mut histogram = Histogram::new();
    samples.iter().for_each(|sample| histogram.record(*sample));
    histogram
}

#[test]
fn a_snapshot_after_joins_is_exact() {
    explore(10, || {
        let state = Arc::new(SharedState::new());
        let other = spawn(&state, |state| {
            state.record_sizes(1);
            state.record_sizes(7);
        });
        state.record_sizes(7);
        other.join().unwrap();
        assert!(state.snapshot().sizes == of(&[1, 7, 7]));
    });
}

#[test]
fn concurrent_takes_lose_nothing_and_see_nothing_twice() {
    explore(100, || {
        let state = Arc::new(SharedState::new());
        let taker = spawn(&state, SharedState::take_sizes);
        let recorder = spawn(&state, |state| state.record_sizes(7));
        let mut taken = state.take().sizes;
        taken.merge(&taker.join().unwrap());
        recorder.join().unwrap();
        taken.merge(&state.take_sizes());
        assert!(taken == of(&[7]));
    });
}

#[cfg(feature = "per-thread")]
mod per_thread {
    use super::*;
    use crate::must_fail;
    use crate::per_thread_events::{explore, spawn};

    #[derive(AtomicState, Clone, PartialEq)]
    #[atomic_state(per_thread)]
    struct PerThread {
        #[histogram(take = take_sizes)]
        sizes: Histogram<u64>,
    }

    /// Of a sample that is 1, the count is the sum.
    fn is_whole(sizes: &Histogram<u64>) {
        assert_eq!(sizes.count(), sizes.sum(), "a torn read");
    }

    #[test]
    fn an_event_records_a_sample_whole() {
        explore(3, 300, || {
            let state = Arc::new(PerThreadState::new());
            let local = state.local();
            let reader = spawn(&state, PerThreadState::snapshot);
            local.event(|event| event.record_sizes(1));
            if let Some(seen) = reader.join().unwrap() {
                is_whole(&seen.sizes);
            }
        });
    }

    /// Outside an event, a snapshot may show the sum without the bucket.
    #[test]
    fn twin_that_records_outside_an_event() {
        must_fail(|| {
            explore(3, 20, || {
                let state = Arc::new(PerThreadState::new());
                let local = state.local();
                let reader = spawn(&state, PerThreadState::snapshot);
                local.record_sizes(1);
                if let Some(seen) = reader.join().unwrap() {
                    is_whole(&seen.sizes);
                }
            });
        });
    }

    #[test]
    fn a_take_has_all_of_an_event_or_nothing() {
        explore(3, 300, || {
            let state = Arc::new(PerThreadState::new());
            let taker = spawn(&state, PerThreadState::take);
            state.event(|event| event.record_sizes(1));
            if let Some(taken) = taker.join().unwrap() {
                is_whole(&taken.sizes);
                let mut all = state.take_sizes();
                is_whole(&all);
                all.merge(&taken.sizes);
                assert!(all == of(&[1]));
            }
        });
    }

    /// A getter that sees a take sees what it took, and so nothing that wraps around zero. Nor does it add what came
    /// later.
    #[test]
    fn a_read_beside_a_take_is_what_was_there_before_it_or_after() {
        explore(1, 300, || {
            let state = Arc::new(PerThreadState::new());
            let reader = super::spawn(&state, PerThreadState::sizes);
            state.record_sizes(7);
            assert!(state.take_sizes() == of(&[7]));
            state.record_sizes(1);
            let seen = reader.join().unwrap();
            assert!([0, 1, 7].contains(&seen.sum()), "{} of {}", seen.count(), seen.sum());
            assert!(seen.count() <= 1, "{} of {}", seen.count(), seen.sum());
        });
    }
}

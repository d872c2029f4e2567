//! Promise 5: an event is whole, and what else the reads of a state `per_thread` stand on. `weaken.sh` takes each fence
//! and each store of the sources away, and one of these models finds it.
//!
//! A reader gives up instead of waiting, since a model has no end while a thread spins. What it then shows is ignored,
//! and each model says how many executions with something to check there must be at least: it can pass without any. For
//! the same reason the thread that records is the model's first, where there is one.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

use atomic_state::__private::{has_given_up, start_over};
use atomic_state::AtomicState;
use loom::thread::{self, JoinHandle};

use super::must_fail;

#[derive(AtomicState, Clone, Copy, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
struct Pair {
    #[counter(take = take_a)]
    a: u8,
    #[counter]
    b: u8,
}

#[derive(AtomicState, Clone, Copy, Debug, PartialEq)]
#[atomic_state(per_thread)]
struct Sample {
    #[counter]
    count: u64,
    #[max]
    largest: Option<u64>,
}

/// Runs a model, with so many changes of thread at most that no thread asked for. Fails if in fewer executions than
/// `least` no reader gave up.
pub(super) fn explore(preemptions: usize, least: usize, model: impl Fn() + Send + Sync + 'static) {
    let checked = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&checked);
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(preemptions);
    builder.check(move || {
        // An execution that failed may have left it.
        start_over();
        model();
        if !has_given_up() {
            counter.fetch_add(1, SeqCst);
        }
    });
    let checked = checked.load(SeqCst);
    println!("{checked} executions");
    assert!(checked >= least, "{checked} executions are too few to test anything");
}

/// Another thread with the same state, which tells what it saw unless some reader of the execution gave up.
pub(super) fn spawn<S: Send + Sync + 'static, T: 'static>(state: &Arc<S>, run: fn(&S) -> T) -> JoinHandle<Option<T>> {
    let state = Arc::clone(state);
    thread::spawn(move || {
        let seen = run(&state);
        (!has_given_up()).then_some(seen)
    })
}

fn event(pair: &PairState) {
    pair.event(|event| {
        event.record_a(1);
        event.record_b(1);
    });
}

fn is_whole(seen: Pair) {
    assert_eq!(seen.a, seen.b, "a torn read");
}

#[test]
fn a_snapshot_has_all_of_an_event_or_nothing() {
    explore(3, 500, || {
        let pair = Arc::new(PairState::new());
        let local = pair.local();
        let reader = spawn(&pair, PairState::snapshot);
        local.event(|event| {
            event.record_a(1);
            event.record_b(1);
        });
        reader.join().unwrap().map(is_whole);
    });
}

/// Without `event`, a snapshot shows the one record and not the other.
#[test]
fn twin_that_records_outside_an_event() {
    must_fail(|| {
        explore(3, 20, || {
            let pair = Arc::new(PairState::new());
            let local = pair.local();
            let reader = spawn(&pair, PairState::snapshot);
            local.record_a(1);
            local.record_b(1);
            reader.join().unwrap().map(is_whole);
        });
    });
}

/// A getter reads one field, and two of them are no snapshot.
#[test]
fn twin_that_reads_by_getters() {
    must_fail(|| {
        explore(3, 20, || {
            let pair = Arc::new(PairState::new());
            let reader = spawn(&pair, |pair| Pair { a: pair.a(), b: pair.b() });
            event(&pair);
            reader.join().unwrap().map(is_whole);
        });
    });
}

#[test]
fn a_take_has_all_of_an_event_or_nothing() {
    explore(3, 500, || {
        let pair = Arc::new(PairState::new());
        let taker = spawn(&pair, PairState::take);
        event(&pair);
        if let Some(taken) = taker.join().unwrap() {
            is_whole(taken);
            let rest = pair.take();
            is_whole(rest);
            assert_eq!(taken.a + rest.a, 1);
        }
    });
}

#[test]
fn a_sample_and_its_event_are_taken_together() {
    explore(3, 300, || {
        let sample = Arc::new(SampleState::new());
        let taker = spawn(&sample, SampleState::take);
        sample.event(|event| {
            event.record_count(1);
            event.record_largest(3);
        });
        if let Some(taken) = taker.join().unwrap() {
            assert_eq!(taken.count == 1, taken.largest.is_some(), "{taken:?}");
            let rest = sample.take();
            assert_eq!(rest.count == 1, rest.largest.is_some(), "{rest:?}");
        }
    });
}

/// The event's sample is no new maximum, and a take restarts the maximum meanwhile.
#[test]
fn a_sample_that_is_no_maximum_counts_in_its_events_interval() {
    explore(3, 200, || {
        let sample = Arc::new(SampleState::new());
        sample.event(|event| {
            event.record_count(1);
            event.record_largest(5);
        });
        let taker = spawn(&sample, SampleState::take);
        sample.event(|event| {
            event.record_largest(3);
            event.record_count(1);
        });
        if let Some(taken) = taker.join().unwrap() {
            let rest = sample.take();
            assert_eq!(taken.count + rest.count, 2);
            assert_eq!(rest.count > 0, rest.largest.is_some(), "{taken:?}, {rest:?}");
        }
    });
}

#[test]
fn a_snapshot_beside_a_take_shows_an_event_before_it_or_after() {
    explore(3, 100, || {
        let pair = Arc::new(PairState::new());
        event(&pair);
        let taker = spawn(&pair, PairState::take);
        let seen = pair.snapshot();
        is_whole(seen);
        assert!(seen.a <= 1, "{seen:?}");
        taker.join().unwrap().map(is_whole);
        assert_eq!(pair.snapshot(), Pair::default());
    });
}

/// What is taken is shown before the take or after it, never with what is recorded after it.
#[test]
fn a_snapshot_does_not_add_what_was_taken_to_what_came_later() {
    explore(3, 4_000, || {
        let pair = Arc::new(PairState::new());
        let reader = spawn(&pair, PairState::snapshot);
        pair.record_a(5);
        assert_eq!(pair.take().a, 5);
        pair.record_a(3);
        if let Some(seen) = reader.join().unwrap() {
            assert!([0, 3, 5].contains(&seen.a), "{seen:?}");
        }
    });
}

/// No thread has recorded: only the base is read.
#[test]
fn a_snapshot_of_saved_values_beside_a_take_is_whole() {
    explore(3, 100, || {
        let pair = Arc::new(PairState::from(Pair { a: 1, b: 1 }));
        let reader = spawn(&pair, PairState::snapshot);
        is_whole(pair.take());
        reader.join().unwrap().map(is_whole);
    });
}

/// A maximum is restarted where it is, in its thread's block.
#[test]
fn a_snapshot_beside_a_take_shows_a_maximum_with_its_count() {
    explore(3, 9_000, || {
        let sample = Arc::new(SampleState::new());
        let reader = spawn(&sample, SampleState::snapshot);
        sample.event(|event| {
            event.record_count(1);
            event.record_largest(1);
        });
        let taken = sample.take();
        assert_eq!((taken.count, taken.largest), (1, Some(1)));
        if let Some(seen) = reader.join().unwrap() {
            assert_eq!(seen.count == 1, seen.largest.is_some(), "{seen:?}");
        }
    });
}

/// A take that another thread has seen is over for it: it sees the base as the take left it, and every share.
#[test]
fn a_snapshot_after_a_take_sees_what_was_taken() {
    explore(3, 20_000, || {
        let pair = Arc::new(PairState::new());
        let others = [
            spawn(&pair, PairState::snapshot),
            spawn(&pair, |pair| {
                let _ = pair.take_a();
                Pair::default()
            }),
        ];
        pair.record_a(5);
        let [seen, _] = others.map(|other| other.join().unwrap());
        if let Some(seen) = seen {
            assert!([0, 5].contains(&seen.a), "{seen:?}");
        }
        assert!([0, 5].contains(&pair.a()));
    });
}

#[test]
fn two_takes_beside_an_event_share_it_out() {
    explore(2, 10_000, || {
        let pair = Arc::new(PairState::new());
        let takers = [(); 2].map(|()| spawn(&pair, PairState::take));
        event(&pair);
        let [first, second] = takers.map(|taker| taker.join().unwrap());
        if let (Some(first), Some(second)) = (first, second) {
            let rest = pair.take();
            [first, second, rest].into_iter().for_each(is_whole);
            assert_eq!(first.a.wrapping_add(second.a).wrapping_add(rest.a), 1);
        }
    });
}

/// Within an event, a snapshot waits for no one, and shows nothing that wraps around zero.
#[test]
fn a_snapshot_within_an_event_does_not_wait() {
    explore(3, 3_500, || {
        let [own, pair] = [(); 2].map(|()| Arc::new(PairState::new()));
        let reader = {
            let pair = Arc::clone(&pair);
            thread::spawn(move || own.event(|_| pair.snapshot()))
        };
        let taker = spawn(&pair, PairState::take);
        pair.record_a(5);
        let seen = reader.join().unwrap();
        assert!([0, 5].contains(&seen.a), "{seen:?}");
        taker.join().unwrap();
    });
}

#[test]
fn a_merge_is_an_event() {
    explore(3, 500, || {
        let pair = Arc::new(PairState::new());
        let reader = spawn(&pair, PairState::snapshot);
        pair.merge(&Pair { a: 1, b: 1 });
        reader.join().unwrap().map(is_whole);
    });
}

//! Promise 1: whoever sees a flag set sees everything that its setter did before.

use std::sync::Arc;

use atomic_state::ordering::weakened::{LoadRelaxed, StoreRelaxed};
use atomic_state::ordering::{AcqRel, Order, Publish, Relaxed as Relaxed_, SeqCst};
use atomic_state::{AtomicState, Counter, Flag};
use loom::sync::atomic::{AtomicU64, Ordering::Relaxed};
use loom::thread;

use super::{explore, must_fail};

#[derive(AtomicState)]
struct Worker {
    #[counter]
    bytes: u64,
    #[flag(try_set = try_stop, clear = go_on)]
    stop: bool,
    #[flag(ordering = SeqCst)]
    done: bool,
}

/// One thread writes a record and memory elsewhere, then sets; another looks.
///
/// The one that sets is the model's first thread. The model checker runs it first, and goes back from each load to the
/// stores that it could have missed. The other way round it would not go back from a change to the other thread's load,
/// if the changing thread had loaded the same place meanwhile, as a merge does.
pub(super) fn publishes<S: Send + Sync + 'static>(
    new: fn() -> S,
    record_and_set: impl Fn(&S) + Send + Sync + 'static,
    seen: impl Fn(&S) -> Option<u64> + Copy + Send + Sync + 'static,
) {
    explore(3, move || {
        let shared = Arc::new((new(), AtomicU64::new(0)));
        let reader = Arc::clone(&shared);
        let reader = thread::spawn(move || {
            if let Some(recorded) = seen(&reader.0) {
                assert_eq!(recorded, 5, "what was recorded in the state");
                assert_eq!(reader.1.load(Relaxed), 7, "what was written elsewhere");
            }
        });
        shared.1.store(7, Relaxed);
        record_and_set(&shared.0);
        reader.join().unwrap();
    });
}

#[test]
fn the_derived_flag_publishes() {
    publishes(
        WorkerState::new,
        |state| {
            state.record_bytes(5);
            state.set_stop();
        },
        |state| state.stop().then(|| state.bytes()),
    );
}

#[test]
fn the_derived_seq_cst_flag_publishes() {
    publishes(
        WorkerState::new,
        |state| {
            state.record_bytes(5);
            state.set_done();
        },
        |state| state.done().then(|| state.bytes()),
    );
}

#[test]
fn the_derived_try_set_publishes() {
    publishes(
        WorkerState::new,
        |state| {
            state.record_bytes(5);
            assert!(state.try_stop());
        },
        |state| state.stop().then(|| state.bytes()),
    );
}

/// Clearing is a store like setting: who sees the flag unset again sees what was done before it was.
#[test]
fn the_derived_clear_publishes() {
    publishes(
        || WorkerState::from(Worker { bytes: 0, stop: true, done: false }),
        |state| {
            state.record_bytes(5);
            state.go_on();
        },
        |state| (!state.stop()).then(|| state.bytes()),
    );
}

/// The cells by hand, in an ordering to choose.
fn cells_publish<O: Publish + 'static>()
where
    Flag<O>: Send + Sync,
{
    publishes(
        || (Counter::<u64>::new(), Flag::<O>::new()),
        |(bytes, stop)| {
            bytes.record(5);
            stop.set();
        },
        |(bytes, stop)| stop.get().then(|| bytes.get()),
    );
}

#[test]
fn the_cells_publish() {
    cells_publish::<AcqRel>();
    cells_publish::<SeqCst>();
}

/// Weakened: the setter's store is Relaxed.
#[test]
fn twin_with_a_relaxed_store() {
    must_fail(cells_publish::<StoreRelaxed>);
}

/// Weakened: the reader's load is Relaxed.
#[test]
fn twin_with_a_relaxed_load() {
    must_fail(cells_publish::<LoadRelaxed>);
}

/// A counter with an ordering of its own: who reads the total sees what was done before it was recorded.
fn counters_publish<O: Order + 'static>()
where
    Counter<u64, O>: Send + Sync,
{
    publishes(
        || (Counter::<u64>::new(), Counter::<u64, O>::new()),
        |(bytes, batches)| {
            bytes.record(5);
            batches.increment();
        },
        |(bytes, batches)| (batches.get() == 1).then(|| bytes.get()),
    );
}

#[test]
fn ordered_counters_publish() {
    counters_publish::<AcqRel>();
    counters_publish::<SeqCst>();
}

/// Weakened: the default, which promises no such thing.
#[test]
fn twin_with_a_relaxed_counter() {
    must_fail(counters_publish::<Relaxed_>);
}

#[derive(AtomicState)]
struct Ordered {
    #[counter]
    bytes: u64,
    #[counter(ordering = AcqRel, take = take_batches, fetch = fetch_batches)]
    batches: u8,
    #[gauge(ordering = AcqRel, set = set_level, try_guard = try_enter)]
    level: i8,
    #[max(ordering = AcqRel, take = take_largest)]
    largest: Option<u8>,
}

type Change = fn(&OrderedState);
type Look = fn(&OrderedState) -> bool;

/// The changes of numbers with an ordering, each with a look that may find it.
const CHANGES: &[(Change, Look)] = &[
    (|state| state.record_batches(1), |state| state.batches() == 1),
    (|state| state.record_batches(1), |state| state.take_batches() == 1),
    (|state| state.record_batches(1), |state| state.fetch_batches(0) == 1),
    (merge_ones, |state| state.batches() == 1),
    (|state| state.add_level(1), |state| state.level() == 1),
    (|state| state.sub_level(1), |state| state.level() == -1),
    (|state| state.set_level(1), |state| state.level() == 1),
    (enter, |state| state.level() == 1),
    (|state| state.add_level(1), |state| state.try_enter(1).is_none()),
    (merge_ones, |state| state.level() == 1),
    (|state| state.record_largest(1), |state| state.largest() == Some(1)),
    (|state| state.record_largest(1), |state| state.take_largest() == Some(1)),
    (merge_ones, |state| state.largest() == Some(1)),
];

fn enter(state: &OrderedState) {
    std::mem::forget(state.try_enter(1));
}

fn merge_ones(state: &OrderedState) {
    state.merge(&Ordered { bytes: 0, batches: 1, level: 1, largest: Some(1) });
}

#[test]
fn all_changes_of_ordered_numbers_publish() {
    for &(change, look) in CHANGES {
        publishes(
            OrderedState::new,
            move |state| {
                state.record_bytes(5);
                change(state);
            },
            move |state| look(state).then(|| state.bytes()),
        );
    }
}

/// Of two threads that try to set the flag, the one that loses sees what the winner did.
fn losers_see_the_winner<O: Publish + 'static>()
where
    Flag<O>: Send + Sync,
{
    explore(2, || {
        let shared = Arc::new((Flag::<O>::new(), AtomicU64::new(0)));
        let first = Arc::clone(&shared);
        let first = thread::spawn(move || {
            first.1.store(7, Relaxed);
            first.0.try_set();
        });
        if !shared.0.try_set() {
            assert_eq!(shared.1.load(Relaxed), 7);
        }
        first.join().unwrap();
    });
}

#[test]
fn losers_of_try_set_see_the_winner() {
    losers_see_the_winner::<AcqRel>();
}

/// Weakened: the swap only acquires.
#[test]
fn twin_whose_swap_does_not_release() {
    must_fail(losers_see_the_winner::<StoreRelaxed>);
}

/// Weakened: the swap only releases.
#[test]
fn twin_whose_swap_does_not_acquire() {
    must_fail(losers_see_the_winner::<LoadRelaxed>);
}

//! Promise 1: whoever sees a flag set sees everything that its setter did before.

use std::sync::Arc;

use atomic_state::ordering::weakened::{LoadRelaxed, StoreRelaxed};
use atomic_state::ordering::{AcqRel, Order, Publish, Relaxed as Relaxed_, SeqCst};
use atomic_state::{AtomicState, Counter, Flag};
use loom::sync::atomic::{AtomicU64, Ordering::Relaxed};
use loom::thread;

use super::must_fail;

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
fn publishes<S: Send + Sync + 'static>(new: fn() -> S, record_and_set: fn(&S), seen: fn(&S) -> Option<u64>) {
    loom::model(move || {
        let shared = Arc::new((new(), AtomicU64::new(0)));
        let setter = Arc::clone(&shared);
        let setter = thread::spawn(move || {
            setter.1.store(7, Relaxed);
            record_and_set(&setter.0);
        });
        if let Some(recorded) = seen(&shared.0) {
            assert_eq!(recorded, 5, "what was recorded in the state");
            assert_eq!(shared.1.load(Relaxed), 7, "what was written elsewhere");
        }
        setter.join().unwrap();
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

/// Of two threads that try to set the flag, the one that loses sees what the winner did.
fn losers_see_the_winner<O: Publish + 'static>()
where
    Flag<O>: Send + Sync,
{
    loom::model(|| {
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

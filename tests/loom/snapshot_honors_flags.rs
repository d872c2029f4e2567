//! Promise 2: a snapshot that shows a flag set includes all that its setter recorded before.

use std::sync::Arc;

use atomic_state::ordering::weakened::{LoadRelaxed, StoreRelaxed};
use atomic_state::ordering::{AcqRel, Publish};
use atomic_state::{AtomicState, Counter, Flag};
use loom::thread;

use super::{explore, must_fail};

/// The counters stand on both sides of the flag, which is read first all the same.
#[derive(AtomicState)]
struct Worker {
    #[counter]
    before: u64,
    #[flag]
    stop: bool,
    #[counter]
    after: u64,
}

#[test]
fn the_derived_snapshot_includes_what_the_setter_recorded() {
    explore(40, || {
        let state = Arc::new(WorkerState::new());
        let setter = Arc::clone(&state);
        let setter = thread::spawn(move || {
            setter.record_before(1);
            setter.record_after(2);
            setter.set_stop();
        });
        let seen = state.snapshot();
        if seen.stop {
            assert_eq!((seen.before, seen.after), (1, 2));
        }
        setter.join().unwrap();
    });
}

#[derive(AtomicState)]
struct Inner {
    #[counter]
    count: u64,
    #[flag]
    stop: bool,
}

/// Counters before, between and in nested states, whose flags are read before all of them.
#[derive(AtomicState)]
struct Outer {
    #[counter]
    count: u64,
    #[nested]
    first: Inner,
    #[nested]
    second: Inner,
}

/// One thread records everywhere and then sets the flag of the state that is declared last.
fn nested_flag_is_honored(read: fn(&OuterState) -> Outer) {
    explore(15, move || {
        let state = Arc::new(OuterState::new());
        let setter = Arc::clone(&state);
        let setter = thread::spawn(move || {
            setter.record_count(1);
            setter.first().record_count(2);
            setter.second().set_stop();
        });
        let seen = read(&state);
        if seen.second.stop {
            assert_eq!((seen.count, seen.first.count), (1, 2));
        }
        setter.join().unwrap();
    });
}

#[test]
fn a_nested_flag_is_honored_across_the_whole_state() {
    nested_flag_is_honored(OuterState::snapshot);
}

#[test]
fn a_take_honors_flags_like_a_snapshot() {
    nested_flag_is_honored(OuterState::take);
}

/// Weakened: each nested state is read whole, one after the other.
#[test]
fn twin_that_reads_nested_states_one_by_one() {
    must_fail(|| {
        nested_flag_is_honored(|state| Outer {
            count: state.count(),
            first: state.first().snapshot(),
            second: state.second().snapshot(),
        });
    });
}

/// Who sees a flag that a merge set, sees the rest of the batch.
fn merge_sets_flags_last(merge: fn(&OuterState, &Outer)) {
    explore(3, move || {
        let state = Arc::new(OuterState::new());
        let merger = Arc::clone(&state);
        let merger = thread::spawn(move || {
            let (first, second) = (Inner { count: 2, stop: true }, Inner { count: 3, stop: false });
            merge(&merger, &Outer { count: 1, first, second });
        });
        if state.first().stop() {
            assert_eq!((state.count(), state.second().count()), (1, 3));
        }
        merger.join().unwrap();
    });
}

#[test]
fn the_derived_merge_sets_flags_last() {
    merge_sets_flags_last(OuterState::merge);
}

/// Weakened: the nested states are merged one after the other.
#[test]
fn twin_that_merges_nested_states_one_by_one() {
    must_fail(|| {
        merge_sets_flags_last(|state, batch| {
            state.record_count(batch.count);
            state.first().merge(&batch.first);
            state.second().merge(&batch.second);
        });
    });
}

/// The snapshot as one would write it by hand, in an order and an ordering to choose.
fn includes_records<O: Publish + 'static>(read: fn(&Counter<u64>, &Flag<O>) -> (u64, bool))
where
    Flag<O>: Send + Sync,
{
    explore(10, move || {
        let cells = Arc::new((Counter::<u64>::new(), Flag::<O>::new()));
        let setter = Arc::clone(&cells);
        let setter = thread::spawn(move || {
            setter.0.record(1);
            setter.1.set();
        });
        let (count, stop) = read(&cells.0, &cells.1);
        assert!(!stop || count == 1);
        setter.join().unwrap();
    });
}

fn flag_first<O: Publish>(count: &Counter<u64>, stop: &Flag<O>) -> (u64, bool) {
    let stop = stop.get();
    (count.get(), stop)
}

#[test]
fn reading_the_flag_first_suffices() {
    includes_records::<AcqRel>(flag_first);
}

/// Weakened: the counter is read first, as the declaration would have it.
#[test]
fn twin_that_reads_the_flag_last() {
    must_fail(|| includes_records::<AcqRel>(|count, stop| (count.get(), stop.get())));
}

/// Weakened: the flag is stored Relaxed.
#[test]
fn twin_with_a_relaxed_store() {
    must_fail(|| includes_records::<StoreRelaxed>(flag_first));
}

/// Weakened: the flag is loaded Relaxed.
#[test]
fn twin_with_a_relaxed_load() {
    must_fail(|| includes_records::<LoadRelaxed>(flag_first));
}

//! Last values: an update loses no other thread's change, and a value with an ordering publishes.

use std::sync::Arc;

use atomic_state::ordering::{AcqRel, Order, Relaxed, SeqCst};
use atomic_state::{AtomicState, Counter, LastValue};
use loom::thread;

use super::flag_publishes::publishes;
use super::{explore, explore_most, must_fail};

#[derive(AtomicState)]
struct Settings {
    #[counter]
    bytes: u64,
    #[value(update = change_average, start = 1.0)]
    average: f64,
    #[value(ordering = AcqRel, swap = swap_last, take = take_last, update = change_last)]
    last: Option<u8>,
}

/// Of two threads that update, each works on what the other left, or the other way round.
#[test]
fn an_update_loses_nothing() {
    explore(5, || {
        let state = Arc::new(SettingsState::new());
        let other = Arc::clone(&state);
        let other = thread::spawn(move || other.change_average(|average| average * 2.0));
        let before = state.change_average(|average| average + 8.0);
        let before_other = other.join().unwrap();
        let (both, expected) = match before {
            1.0 => (before_other, (9.0, 18.0)),
            _ => (before, (2.0, 10.0)),
        };
        assert_eq!((both, state.average()), expected);
    });
}

#[test]
fn three_updates_lose_nothing() {
    explore_most(100, || {
        let state = Arc::new(SettingsState::new());
        let others = [(); 2].map(|()| {
            let state = Arc::clone(&state);
            thread::spawn(move || state.change_average(|average| average + 1.0))
        });
        state.change_average(|average| average + 1.0);
        for other in others {
            other.join().unwrap();
        }
        assert_eq!(state.average(), 4.0);
    });
}

/// Of two threads that take, one gets the value.
#[test]
fn each_value_is_taken_once() {
    explore(2, || {
        let state = Arc::new(SettingsState::new());
        state.set_last(Some(3));
        let other = Arc::clone(&state);
        let other = thread::spawn(move || other.take_last());
        let taken = [state.take_last(), other.join().unwrap()];
        assert!(taken == [Some(3), None] || taken == [None, Some(3)], "{taken:?}");
    });
}

type Change = fn(&SettingsState);
type Look = fn(&SettingsState) -> Option<u64>;

/// Changes of a value that has an ordering.
const CHANGES: &[Change] = &[
    |state| state.set_last(Some(1)),
    |state| _ = state.swap_last(Some(1)),
    |state| _ = state.change_last(|_| Some(1)),
    |state| state.merge(&Settings { bytes: 0, average: 0.0, last: Some(1) }),
];

/// Looks that may find the change, and then see what was recorded before it. That of an update sees it before the value
/// is written back.
const LOOKS: &[Look] = &[
    |state| state.last().map(|_| state.bytes()),
    |state| state.take_last().map(|_| state.bytes()),
    |state| state.swap_last(None).map(|_| state.bytes()),
    |state| {
        let mut seen = None;
        state.change_last(|last| {
            seen = last.map(|_| state.bytes());
            last
        });
        seen
    },
];

#[test]
fn all_changes_of_an_ordered_value_publish() {
    for (change, look) in CHANGES.iter().flat_map(|change| LOOKS.iter().map(move |look| (*change, *look))) {
        publishes(
            SettingsState::new,
            move |state| {
                state.record_bytes(5);
                change(state);
            },
            look,
        );
    }
}

/// Who sees that a value was taken sees what the taking thread did before.
#[test]
fn a_take_publishes() {
    publishes(
        || SettingsState::from(Settings { bytes: 0, average: 0.0, last: Some(1) }),
        |state| {
            state.record_bytes(5);
            _ = state.take_last();
        },
        |state| state.last().is_none().then(|| state.bytes()),
    );
}

fn values_publish<O: Order + 'static>() {
    publishes(
        || (Counter::<u64>::new(), LastValue::<bool, O>::new()),
        |(bytes, ready)| {
            bytes.record(5);
            ready.set(true);
        },
        |(bytes, ready)| ready.get().then(|| bytes.get()),
    );
}

#[test]
fn ordered_values_publish() {
    values_publish::<AcqRel>();
    values_publish::<SeqCst>();
}

/// Weakened: the default, which promises no such thing.
#[test]
fn twin_with_a_relaxed_value() {
    must_fail(values_publish::<Relaxed>);
}

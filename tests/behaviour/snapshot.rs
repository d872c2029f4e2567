//! Ways into and out of a state.

use std::time::Duration;

use atomic_state::{AtomicState, HasState, LiveState};
use serde::{Deserialize, Serialize};

#[derive(AtomicState, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Saved {
    #[counter]
    bytes: u64,
    #[counter]
    busy: Duration,
    #[flag]
    closed: bool,
}

fn some() -> Saved {
    Saved { bytes: 7, busy: Duration::from_millis(5), closed: true }
}

static GLOBAL: SavedState = SavedState::new();

#[test]
fn a_static_state_needs_no_arc() {
    GLOBAL.record_bytes(2);
    assert_eq!(GLOBAL.bytes(), 2);
}

#[test]
fn new_and_default_start_at_zero() {
    assert_eq!(SavedState::new().snapshot(), Saved::default());
    assert_eq!(SavedState::default().snapshot(), Saved::default());
}

#[test]
fn a_state_goes_on_from_saved_values() {
    let state = SavedState::from(some());
    state.record_bytes(3);
    assert_eq!(state.snapshot(), Saved { bytes: 10, ..some() });
}

#[test]
fn a_snapshot_survives_serialization() {
    let text = serde_json::to_string(&SavedState::from(some()).snapshot()).unwrap();
    let restored: Saved = serde_json::from_str(&text).unwrap();
    assert_eq!(SavedState::from(restored).snapshot(), some());
}

#[test]
fn a_snapshot_does_not_change_with_the_state() {
    let state = SavedState::new();
    let before = state.snapshot();
    state.record_bytes(1);
    assert_eq!(before.bytes, 0);
}

#[test]
fn generic_code_goes_both_ways() {
    fn copy<T: HasState>(state: &T::State) -> T::State {
        state.snapshot().into_state()
    }
    assert_eq!(copy::<Saved>(&SavedState::from(some())).snapshot(), some());
}

#[test]
fn a_struct_without_fields_has_a_state_too() {
    #[derive(AtomicState, Debug, PartialEq)]
    struct Nothing {}

    let state = NothingState::from(Nothing {});
    assert_eq!(state.snapshot(), Nothing {});
}

//! `Debug` of a state.

use std::time::Duration;

use atomic_state::{AtomicState, CounterValue};

/// Without `Debug`, as the struct below.
#[derive(Clone, Copy)]
struct Bytes(u64);

impl CounterValue for Bytes {
    type Int = u64;

    fn into_int(self) -> u64 {
        self.0
    }

    fn from_int(int: u64) -> Self {
        Self(int)
    }
}

#[derive(AtomicState)]
struct Plain {
    #[counter]
    r#type: u64,
    #[counter]
    bytes: Bytes,
    #[counter]
    busy: Duration,
    #[flag]
    stop: bool,
}

#[test]
fn debug_shows_the_current_values_without_debug_on_the_struct() {
    let state = PlainState::new();
    state.record_type(3);
    state.record_bytes(Bytes(4));
    state.record_busy(Duration::from_millis(15));
    state.set_stop();
    assert_eq!(format!("{state:?}"), "PlainState { type: 3, bytes: 4, busy: 15ms, stop: true }");
}

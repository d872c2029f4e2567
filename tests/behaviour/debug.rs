//! `Debug` of a state.

use std::sync::Arc;
use std::time::Duration;

use atomic_state::{AtomicState, CounterValue, Histogram};

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

#[test]
fn guards_and_timers_say_what_they_are() {
    #[derive(AtomicState)]
    struct Server {
        #[gauge(guard = enter, owned_guard = enter_owned)]
        in_flight: u32,
        #[histogram(timer = time)]
        latency: Histogram<Duration>,
    }

    let server = Arc::new(ServerState::new());
    assert_eq!(format!("{:?}", server.enter()), "GaugeGuard { .. }");
    assert_eq!(format!("{:?}", server.enter_owned()), "OwnedGaugeGuard { .. }");
    assert!(format!("{:?}", server.time()).starts_with("HistogramTimer { elapsed: "));
}

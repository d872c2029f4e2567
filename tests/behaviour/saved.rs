//! A snapshot of all kinds goes through serde and comes back.

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};
use serde::{Deserialize, Serialize};

#[derive(Variants, Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
enum Phase {
    #[default]
    Starting,
    Ready,
}

#[derive(AtomicState, Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Inner {
    #[counter]
    requests: [u64; 2],
}

#[derive(AtomicState, Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Everything {
    #[counter]
    busy: Duration,
    #[counter]
    by_phase: ByVariant<Phase, u64>,
    #[flag]
    ready: bool,
    #[gauge]
    level: i64,
    #[max]
    largest: Option<u64>,
    #[min]
    smallest: Option<u64>,
    #[value]
    load: f64,
    #[histogram]
    latency: Histogram<Duration>,
    #[nested]
    inner: Inner,
    /// Of a run that is over.
    #[serde(skip)]
    #[phase]
    phase: Phase,
}

#[test]
fn all_but_what_is_skipped_comes_back() {
    let state = EverythingState::new();
    state.record_busy(Duration::from_nanos(u64::MAX >> 3));
    state.record_by_phase(Phase::Ready, u64::MAX - 3);
    state.set_ready();
    state.sub_level(7);
    state.record_largest(u64::MAX - 1);
    state.set_load(0.1);
    state.record_latency(Duration::from_micros(1500));
    state.inner().record_requests(1, 3);
    state.advance_phase(Phase::Ready).unwrap();

    let seen = state.snapshot();
    let text = serde_json::to_string(&seen).unwrap();
    let back: Everything = serde_json::from_str(&text).unwrap();
    assert_eq!(back, Everything { phase: Phase::Starting, ..seen.clone() });
    let next_run = EverythingState::from(back);
    assert_eq!(next_run.snapshot(), Everything { phase: Phase::Starting, ..seen });
}

//! A state with all kinds of field, and values that are hard to write.

use std::sync::Arc;
use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};
use atomic_state_prometheus_client::StateCollector;

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
pub(crate) enum Route {
    Home,
    #[variant(name = "search \"all\"")]
    Search,
}

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
pub(crate) enum Phase {
    Starting,
    Ready,
    Stopped,
}

#[derive(AtomicState)]
pub(crate) struct Requests {
    /// Requests that were answered.
    #[counter(increment = answer)]
    answered: u64,
    /// How much was sent.
    #[counter(unit = "bytes")]
    sent_bytes: u64,
    /// How long answers took.
    #[histogram]
    latency: Histogram<Duration>,
}

#[derive(AtomicState)]
pub(crate) struct Everything {
    #[doc = "Jobs that were \"done\", on \\disk or not."]
    #[counter(increment = finish)]
    jobs: u64,
    /// Time in which threads were busy.
    #[counter]
    busy: Duration,
    /// Whether it is ready.
    #[flag]
    ready: bool,
    /// The level, which can be below zero.
    #[gauge]
    level: i64,
    /// Bytes that wait, more than an `i64` can hold.
    #[max(unit = "bytes")]
    waiting: u64,
    /// The largest job.
    #[max]
    largest: Option<u64>,
    /// The fastest job.
    #[min]
    fastest: Option<Duration>,
    /// The deepest queue of each of three.
    #[max]
    deepest: [u32; 3],
    /// Jobs that failed, by route.
    #[counter]
    failed: ByVariant<Route, u64>,
    /// The last load, if there was one.
    #[value]
    load: Option<f32>,
    /// How long a request may take.
    #[value]
    timeout: Duration,
    /// What the whole is at.
    #[phase]
    phase: Phase,
    /// What each route is at.
    #[value]
    at: ByVariant<Route, Phase>,
    /// How large answers are.
    #[histogram(unit = "bytes")]
    sizes: Histogram<u64>,
    /// Requests, by route.
    #[nested]
    routes: ByVariant<Route, Requests>,
}

/// A collector and two states: one in which much happened, one in which nothing did.
pub(crate) fn collector() -> (StateCollector<EverythingState>, [Arc<EverythingState>; 2]) {
    let collector = StateCollector::new("app").unwrap();
    let states = [(); 2].map(|()| Arc::new(EverythingState::new()));
    collector.add(&[("pool", "a \"b\" \\ c\nd")], &states[0]).unwrap();
    collector.add(&[("pool", "idle"), ("zone", "")], &states[1]).unwrap();
    record(&states[0]);
    (collector, states)
}

fn record(state: &EverythingState) {
    state.finish();
    state.record_busy(Duration::from_millis(1500));
    state.set_ready();
    state.sub_level(3);
    state.record_waiting(u64::MAX - 5);
    state.record_largest(70);
    state.record_fastest(Duration::from_micros(250));
    state.record_deepest(1, 9);
    state.record_failed(Route::Search, 2);
    state.set_load(Some(0.5));
    state.set_timeout(Duration::from_millis(30_500));
    state.advance_phase(Phase::Ready).unwrap();
    state.set_at(Route::Search, Phase::Stopped);
    for size in [0, 1, 3, 1500] {
        state.record_sizes(size);
    }
    state.routes(Route::Home).record_latency(Duration::from_millis(125));
    state.routes(Route::Home).answer();
    state.routes(Route::Search).record_sent_bytes(512);
}

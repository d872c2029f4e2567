//! What a scraper is given.

mod beside;
mod everything;
mod formats;
mod programs;
mod protobuf;
mod states;
mod text;

use atomic_state::LiveState;
use atomic_state_prometheus_client::StateCollector;
use prometheus_client::encoding::{prometheus_text, text as openmetrics_text};
use prometheus_client::registry::Registry;

fn registry<S: LiveState + 'static>(collector: &StateCollector<S>) -> Registry {
    let mut registry = Registry::default();
    registry.register_collector(Box::new(collector.clone()));
    registry
}

/// The page in the form of `OpenMetrics`.
fn openmetrics<S: LiveState + 'static>(collector: &StateCollector<S>) -> String {
    let mut page = String::new();
    openmetrics_text::encode(&mut page, &registry(collector)).expect("a string takes all");
    page
}

/// The page in the form of Prometheus.
fn prometheus<S: LiveState + 'static>(collector: &StateCollector<S>) -> String {
    let mut page = String::new();
    prometheus_text::encode(&mut page, &registry(collector)).expect("a string takes all");
    page
}

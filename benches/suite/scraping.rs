//! What a scrape costs, beside one of prometheus-client's own atomics.

use std::hint::black_box;
use std::sync::Arc;

use atomic_state::AtomicState;
use atomic_state_prometheus_client::StateCollector;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

use crate::measure::{Contender, compare, repeat, targets};

const STATES: u64 = 100;

#[derive(AtomicState)]
#[allow(dead_code, reason = "the exporter reads them")]
struct Pool {
    #[counter]
    counter0: u64,
    #[counter]
    counter1: u64,
    #[counter]
    counter2: u64,
    #[counter]
    counter3: u64,
    #[counter]
    counter4: u64,
    #[counter]
    counter5: u64,
    #[counter]
    counter6: u64,
    #[counter]
    counter7: u64,
    #[counter]
    counter8: u64,
    #[counter]
    counter9: u64,
    #[gauge]
    gauge0: i64,
    #[gauge]
    gauge1: i64,
    #[gauge]
    gauge2: i64,
    #[gauge]
    gauge3: i64,
    #[gauge]
    gauge4: i64,
    #[gauge]
    gauge5: i64,
    #[gauge]
    gauge6: i64,
    #[gauge]
    gauge7: i64,
    #[gauge]
    gauge8: i64,
    #[gauge]
    gauge9: i64,
}

/// The states, and the registry that shows them.
fn ours() -> (Vec<Arc<PoolState>>, Registry) {
    let pools = StateCollector::<PoolState>::new("pool").expect("nothing clashes");
    let states = (0..STATES).map(|number| {
        let state = Arc::new(PoolState::new());
        state.record_counter3(1000 + number);
        pools.add(&[("pool", &number.to_string())], &state).expect("each has a label of its own");
        state
    });
    let states = states.collect();
    let mut registry = Registry::default();
    registry.register_collector(Box::new(pools));
    (states, registry)
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    pool: String,
}

fn theirs() -> Registry {
    let mut registry = Registry::default();
    for number in 0..10 {
        let counters = Family::<Labels, Counter>::default();
        let gauges = Family::<Labels, Gauge>::default();
        for pool in 0..STATES {
            let labels = Labels { pool: pool.to_string() };
            counters.get_or_create(&labels).inc_by(if number == 3 { 1000 + pool } else { 0 });
            gauges.get_or_create(&labels).set(0);
        }
        registry.register(format!("pool_counter{number}"), "", counters);
        registry.register(format!("pool_gauge{number}"), "", gauges);
    }
    registry
}

fn scrapes(registry: &Registry, times: u32) {
    let mut page = String::new();
    repeat(times, |_: u64| {
        page.clear();
        text::encode(&mut page, registry).expect("a string takes all");
        _ = black_box(&page);
    });
}

pub(crate) fn run() {
    let (_states, ours) = ours();
    let theirs = theirs();
    let outcome = compare(
        "A scrape of 100 states of 20 fields",
        vec![
            Contender::on_threads("prometheus-client's own atomics", 1, &theirs, |registry, times| {
                scrapes(registry, times);
            }),
            Contender::on_threads("StateCollector", 1, &ours, |registry, times| scrapes(registry, times)),
        ],
    );
    let ratio = outcome.of("StateCollector") / outcome.of("prometheus-client's own atomics");
    targets(&[("a scrape beside one of prometheus-client's own atomics", ratio, "≤ 1.5")]);
}

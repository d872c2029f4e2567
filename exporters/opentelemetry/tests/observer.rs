//! What an exporter in memory receives.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};
use atomic_state_opentelemetry::{Error, StateObserver};
use opentelemetry::KeyValue;
use opentelemetry::metrics::MeterProvider;
use opentelemetry_sdk::metrics::data::{AggregatedMetrics, Metric, MetricData, ResourceMetrics, ScopeMetrics};
use opentelemetry_sdk::metrics::{InMemoryMetricExporter, SdkMeterProvider};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Reason {
    Timeout,
    Refused,
}

#[derive(AtomicState)]
struct Http {
    #[counter]
    failed: ByVariant<Reason, u64>,
}

#[derive(AtomicState)]
struct Pool {
    /// Jobs that were done.
    #[counter(increment = finish)]
    jobs: u64,
    #[counter(unit = "bytes")]
    sent: u64,
    #[counter]
    busy: Duration,
    #[gauge(unit = "jobs")]
    level: i64,
    #[max]
    largest: Option<u64>,
    #[flag]
    ready: bool,
    #[nested]
    http: Http,
}

static STATIC: PoolState = PoolState::new();

/// A provider whose measurements stay in memory.
struct Collected {
    provider: SdkMeterProvider,
    exporter: InMemoryMetricExporter,
}

impl Collected {
    fn new() -> Self {
        let exporter = InMemoryMetricExporter::default();
        let provider = SdkMeterProvider::builder().with_periodic_exporter(exporter.clone()).build();
        Self { provider, exporter }
    }

    fn observer<S: atomic_state::LiveState>(&self, prefix: &str) -> Result<StateObserver<S>, Error> {
        StateObserver::new(&self.provider.meter("test"), prefix)
    }

    /// Collects, and shows each measurement by its name and attributes.
    fn collect(&self) -> HashMap<String, f64> {
        self.exporter.reset();
        self.provider.force_flush().expect("memory takes all");
        let collected = self.exporter.get_finished_metrics().expect("memory takes all");
        let metrics = collected.iter().flat_map(ResourceMetrics::scope_metrics).flat_map(ScopeMetrics::metrics);
        let mut measured = HashMap::new();
        for (name, value) in metrics.flat_map(measurements) {
            assert!(measured.insert(name.clone(), value).is_none(), "{name} is there twice");
        }
        measured
    }
}

#[allow(clippy::cast_precision_loss, reason = "the numbers here are small")]
fn measurements(metric: &Metric) -> Vec<(String, f64)> {
    let attributes = |attributes: &mut dyn Iterator<Item = &KeyValue>| {
        let mut attributes: Vec<_> = attributes.map(|a| format!("{}={}", a.key, a.value)).collect();
        attributes.sort();
        format!("{}{{{}}}", metric.name(), attributes.join(","))
    };
    match metric.data() {
        AggregatedMetrics::U64(MetricData::Sum(sum)) => {
            assert!(sum.is_monotonic());
            sum.data_points().map(|point| (attributes(&mut point.attributes()), point.value() as f64)).collect()
        }
        AggregatedMetrics::F64(MetricData::Sum(sum)) => {
            assert!(sum.is_monotonic());
            sum.data_points().map(|point| (attributes(&mut point.attributes()), point.value())).collect()
        }
        AggregatedMetrics::F64(MetricData::Gauge(gauge)) => {
            gauge.data_points().map(|point| (attributes(&mut point.attributes()), point.value())).collect()
        }
        other => panic!("no instrument measures {other:?}"),
    }
}

fn assert_same(measured: &HashMap<String, f64>, expected: &[(&str, f64)]) {
    let mut measured: Vec<_> = measured.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let mut expected = expected.to_vec();
    measured.sort_by_key(|(name, _)| *name);
    expected.sort_by_key(|(name, _)| *name);
    assert_eq!(measured, expected);
}

#[test]
fn each_kind_arrives() {
    let collected = Collected::new();
    let pools = collected.observer::<PoolState>("pool").unwrap();
    assert_same(&collected.collect(), &[]);
    let state = Arc::new(PoolState::new());
    pools.add(&[KeyValue::new("service.name", "a")], &state).unwrap();
    state.finish();
    state.record_sent(512);
    state.record_busy(Duration::from_millis(1500));
    state.sub_level(3);
    state.set_ready();
    state.http().record_failed(Reason::Refused, 2);
    let mut expected = vec![
        ("pool_jobs{service.name=a}", 1.0),
        ("pool_sent_bytes{service.name=a}", 512.0),
        ("pool_busy_seconds{service.name=a}", 1.5),
        ("pool_level_jobs{service.name=a}", -3.0),
        ("pool_ready{service.name=a}", 1.0),
        ("pool_http_failed{failed=timeout,service.name=a}", 0.0),
        ("pool_http_failed{failed=refused,service.name=a}", 2.0),
    ];
    assert_same(&collected.collect(), &expected);
    state.record_largest(70);
    expected.push(("pool_largest{service.name=a}", 70.0));
    assert_same(&collected.collect(), &expected);
}

#[test]
fn instruments_have_help_and_units() {
    let collected = Collected::new();
    let pools = collected.observer::<PoolState>("pool").unwrap();
    pools.add(&[], &STATIC).unwrap();
    collected.provider.force_flush().unwrap();
    let finished = collected.exporter.get_finished_metrics().unwrap();
    let metrics = finished.iter().flat_map(ResourceMetrics::scope_metrics).flat_map(ScopeMetrics::metrics);
    let seen: HashMap<_, _> = metrics.map(|metric| (metric.name(), (metric.unit(), metric.description()))).collect();
    assert_eq!(seen["pool_jobs"], ("", "Jobs that were done."));
    assert_eq!(seen["pool_sent_bytes"].0, "By");
    assert_eq!(seen["pool_busy_seconds"].0, "s");
    assert_eq!(seen["pool_level_jobs"].0, "{jobs}");
}

#[test]
fn a_dropped_state_leaves_the_next_collection() {
    let collected = Collected::new();
    let pools = collected.observer::<PoolState>("pool").unwrap();
    let states = [(); 2].map(|()| Arc::new(PoolState::new()));
    for (name, state) in ["a", "b"].into_iter().zip(&states) {
        pools.add(&[KeyValue::new("pool", name)], state).unwrap();
    }
    assert!(collected.collect().contains_key("pool_jobs{pool=b}"));
    let [first, second] = states;
    drop(second);
    let measured = collected.collect();
    assert!(measured.contains_key("pool_jobs{pool=a}") && !measured.contains_key("pool_jobs{pool=b}"), "{measured:?}");
    drop(first);
    assert_same(&collected.collect(), &[]);
}

#[derive(AtomicState)]
#[allow(non_snake_case, reason = "it is what is tested")]
struct Alike {
    #[gauge]
    level: u64,
    #[gauge]
    Level: u64,
}

#[test]
fn mistakes_name_what_is_wrong() {
    let collected = Collected::new();
    let pools = collected.observer::<PoolState>("pool").unwrap();
    pools.add(&[KeyValue::new("pool", "a")], &STATIC).unwrap();
    let error = pools.add(&[KeyValue::new("pool", "a")], &STATIC).unwrap_err();
    assert_eq!(error, Error::SameLabels { labels: "pool=\"a\"".to_owned() });
    let error = pools.add(&[KeyValue::new("failed", "a")], &STATIC).unwrap_err();
    assert!(error.to_string().contains("http.failed"), "{error}");
    pools.add(&[KeyValue::new("quantile", "a")], &STATIC).unwrap_err();
    pools.add(&[KeyValue::new("", "a")], &STATIC).unwrap_err();
    assert!(matches!(collected.observer::<PoolState>("_pool"), Err(Error::Name { .. })));
    assert!(matches!(collected.observer::<PoolState>(&"p".repeat(250)), Err(Error::Name { .. })));
    let error = collected.observer::<AlikeState>("pool").unwrap_err();
    let [name, first, second] = ["pool_level", "level", "Level"].map(str::to_owned);
    assert_eq!(error, Error::Clash { name, first, second });
}

#[derive(AtomicState)]
struct Service {
    #[phase]
    last_reason: Reason,
    #[value]
    load: f64,
    #[histogram]
    latency: Histogram<Duration>,
}

#[test]
fn phases_values_and_histograms_arrive() {
    let collected = Collected::new();
    let services = collected.observer::<ServiceState>("app").unwrap();
    let state = Arc::new(ServiceState::new());
    services.add(&[], &state).unwrap();
    let mut expected = vec![
        ("app_last_reason{app_last_reason=timeout}", 1.0),
        ("app_last_reason{app_last_reason=refused}", 0.0),
        ("app_load{}", 0.0),
        ("app_latency_seconds_count{}", 0.0),
        ("app_latency_seconds_sum{}", 0.0),
    ];
    assert_same(&collected.collect(), &expected);

    state.advance_last_reason(Reason::Refused).unwrap();
    state.set_load(0.5);
    for _ in 0..4 {
        state.record_latency(Duration::from_millis(250));
    }
    expected = vec![
        ("app_last_reason{app_last_reason=timeout}", 0.0),
        ("app_last_reason{app_last_reason=refused}", 1.0),
        ("app_load{}", 0.5),
        ("app_latency_seconds_count{}", 4.0),
        ("app_latency_seconds_sum{}", 1.0),
    ];
    let mut measured = collected.collect();
    for quantile in ["0.5", "0.9", "0.99", "1"] {
        let value = measured.remove(&format!("app_latency_seconds{{quantile={quantile}}}")).unwrap();
        assert!((0.23..=0.2611).contains(&value), "{quantile}: {value}");
    }
    assert_same(&measured, &expected);
}

/// Tells threads to stop, also if a check fails, so that it is not waited for them without end.
struct AtTheEnd<'a>(&'a AtomicBool);

impl Drop for AtTheEnd<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Two counters that are always recorded together.
#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Pair {
    #[counter]
    one: u64,
    #[counter]
    other: u64,
}

#[test]
fn a_collection_shows_one_snapshot() {
    let collected = Collected::new();
    let pairs = collected.observer::<PairState>("pair").unwrap();
    let state = Arc::new(PairState::new());
    pairs.add(&[], &state).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let _end = AtTheEnd(&done);
        scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                state.event(|event| {
                    event.record_one(1);
                    event.record_other(1);
                });
            }
        });
        // Collections between which the other thread did nothing say nothing.
        let (mut before, mut moved) = (0.0, 0);
        while moved < 200 {
            let measured = collected.collect();
            let [one, other] = ["pair_one{}", "pair_other{}"].map(|name| measured[name]);
            assert_eq!(one.to_bits(), other.to_bits(), "they are of one snapshot");
            assert!(one >= before, "a counter went down");
            moved += u32::from(one > before);
            before = one;
        }
    });
}

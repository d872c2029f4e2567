//! What a recorder receives.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram as Samples, Variants};
use atomic_state_metrics::{Error, Publisher};
use metrics::{Counter, CounterFn, Gauge, GaugeFn, Histogram, HistogramFn, Key, KeyName, Metadata, Recorder};
use metrics::{SharedString, Unit};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Reason {
    Timeout,
    Refused,
}

#[derive(AtomicState)]
struct Pool {
    /// Jobs that were done.
    #[counter(increment = finish)]
    jobs: u64,
    #[counter(unit = "bytes")]
    sent: u64,
    /// Time in which threads were busy.
    #[counter]
    busy: Duration,
    #[gauge]
    level: i64,
    #[max]
    slowest: Option<Duration>,
    #[flag]
    ready: bool,
    #[counter]
    failed: ByVariant<Reason, u64>,
}

/// Keeps all that it receives.
#[derive(Default)]
struct Kept {
    values: Arc<Mutex<BTreeMap<String, Vec<String>>>>,
    described: Mutex<Vec<String>>,
}

struct Handle {
    name: String,
    values: Arc<Mutex<BTreeMap<String, Vec<String>>>>,
}

impl Handle {
    fn keep(&self, value: String) {
        self.values.lock().unwrap().entry(self.name.clone()).or_default().push(value);
    }
}

impl CounterFn for Handle {
    fn increment(&self, _: u64) {
        panic!("totals are set");
    }
    fn absolute(&self, value: u64) {
        self.keep(format!("absolute {value}"));
    }
}

impl GaugeFn for Handle {
    fn increment(&self, _: f64) {
        panic!("levels are set");
    }
    fn decrement(&self, _: f64) {
        panic!("levels are set");
    }
    fn set(&self, value: f64) {
        self.keep(format!("set {value}"));
    }
}

impl HistogramFn for Handle {
    fn record(&self, _: f64) {
        panic!("many are recorded at once");
    }
    fn record_many(&self, value: f64, count: usize) {
        self.keep(format!("{count} of {value:.4}"));
    }
}

impl Kept {
    fn describe(&self, kind: &str, key: &KeyName, unit: Option<Unit>, description: &SharedString) {
        let unit = unit.map_or("none", |unit| unit.as_str());
        self.described.lock().unwrap().push(format!("{kind} {} {unit} {description}", key.as_str()));
    }

    fn handle(&self, key: &Key) -> Arc<Handle> {
        let labels: Vec<_> = key.labels().map(|label| format!("{}={}", label.key(), label.value())).collect();
        let name = format!("{}{{{}}}", key.name(), labels.join(","));
        Arc::new(Handle { name, values: Arc::clone(&self.values) })
    }

    /// What it received since the last time.
    fn received(&self) -> Vec<String> {
        let values = std::mem::take(&mut *self.values.lock().unwrap());
        values.into_iter().map(|(name, values)| format!("{name} {}", values.join(", "))).collect()
    }
}

impl Recorder for Kept {
    fn describe_counter(&self, key: KeyName, unit: Option<Unit>, description: SharedString) {
        self.describe("counter", &key, unit, &description);
    }
    fn describe_gauge(&self, key: KeyName, unit: Option<Unit>, description: SharedString) {
        self.describe("gauge", &key, unit, &description);
    }
    fn describe_histogram(&self, key: KeyName, unit: Option<Unit>, description: SharedString) {
        self.describe("histogram", &key, unit, &description);
    }
    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        Counter::from_arc(self.handle(key))
    }
    fn register_gauge(&self, key: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::from_arc(self.handle(key))
    }
    fn register_histogram(&self, key: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::from_arc(self.handle(key))
    }
}

#[test]
fn each_kind_arrives() {
    let state = PoolState::new();
    let mut pool = Publisher::new("pool", &[("pool", "a")]).unwrap();
    state.finish();
    state.record_sent(512);
    state.record_busy(Duration::from_micros(1500));
    state.sub_level(3);
    state.record_failed(Reason::Refused, 2);
    let kept = Kept::default();
    metrics::with_local_recorder(&kept, || pool.publish(&state));
    assert_eq!(
        kept.received(),
        [
            "pool_busy_nanoseconds{pool=a} absolute 1500000",
            "pool_failed{pool=a,failed=refused} absolute 2",
            "pool_failed{pool=a,failed=timeout} absolute 0",
            "pool_jobs{pool=a} absolute 1",
            "pool_level{pool=a} set -3",
            "pool_ready{pool=a} set 0",
            "pool_sent_bytes{pool=a} absolute 512",
        ]
    );
    state.record_slowest(Duration::from_millis(250));
    state.set_ready();
    metrics::with_local_recorder(&kept, || pool.publish(&state));
    let received = kept.received();
    for line in ["pool_slowest_seconds{pool=a} set 0.25", "pool_ready{pool=a} set 1", "pool_jobs{pool=a} absolute 1"] {
        assert!(received.iter().any(|other| other == line), "no line is {line}: {received:#?}");
    }
}

#[derive(AtomicState)]
struct Service {
    #[phase]
    last_reason: Reason,
    #[value]
    load: Option<f32>,
    /// How large answers are.
    #[histogram(take = take_sizes)]
    sizes: Samples<u64>,
}

/// What is published of the phase, with 1 if the reason is the second.
fn reasons(now: u8) -> [String; 2] {
    let values = [("refused", now), ("timeout", 1 - now)];
    values.map(|(name, value)| format!("app_last_reason{{app_last_reason={name}}} set {value}"))
}

#[test]
fn phases_values_and_histograms_arrive() {
    let state = ServiceState::new();
    let mut service = Publisher::new("app", &[]).unwrap();
    let kept = Kept::default();
    let mut publish = || {
        metrics::with_local_recorder(&kept, || service.publish(&state));
        kept.received()
    };
    assert_eq!(publish(), reasons(0), "nothing of an empty histogram or of a missing value");

    state.advance_last_reason(Reason::Refused).unwrap();
    state.set_load(Some(0.5));
    for size in [0, 4, 4, 1024] {
        state.record_sizes(size);
    }
    let [refused, timeout] = reasons(1);
    let rest = [refused, timeout, "app_load{} set 0.5".to_owned()];
    // The middle of a bucket that ends at 4 is 2^(31/16), and that of one that ends at 1024 is 2^(159/16).
    let sizes = "app_sizes{} 1 of 0.0000, 2 of 3.8304, 1 of 980.5858".to_owned();
    assert_eq!(publish(), [&rest[..], &[sizes]].concat());

    // What was gained since, in buckets old and new.
    state.record_sizes(4);
    state.record_sizes(1);
    assert_eq!(publish()[3], "app_sizes{} 1 of 0.9576, 1 of 3.8304");
    assert_eq!(publish(), rest, "nothing was gained");

    // After a restart all is new, also where a bucket has more than before.
    state.take_sizes();
    for _ in 0..5 {
        state.record_sizes(4);
    }
    assert_eq!(publish()[3], "app_sizes{} 5 of 3.8304");
}

#[test]
fn metrics_are_described_once() {
    let mut pool = Publisher::<PoolState>::new("pool", &[]).unwrap();
    let kept = Kept::default();
    for _ in 0..2 {
        metrics::with_local_recorder(&kept, || pool.publish(&PoolState::new()));
    }
    assert_eq!(
        *kept.described.lock().unwrap(),
        [
            "counter pool_jobs none Jobs that were done.",
            "counter pool_sent_bytes bytes ",
            "counter pool_busy_nanoseconds nanoseconds Time in which threads were busy.",
            "gauge pool_level none ",
            "gauge pool_slowest_seconds seconds ",
            "gauge pool_ready none ",
            "counter pool_failed none ",
        ]
    );
}

#[test]
fn without_a_recorder_nothing_happens() {
    Publisher::new("pool", &[]).unwrap().publish(&PoolState::new());
}

/// A name that only time counted in nanoseconds has.
#[derive(AtomicState)]
struct Clashing {
    #[counter]
    busy: Duration,
    #[counter]
    busy_nanoseconds: u64,
}

#[test]
fn mistakes_name_what_is_wrong() {
    let error = |prefix, labels| Publisher::<PoolState>::new(prefix, labels).unwrap_err();
    assert_eq!(error("my-pool", &[]), Error::Prefix { prefix: "my-pool".to_owned() });
    assert_eq!(error("pool", &[("le", "1")]), Error::Label { label: "le".to_owned(), field: None });
    assert!(error("pool", &[("failed", "1")]).to_string().contains("the field `failed`"));
    let error = Publisher::<ClashingState>::new("pool", &[]).unwrap_err();
    let [name, first, second] = ["pool_busy_nanoseconds", "busy", "busy_nanoseconds"].map(str::to_owned);
    assert_eq!(error, Error::Clash { name, first, second });
}

//! `Histogram` and `ByVariant` through serde.

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};
use serde::de::value::{Error, MapDeserializer};
use serde::{Deserialize, Serialize};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Reason {
    TimedOut,
    #[variant(name = "by peer")]
    Refused,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Server {
    #[histogram]
    latency: Histogram<Duration>,
    #[histogram]
    sizes: Histogram<u64>,
}

#[test]
fn a_histogram_keeps_the_buckets_that_are_not_empty() {
    let state = ServerState::new();
    state.record_latency(Duration::from_secs(1));
    state.record_latency(Duration::MAX);
    for size in [0, 0, 1, 1500, u64::MAX] {
        state.record_sizes(size);
    }
    let seen = state.snapshot();
    let text = serde_json::to_string(&seen).unwrap();
    let expected = r#"{"latency":{"sum":4611686019427387904,"buckets":[[0,1],[257,1]]},"#.to_owned()
        + r#""sizes":{"sum":1500,"buckets":[[null,2],[0,1],[85,1],[512,1]]}}"#;
    assert_eq!(text, expected);
    assert_eq!(serde_json::from_str::<Server>(&text).unwrap(), seen);
    assert_eq!(ServerState::from(serde_json::from_str::<Server>(&text).unwrap()).snapshot(), seen);
}

#[test]
fn a_histogram_that_is_wrong_is_an_error() {
    let error = |text| serde_json::from_str::<Histogram<u64>>(text).unwrap_err().to_string();
    let empty = serde_json::from_str::<Histogram<u64>>(r#"{"buckets":[],"sum":0}"#).unwrap();
    assert_eq!(empty, Histogram::new());
    let in_order = serde_json::from_str::<Histogram<u64>>("[7, [[8, 1]]]").unwrap();
    assert_eq!((in_order.sum(), in_order.max()), (7, Some(2)));
    for (text, expected) in [
        (r#"{"sum":0,"buckets":[[513,1]]}"#, "513"),
        // No integer is larger than 1 and not larger than 2 to the power of 3/8.
        (r#"{"sum":0,"buckets":[[3,1]]}"#, "a bucket's index"),
        (r#"{"sum":0,"buckets":[[-1,1]]}"#, "-1"),
        (r#"{"sum":0,"buckets":[[-2147483648,1]]}"#, "-2147483648"),
        (r#"{"sum":0}"#, "missing field `buckets`"),
        (r#"{"buckets":[]}"#, "missing field `sum`"),
        (r#"{"sum":0,"sum":0,"buckets":[]}"#, "duplicate field `sum`"),
        (r#"{"sum":0,"buckets":[],"max":0}"#, "unknown field `max`"),
        (r#"{"sum":0,"buckets":7}"#, "expected pairs of a bucket's index and its count"),
        ("[0]", "invalid length 1"),
        ("0", "expected a histogram's sum and buckets"),
    ] {
        let error = error(text);
        assert!(error.contains(expected), "{text}: {error}");
    }
}

#[test]
fn values_by_variant_are_a_map_by_name() {
    let counts: ByVariant<Reason, u64> = [(Reason::TimedOut, 3), (Reason::Refused, 5)].into_iter().collect();
    let text = serde_json::to_string(&counts).unwrap();
    assert_eq!(text, r#"{"timed_out":3,"by peer":5}"#);
    assert_eq!(serde_json::from_str::<ByVariant<Reason, u64>>(&text).unwrap(), counts);
    let escaped = serde_json::from_str::<ByVariant<Reason, u64>>(r#"{"by\u0020peer":7}"#).unwrap();
    assert_eq!((escaped[Reason::TimedOut], escaped[Reason::Refused]), (0, 7), "a missing one is the default");
}

#[test]
fn values_of_variants_may_be_histograms() {
    let mut latency = ByVariant::<Reason, Histogram<u64>>::default();
    latency[Reason::Refused].record(8);
    let text = serde_json::to_string(&latency).unwrap();
    assert_eq!(text, r#"{"timed_out":{"sum":0,"buckets":[]},"by peer":{"sum":8,"buckets":[[24,1]]}}"#);
    assert_eq!(serde_json::from_str::<ByVariant<Reason, Histogram<u64>>>(&text).unwrap(), latency);
}

#[test]
fn an_unknown_variant_is_an_error() {
    let error = |text| serde_json::from_str::<ByVariant<Reason, u64>>(text).unwrap_err().to_string();
    let unknown = error(r#"{"timed_out":3,"reset":5}"#);
    assert!(unknown.contains("reset") && unknown.contains("timed_out") && unknown.contains("by peer"), "{unknown}");
    assert!(error(r#"{"timed_out":3,"timed_out":5}"#).contains("duplicate field `timed_out`"));
    assert!(error("[3, 5]").contains("a map from the names of variants"));
    let numbers = MapDeserializer::<_, Error>::new([(1_u32, 3_u64)].into_iter());
    let no_name = ByVariant::<Reason, u64>::deserialize(numbers).unwrap_err().to_string();
    assert!(no_name.contains("expected a name"), "{no_name}");
}

//! The encoding that has native histograms.

use prometheus_client::encoding::prometheus_protobuf;

use crate::{everything, registry};

#[test]
fn a_value_above_what_an_i64_holds_spoils_nothing() {
    let (collector, _states) = everything::collector();
    let families = prometheus_protobuf::encode(&registry(&collector)).unwrap();
    let names: Vec<_> = families.iter().map(|family| family.name.as_str()).collect();
    assert!(names.contains(&"app_waiting_bytes") && names.contains(&"app_routes_sent_bytes_total"), "{names:?}");
    let waiting = families.iter().find(|family| family.name == "app_waiting_bytes").unwrap();
    assert!(waiting.metric[0].gauge.as_ref().unwrap().value > 1.8e19);
    assert_eq!(families[0].help, "Jobs that were \"done\", on \\disk or not.");
}

#[test]
fn histograms_are_classic_and_native() {
    let (collector, _states) = everything::collector();
    let families = prometheus_protobuf::encode(&registry(&collector)).unwrap();
    let sizes = families.iter().find(|family| family.name == "app_sizes_bytes").unwrap();
    let [much, nothing] = [0, 1].map(|state: usize| sizes.metric[state].histogram.as_ref().unwrap());
    assert_eq!((much.sample_count, much.bucket.len(), much.schema), (4, 42, 3));
    assert!(much.bucket.last().unwrap().upper_bound.is_infinite());
    assert_eq!((much.zero_count, much.zero_threshold.to_bits()), (1, 0));
    // 1 is in bucket 0, 3 in bucket 13, and 1500 in bucket 85: 2^(84/8) < 1500 <= 2^(85/8).
    let spans: Vec<_> = much.positive_span.iter().map(|span| (span.offset, span.length)).collect();
    assert_eq!(spans, [(0, 1), (12, 1), (71, 1)]);
    assert_eq!(much.positive_delta, [1, 0, 0]);

    assert_eq!((nothing.sample_count, nothing.positive_span.len()), (0, 1), "it is still told from a classic one");
}

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

//! Names, units and labels of families, and the mistakes that there are.

mod clashes;
mod labels;

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Variants};
use atomic_state_families::{Error, Families};

fn names<T: AtomicState>(prefix: &str) -> Vec<String> {
    let families = Families::of::<T>(prefix).expect("nothing clashes");
    families.iter().map(|family| family.name().to_owned()).collect()
}

fn refused<T: AtomicState>(prefix: &str) -> Error {
    Families::of::<T>(prefix).expect_err("it is refused")
}

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Route {
    Home,
    Search,
}

#[derive(AtomicState)]
struct Units {
    #[counter(unit = "bytes")]
    sent: u64,
    #[counter(unit = "bytes")]
    received_bytes: u64,
    #[counter(unit = "bytes")]
    lost_bytes_total: u64,
    #[counter]
    requests_total: u64,
    #[counter]
    busy: Duration,
    #[gauge(unit = "bytes")]
    buffered: u64,
    #[gauge]
    grand_total: u64,
    #[max]
    slowest: Option<Duration>,
    #[min]
    fastest_seconds: Option<Duration>,
    #[flag]
    ready: bool,
}

#[test]
fn a_name_ends_in_its_unit_once_and_never_in_total() {
    assert_eq!(
        names::<Units>("pool"),
        [
            "pool_sent_bytes",
            "pool_received_bytes",
            "pool_lost_bytes",
            "pool_requests",
            "pool_busy_seconds",
            "pool_buffered_bytes",
            "pool_grand_total",
            "pool_slowest_seconds",
            "pool_fastest_seconds",
            "pool_ready",
        ]
    );
    let families = Families::of::<Units>("pool").unwrap();
    let parts: Vec<_> = families.iter().take(4).map(|family| (family.stem(), family.unit_suffix())).collect();
    assert_eq!(
        parts,
        [
            ("pool_sent", Some("bytes")),
            ("pool_received", Some("bytes")),
            ("pool_lost", Some("bytes")),
            ("pool_requests", None),
        ]
    );
}

#[derive(AtomicState)]
struct NamedLikeTheirUnits {
    #[counter(unit = "bytes")]
    bytes: u64,
    #[counter]
    total: u64,
    #[max]
    seconds: Option<Duration>,
}

#[test]
fn something_is_left_of_a_name_that_is_its_unit() {
    assert_eq!(names::<NamedLikeTheirUnits>("pool"), ["pool_bytes", "pool", "pool_seconds"]);
    assert_eq!(names::<NamedLikeTheirUnits>(""), ["bytes", "total", "seconds"]);
    let families = Families::of::<NamedLikeTheirUnits>("").unwrap();
    assert!(families.iter().all(|family| family.unit_suffix().is_none() && family.stem() == family.name()));
}

#[derive(AtomicState)]
struct Inner {
    #[counter]
    hits: u64,
    #[counter]
    errors: ByVariant<Route, u64>,
}

#[derive(AtomicState)]
struct Outer {
    #[nested]
    routes: ByVariant<Route, Inner>,
    #[nested]
    shards: [Inner; 2],
    #[gauge]
    queues: [u32; 3],
    #[skip]
    #[allow(dead_code, reason = "a snapshot has it")]
    note: String,
}

#[test]
fn nested_names_join_and_fields_with_several_values_have_a_label() {
    let families = Families::of::<Outer>("app").unwrap();
    let seen: Vec<_> =
        families.iter().map(|family| (family.name(), family.path(), family.labels().collect::<Vec<_>>())).collect();
    assert_eq!(
        seen,
        [
            ("app_routes_hits", "routes.hits", vec!["routes"]),
            ("app_routes_errors", "routes.errors", vec!["routes", "errors"]),
            ("app_shards_hits", "shards.hits", vec!["shards"]),
            ("app_shards_errors", "shards.errors", vec!["shards", "errors"]),
            ("app_queues", "queues", vec!["queues"]),
        ]
    );
}

#[derive(AtomicState)]
struct Http {
    #[counter]
    requests: u64,
}

#[test]
fn a_prefix_is_a_name() {
    for prefix in ["my-pool", "2pool", "my pool", "größe", "pool.", " "] {
        assert_eq!(refused::<Http>(prefix), Error::Prefix { prefix: prefix.to_owned() });
    }
    assert_eq!(names::<Http>(""), ["requests"]);
}

#[test]
fn a_field_that_is_not_ascii_is_refused() {
    #[derive(AtomicState)]
    struct Tall {
        #[gauge]
        höhe: u64,
    }

    let error = refused::<Tall>("pool");
    assert_eq!(error, Error::Name { field: "höhe".to_owned(), name: "pool_höhe".to_owned() });
}

//! Names, units and labels of families, and the mistakes that there are.

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};
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

macro_rules! clashes {
    ($(
        $test:ident: { $($(#[$attribute:meta])* $field:ident: $type:ty,)* }
            => $name:literal, $first:literal, $second:literal;
    )*) => {$(
        #[test]
        fn $test() {
            #[derive(AtomicState)]
            struct Clashing {
                $($(#[$attribute])* $field: $type,)*
            }

            let error = refused::<Clashing>("pool");
            let [name, first, second] = [$name, $first, $second].map(str::to_owned);
            let message = error.to_string();
            assert_eq!(error, Error::Clash { name, first, second });
            assert!(message.contains($first) && message.contains($second), "{message}");
        }
    )*};
}

#[derive(AtomicState)]
struct Http {
    #[counter]
    requests: u64,
}

clashes! {
    a_nested_field_and_one_that_is_spelt_out: {
        #[counter]
        http_requests: u64,
        #[nested]
        http: Http,
    } => "pool_http_requests", "http_requests", "http.requests";

    a_counter_and_a_gauge_that_ends_in_total: {
        #[gauge]
        request_total: u64,
        #[counter]
        request: u64,
    } => "pool_request_total", "request_total", "request";

    a_counter_and_a_gauge: {
        #[counter]
        request_total: u64,
        #[gauge]
        request: u64,
    } => "pool_request", "request_total", "request";

    two_counters_of_which_one_says_total: {
        #[counter]
        request: u64,
        #[counter]
        request_total: u64,
    } => "pool_request", "request", "request_total";

    a_unit_and_one_that_is_spelt_out: {
        #[counter(unit = "bytes")]
        sent: u64,
        #[gauge]
        sent_bytes: u64,
    } => "pool_sent_bytes", "sent", "sent_bytes";

    a_histogram_and_one_of_its_own_samples: {
        #[histogram]
        latency: Histogram<u64>,
        #[gauge]
        latency_count: u64,
    } => "pool_latency_count", "latency", "latency_count";

    a_histogram_and_a_counter_with_its_name: {
        #[counter]
        sizes: u64,
        #[histogram]
        sizes_total: Histogram<u64>,
    } => "pool_sizes_total", "sizes", "sizes_total";

    a_counter_and_the_time_of_its_creation: {
        #[counter]
        jobs: u64,
        #[gauge]
        jobs_created: u64,
    } => "pool_jobs_created", "jobs", "jobs_created";
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

#[test]
fn a_label_is_no_name_that_prometheus_keeps() {
    #[derive(AtomicState)]
    struct Reserved {
        #[counter]
        le: ByVariant<Route, u64>,
    }

    #[derive(AtomicState)]
    struct Around {
        #[nested]
        inner: Reserved,
    }

    let error = refused::<Around>("pool");
    assert_eq!(error, Error::Label { label: "le".to_owned(), field: Some("inner.le".to_owned()) });
    assert_eq!(error.to_string(), "the field `inner.le` has the label `le`, which is no name that labels can have");
}

#[test]
fn nested_labels_differ() {
    #[derive(AtomicState)]
    struct Leaf {
        #[counter]
        kind: ByVariant<Route, u64>,
    }

    #[derive(AtomicState)]
    struct Root {
        #[nested]
        kind: ByVariant<Route, Leaf>,
    }

    let error = refused::<Root>("pool");
    let [first, second] = ["kind", "kind.kind"].map(|path| Some(path.to_owned()));
    assert_eq!(error, Error::LabelTwice { label: "kind".to_owned(), first, second });
}

#[derive(AtomicState)]
struct Service {
    #[phase]
    route: Route,
    #[value]
    load: Option<f32>,
    #[value]
    timeout: Duration,
    #[value(label = "region")]
    mode: ByVariant<Route, Route>,
    #[histogram]
    latency: Histogram<Duration>,
}

#[test]
fn phases_and_values() {
    assert_eq!(
        names::<Service>("app"),
        ["app_route", "app_load", "app_timeout_seconds", "app_mode", "app_latency_seconds"]
    );
    let families = Families::of::<Service>("app").unwrap();
    let states: Vec<_> = families.iter().map(|family| family.states().len()).collect();
    assert_eq!(states, [2, 0, 0, 0, 0]);
    // The label of a phase, and of a value that may be an enum, is named as the family.
    for label in ["app_route", "app_mode", "region"] {
        let error = families.check_labels([label], atomic_state_families::is_label).unwrap_err();
        assert!(matches!(error, Error::LabelTwice { first: Some(_), .. }), "{error}");
    }
}

#[test]
fn a_field_whose_label_is_its_own_name_as_a_metric() {
    #[derive(AtomicState)]
    struct Twice {
        #[value(label = "app_mode")]
        mode: ByVariant<Route, Route>,
    }

    let error = refused::<Twice>("app");
    assert!(matches!(error, Error::LabelTwice { .. }), "{error}");
    assert_eq!(names::<Twice>("other"), ["other_mode"]);
}

#[test]
fn labels_of_a_state_are_checked() {
    let families = Families::of::<Outer>("app").unwrap();
    let check = |labels: &[&str]| families.check_labels(labels.iter().copied(), atomic_state_families::is_label);
    assert_eq!(check(&["pool", "zone"]), Ok(()));
    assert_eq!(check(&["le"]), Err(Error::Label { label: "le".to_owned(), field: None }));
    let twice = |label: &str, first: Option<&str>| {
        Err(Error::LabelTwice { label: label.to_owned(), first: first.map(str::to_owned), second: None })
    };
    assert_eq!(check(&["zone", "zone"]), twice("zone", None));
    assert_eq!(check(&["errors"]), twice("errors", Some("routes.errors")));
}

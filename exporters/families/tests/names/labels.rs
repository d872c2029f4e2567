//! The names of labels.

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram};
use atomic_state_families::{Error, Families};

use super::{Outer, Route, names, refused};

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

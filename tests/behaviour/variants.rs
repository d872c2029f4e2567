//! `#[derive(Variants)]` and `ByVariant` by themselves.

use atomic_state::{ByVariant, Variants};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Reason {
    TimedOut = 7,
    #[variant(name = "refused by peer")]
    Refused = 1 << 2,
    HTTPError,
    r#Try,
}

#[test]
fn names_are_in_snake_case_or_as_told() {
    assert_eq!(Reason::NAMES, ["timed_out", "refused by peer", "http_error", "try"]);
}

#[test]
fn an_index_is_the_place_whatever_the_discriminant() {
    assert_eq!(Reason::ALL.iter().map(|reason| reason.index()).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert_eq!(Reason::ALL[1], Reason::Refused);
}

#[test]
fn an_enum_may_be_empty() {
    #[derive(Variants, Clone, Copy)]
    enum Never {}

    assert!(Never::ALL.is_empty() && Never::NAMES.is_empty());
    assert_eq!(ByVariant::<Never, u64>::default().iter().count(), 0);
}

#[test]
fn a_value_is_found_by_its_variant() {
    let mut counts = ByVariant::<Reason, u64>::default();
    counts[Reason::Refused] += 2;
    assert_eq!((counts[Reason::Refused], counts[Reason::TimedOut]), (2, 0));
    assert_ne!(counts, ByVariant::default());
}

#[test]
fn values_come_with_their_variants_in_order() {
    let mut counts = ByVariant::from_fn(|reason: Reason| reason.index());
    counts.iter_mut().for_each(|(_, count)| *count *= 10);
    let seen: Vec<_> = counts.into_iter().collect();
    assert_eq!(seen, [(Reason::TimedOut, &0), (Reason::Refused, &10), (Reason::HTTPError, &20), (Reason::r#Try, &30)]);
}

#[test]
fn values_can_be_changed_in_a_loop() {
    let mut limits = ByVariant::from_fn(|reason: Reason| reason.index());
    for (_, limit) in &mut limits {
        *limit += 10;
    }
    assert_eq!(limits.iter().map(|(_, limit)| *limit).collect::<Vec<_>>(), [10, 11, 12, 13]);
}

#[test]
fn what_does_not_come_is_the_default_and_the_last_of_two_counts() {
    let counts: ByVariant<_, _> = [(Reason::r#Try, 1), (Reason::Refused, 2), (Reason::r#Try, 3)].into_iter().collect();
    assert_eq!(counts, ByVariant::from_fn(|reason: Reason| [0, 2, 0, 3][reason.index()]));
}

#[test]
fn it_is_shown_as_a_map_of_names() {
    let counts = ByVariant::from_fn(|reason: Reason| reason.index());
    assert_eq!(format!("{counts:?}"), r#"{"timed_out": 0, "refused by peer": 1, "http_error": 2, "try": 3}"#);
}

#[test]
fn it_is_copied_and_cloned_as_its_values_are() {
    let counts = ByVariant::from_fn(|reason: Reason| reason.index());
    let copy = counts;
    assert_eq!(copy, counts);
    let texts = ByVariant::from_fn(|reason: Reason| Reason::NAMES[reason.index()].to_owned());
    assert_eq!(texts.clone(), texts);
}

//! `#[max]`: the largest of all samples.

use super::extreme::{methods, sample, why};
use super::{Access, Kind, Method, Ordering, PlainType, Reach, Setting, new, value};

pub(super) static KIND: Kind = Kind {
    name: "max",
    module: "max",
    types: "`Option` of an integer or `Duration`, or an unsigned integer or `Duration` that starts at zero",
    bound: Some("ExtremeValue"),
    misfit: |ty| match ty {
        PlainType::Bool => Some("there is no largest `bool`: use `#[flag]`"),
        PlainType::Signed => Some("no signed integer is a start that all samples beat: write it in an `Option`"),
        PlainType::Optional(inner) => inner.no_sample(),
        _ => None,
    },
    cell: |part| part.without_ordering("Max"),
    initial: new,
    methods: methods!("largest"),
    implements: None,
    orderings: &[Ordering::Relaxed],
    why_not_relaxed: "",
    settings: &[Setting::Unit],
    read_first: false,
    why,
    shared_out: true,
    with_key: None,
};

//! `#[min]`: the smallest of all samples.

use super::extreme::{methods, sample, why};
use super::{Access, Kind, Method, Ordering, PlainType, Reach, Setting, new, value};

pub(super) static KIND: Kind = Kind {
    name: "min",
    module: "min",
    types: "`Option` of an integer or `Duration`",
    bound: Some("ExtremeValue"),
    misfit: |ty| match ty {
        PlainType::Bool => Some("there is no smallest `bool`: use `#[flag]`"),
        PlainType::Unsigned | PlainType::Signed | PlainType::Duration => {
            Some("without a sample there is no smallest one: write the type in an `Option`, which is `None` until then")
        }
        PlainType::Optional(inner) => inner.no_sample(),
        _ => None,
    },
    cell: |part| part.without_ordering("Min"),
    initial: new,
    methods: methods!("smallest"),
    implements: None,
    orderings: &[Ordering::Relaxed],
    why_not_relaxed: "",
    settings: &[Setting::Unit],
    read_first: false,
    why,
    shared_out: true,
    with_key: None,
};

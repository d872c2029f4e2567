//! What `#[max]` and `#[min]` have in common.

/// The methods of a field that keeps the largest or smallest sample, where `$best` says which.
macro_rules! methods {
    ($best:literal) => {
        &[
            Method {
                key: "record",
                prefix: Some("record_"),
                arguments: &[("sample", Type::Sample)],
                shares: Shares::WritesOwnWithin,
                does: concat!(
                    "Keeps `sample` in `{field}` if it is the ",
                    $best,
                    " so far. Otherwise, which is the usual case, this is one load and writes nothing."
                ),
                ..Method::PLAIN
            },
            Method {
                key: "get",
                prefix: Some(""),
                returns: Some(Type::Value),
                shares: Shares::ReadsAll,
                does: concat!("The ", $best, " sample of `{field}` so far."),
                ..Method::PLAIN
            },
            Method {
                key: "take",
                returns: Some(Type::Value),
                shares: Shares::TakesAll,
                does: concat!("Returns the ", $best, " sample of `{field}` so far, and starts anew."),
                ..Method::PLAIN
            },
        ]
    };
}
pub(super) use methods;

use super::{NO_FLOAT, Sort};

/// Why a sample cannot be of a sort.
pub(super) const NO_SAMPLE: &[(Sort, &str)] = &[
    (Sort::Optional, "one `Option` is enough: it is `None` until the first sample"),
    (Sort::Float, NO_FLOAT),
    (Sort::Bool, "a sample is an integer or a `Duration`: use `#[flag]` for a `bool`"),
];

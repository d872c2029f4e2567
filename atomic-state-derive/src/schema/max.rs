//! `#[max]`: the largest of all samples.

use super::extreme::{NO_SAMPLE, methods};
use super::{Cell, Kind, Method, NUMBER_ORDERINGS, Setting, Share, Shares, Sort, Type, Words};

pub(super) static KIND: Kind = Kind {
    name: "max",
    module: "max",
    types: "`Option` of an integer or `Duration`, or an unsigned integer or `Duration` that starts at zero",
    misfits: &[
        (Sort::Bool, "there is no largest `bool`: use `#[flag]`"),
        (
            Sort::Signed,
            "no signed integer is smaller than all samples: write it in an `Option`, which starts as `None`",
        ),
        (Sort::Parameter, "this could be any type, and not all have a smallest value: write it in an `Option`"),
    ],
    optional_misfits: NO_SAMPLE,
    fits: "__private::max::MaxField",
    bound: Some("ExtremeValue"),
    cell: Cell::Of("Max"),
    share: Some(Share::SameCell),
    methods: methods!("largest"),
    settings: &[Setting::Unit],
    orderings: NUMBER_ORDERINGS,
    why_not_relaxed: "",
    publishes: false,
    words: Words {
        starts: "Maxima start without a sample.",
        takes: "Maxima restart without a sample.",
        merges: "Maxima keep the larger sample.",
    },
    with_key: None,
};

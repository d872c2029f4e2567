//! `#[min]`: the smallest of all samples.

use super::extreme::{NO_SAMPLE, methods};
use super::{Cell, Kind, Method, NO_FLOAT, NUMBER_ORDERINGS, Setting, Share, Shares, Sort, Type, Words};

const NO_START: &str =
    "there is no smallest sample before the first: write the type in an `Option`, which starts as `None`";

pub(super) static KIND: Kind = Kind {
    name: "min",
    module: "min",
    types: "`Option` of an integer or `Duration`",
    misfits: &[
        (Sort::Bool, "there is no smallest `bool`: use `#[flag]`"),
        (Sort::Float, NO_FLOAT),
        (Sort::Unsigned, NO_START),
        (Sort::Signed, NO_START),
        (Sort::Duration, NO_START),
        (Sort::Parameter, NO_START),
    ],
    optional_misfits: NO_SAMPLE,
    fits: "__private::min::MinField",
    bound: Some("ExtremeValue"),
    cell: Cell::Of("Min"),
    share: Some(Share::SameCell),
    extreme: true,
    methods: methods!("smallest"),
    settings: &[Setting::Unit, Setting::Shared],
    orderings: NUMBER_ORDERINGS,
    several: true,
    words: Words {
        starts: "A minimum starts as `None`.",
        takes: "Minima restart.",
        merges: "Minima keep the smaller sample.",
    },
    ..Kind::PLAIN
};

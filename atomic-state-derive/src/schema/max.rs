//! `#[max]`: the largest of all samples.

use super::extreme::{NO_SAMPLE, methods};
use super::{Cell, Kind, Method, NO_FLOAT, NUMBER_ORDERINGS, Setting, Share, Shares, Sort, Type, Words};

pub(super) static KIND: Kind = Kind { with_key: Some(("of", &PEAK)), ..MAX };

/// The highest level that a gauge of the struct has had, from the gauge's own changes.
static PEAK: Kind = Kind {
    module: "gauge",
    misfits: &[(Sort::Optional, "the peak of a gauge has the gauge's own type: write it without `Option`")],
    fits: "GaugeValue",
    bound: Some("GaugeValue"),
    cell: Cell::PeakOf("gauge"),
    share: None,
    methods: &[
        Method {
            key: "get",
            prefix: Some(""),
            returns: Some(Type::Value),
            shares: Shares::ReadsAll,
            does: "The highest level of `{gauge}` so far.",
            ..Method::PLAIN
        },
        Method {
            key: "take",
            returns: Some(Type::Value),
            shares: Shares::TakesAll,
            does: "Returns the highest level of `{gauge}` so far, and starts anew at the level there is.",
            ..Method::PLAIN
        },
    ],
    settings: &[Setting::Of, Setting::Unit],
    orderings: &[],
    words: Words {
        starts: "Peaks start at zero.",
        takes: "Peaks restart at the level there is.",
        merges: "Peaks keep the higher level.",
    },
    ..MAX
};

const MAX: Kind = Kind {
    name: "max",
    module: "max",
    types: "`Option` of an integer or `Duration`, or an unsigned integer or `Duration` that starts at zero",
    misfits: &[
        (Sort::Bool, "there is no largest `bool`: use `#[flag]`"),
        (Sort::Float, NO_FLOAT),
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
    extreme: true,
    methods: methods!("largest"),
    settings: &[Setting::Unit, Setting::Shared, Setting::Of],
    orderings: NUMBER_ORDERINGS,
    several: true,
    words: Words {
        starts: "A maximum starts as `None`, or at zero if it is no `Option`.",
        takes: "Maxima restart.",
        merges: "Maxima keep the larger sample.",
    },
    ..Kind::PLAIN
};

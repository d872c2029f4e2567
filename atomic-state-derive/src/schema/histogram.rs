//! `#[histogram]`: how often which samples occurred.

use super::{Body, Cell, Kind, Method, Setting, Share, Shares, Sort, Type, Words};

const INSTEAD: &str =
    "a histogram's field is a `Histogram<u64>` or a `Histogram<Duration>`, of `atomic_state::Histogram`";

pub(super) static KIND: Kind = Kind {
    name: "histogram",
    module: "histogram",
    types: "`Histogram<u64>` or `Histogram<Duration>`",
    misfits: &[
        (Sort::Bool, INSTEAD),
        (Sort::Unsigned, INSTEAD),
        (Sort::Signed, INSTEAD),
        (Sort::Float, INSTEAD),
        (Sort::Duration, INSTEAD),
        (Sort::Optional, "a histogram is empty until the first sample: write the `Histogram` without `Option`"),
    ],
    fits: "__private::histogram::HistogramField",
    cell: Cell::Of("LiveHistogram"),
    several: true,
    share: Some(Share::SingleWriter),
    methods: &[
        Method {
            key: "record",
            prefix: Some("record_"),
            arguments: &[("sample", Type::Sample)],
            does: "Counts `sample` in `{field}`.",
            ..Method::PLAIN
        },
        Method {
            key: "get",
            prefix: Some(""),
            returns: Some(Type::Value),
            shares: Shares::ReadsAll,
            does: "The samples of `{field}` so far. The sum may be ahead of the buckets or behind them, by the records \
                   under way.",
            ..Method::PLAIN
        },
        Method {
            key: "take",
            returns: Some(Type::Value),
            shares: Shares::TakesAll,
            does: "Returns the samples of `{field}` so far, and starts anew. If several threads take, each sample goes \
                   to one of them.",
            ..Method::PLAIN
        },
        Method {
            key: "timer",
            feature: Some("std"),
            returns: Some(Type::Timer),
            body: Body::Timer,
            does: "Starts a timer. When it is dropped, `{field}` counts the time since: at the end of a scope, on an \
                   early return, in a panic, or when a future is cancelled. Its `discard` records nothing.",
            ..Method::PLAIN
        },
    ],
    settings: &[Setting::Unit, Setting::Shared],
    words: Words { starts: "Histograms start empty.", takes: "Histograms restart empty.", merges: "Histograms add." },
    ..Kind::PLAIN
};

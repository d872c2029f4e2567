//! `#[counter]`: a number that threads add to.

use super::{Cell, Demand, Kind, Method, NO_FLOAT, NUMBER_ORDERINGS, Setting, Share, Shares, Sort, Type, Words};

pub(super) static KIND: Kind = Kind {
    name: "counter",
    module: "counter",
    types: "`u8`, `u16`, `u32`, `u64`, `usize`, `Duration`, or a type that implements `CounterValue`",
    misfits: &[
        (Sort::Bool, "a `bool` does not count: use `#[flag]`"),
        (
            Sort::Signed,
            "a counter only goes up: use an unsigned integer, or `#[gauge]` for a number that also goes down",
        ),
        (Sort::Float, NO_FLOAT),
        (Sort::Optional, "a counter always has a total, zero at the start: write the type without `Option`"),
    ],
    fits: "CounterValue",
    bound: Some("CounterValue"),
    cell: Cell::Of("Counter"),
    share: Some(Share::SingleWriter),
    methods: &[
        Method {
            key: "record",
            prefix: Some("record_"),
            arguments: &[("amount", Type::Value)],
            does: "Adds `amount` to `{field}`, wrapping at the width of its type.",
            ..Method::PLAIN
        },
        Method {
            key: "get",
            prefix: Some(""),
            returns: Some(Type::Value),
            shares: Shares::ReadsAll,
            does: "The total of `{field}` at some moment during the call.",
            ..Method::PLAIN
        },
        Method {
            key: "increment",
            demand: Some(&HAS_A_ONE),
            does: "Adds one to `{field}`, wrapping at the width of its type.",
            ..Method::PLAIN
        },
        Method {
            key: "fetch",
            arguments: &[("amount", Type::Value)],
            returns: Some(Type::Value),
            shares: Shares::Refuses,
            does: "Adds `amount` to `{field}`, wrapping, and returns the **previous** total: the one before this \
                   addition.",
            ..Method::PLAIN
        },
        Method {
            key: "take",
            returns: Some(Type::Value),
            shares: Shares::TakesAll,
            does: "Returns the total of `{field}` and restarts it at zero. If several threads take, each amount goes \
                   to one of them.",
            ..Method::PLAIN
        },
    ],
    settings: &[Setting::Unit, Setting::Shared],
    orderings: NUMBER_ORDERINGS,
    several: true,
    words: Words { starts: "Counters start at zero.", takes: "Counters restart at zero.", merges: "Counters add." },
    ..Kind::PLAIN
};

const HAS_A_ONE: Demand = Demand {
    is_met_by: |sort| sort != Sort::Duration,
    otherwise: "adds 1, which has no meaning for a `Duration`: record an amount instead",
    constant: "__COUNTS_ONES",
    check: "counter::assert_counts_ones",
};

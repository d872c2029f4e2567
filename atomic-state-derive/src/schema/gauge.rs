//! `#[gauge]`: a number that goes up and down.

use super::{Body, Cell, Kind, Method, NUMBER_ORDERINGS, Receiver, Setting, Share, Shares, Sort, Type, Words};

pub(super) static KIND: Kind = Kind {
    name: "gauge",
    module: "gauge",
    types: "an integer of up to 64 bits, or a type that implements `GaugeValue`",
    misfits: &[
        (Sort::Bool, "a `bool` does not go up and down: use `#[flag]`"),
        (Sort::Duration, "a gauge is an integer that goes up and down: use `#[counter]` or `#[max]` for a `Duration`"),
        (Sort::Optional, "a gauge always has a level, zero at the start: write the type without `Option`"),
    ],
    optional_misfits: &[],
    fits: "GaugeValue",
    bound: Some("GaugeValue"),
    cell: Cell::Of("Gauge"),
    share: Some(Share::SingleWriter),
    methods: &[
        Method {
            key: "add",
            prefix: Some("add_"),
            arguments: &[("amount", Type::Value)],
            does: "Raises `{field}` by `amount`.",
            ..Method::PLAIN
        },
        Method {
            key: "sub",
            prefix: Some("sub_"),
            arguments: &[("amount", Type::Value)],
            does: "Lowers `{field}` by `amount`. The subtraction may come before the addition that it undoes: nothing is \
                   lost, and an unsigned gauge reads 0 until both are done.",
            ..Method::PLAIN
        },
        Method {
            key: "get",
            prefix: Some(""),
            returns: Some(Type::Value),
            shares: Shares::ReadsAll,
            does: "The level of `{field}` at some moment during the call.",
            ..Method::PLAIN
        },
        Method {
            key: "set",
            arguments: &[("level", Type::Value)],
            shares: Shares::KeepsOnePlace,
            does: "Replaces the level of `{field}`.",
            ..Method::PLAIN
        },
        Method {
            key: "guard",
            returns: Some(Type::Guard),
            body: Body::Guard,
            does: "Raises `{field}` by one, and lowers it again when the guard is dropped: at the end of a scope, on an \
                   early return, in a panic, or when a future is cancelled.",
            ..Method::PLAIN
        },
        Method {
            key: "owned_guard",
            feature: Some("std"),
            receiver: Receiver::Arc,
            returns: Some(Type::OwnedGuard),
            body: Body::Guard,
            does: "Raises `{field}` by one, and lowers it again when the guard is dropped. The guard keeps the state alive \
                   and borrows nothing, for a task that outlives its function.",
            ..Method::PLAIN
        },
    ],
    settings: &[Setting::Unit],
    orderings: NUMBER_ORDERINGS,
    why_not_relaxed: "",
    publishes: false,
    words: Words { starts: "Gauges start at zero.", takes: "Gauges stay.", merges: "Gauges add." },
    with_key: None,
};

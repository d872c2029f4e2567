//! `#[gauge]`: a number that goes up and down.

use super::{
    Body, Cell, Kind, Method, NO_FLOAT, NUMBER_ORDERINGS, Ordering, Receiver, Setting, Share, Shares, Sort, Type, Words,
};

pub(super) static KIND: Kind = Kind { with_key: Some(("wait_zero", &AWAITED)), ..GAUGE };

/// A gauge that threads and tasks can wait for. A waiter that sees zero also sees what the holders did.
static AWAITED: Kind = Kind {
    orderings: &[Ordering::AcqRel, Ordering::SeqCst],
    why_not_relaxed: "a thread that waits for zero could then miss what the holders did",
    ..GAUGE
};

const GAUGE: Kind = Kind {
    name: "gauge",
    module: "gauge",
    types: "an integer of up to 64 bits, or a type that implements `GaugeValue`",
    misfits: &[
        (Sort::Bool, "a `bool` does not go up and down: use `#[flag]`"),
        (Sort::Float, NO_FLOAT),
        (
            Sort::Duration,
            "a gauge is an integer that goes up and down: use `#[value]` for the last `Duration`, or `#[counter]`",
        ),
        (Sort::Optional, "a gauge always has a level, zero at the start: write the type without `Option`"),
    ],
    fits: "GaugeValue",
    bound: Some("GaugeValue"),
    cell: Cell::Of("Gauge"),
    share: Some(Share::SingleWriter),
    shares_on_request: true,
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
            does: "Lowers `{field}` by `amount`. The subtraction may come before the addition that it undoes: nothing \
                   is lost, and an unsigned gauge reads 0 until both are done.",
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
            shares: Shares::Refuses,
            does: "Replaces the level of `{field}`.",
            ..Method::PLAIN
        },
        Method { key: "increment", does: "Raises `{field}` by one.", ..Method::PLAIN },
        Method { key: "decrement", does: "Lowers `{field}` by one.", ..Method::PLAIN },
        Method {
            key: "fetch",
            arguments: &[("amount", Type::Value)],
            returns: Some(Type::Value),
            shares: Shares::Refuses,
            does: "Raises `{field}` by `amount`, and returns the **previous** level: the one before this addition.",
            ..Method::PLAIN
        },
        Method {
            key: "guard",
            returns: Some(Type::Guard),
            body: Body::Guard("__enter"),
            does: "Raises `{field}` by one, and lowers it again when the guard is dropped: at the end of a scope, on \
                   an early return, in a panic, or when a future is cancelled.",
            ..Method::PLAIN
        },
        Method {
            key: "guard_by",
            arguments: &[("amount", Type::Value)],
            returns: Some(Type::Guard),
            body: Body::Guard("__enter_by"),
            does: "Raises `{field}` by `amount`, and lowers it again when the guard is dropped: at the end of a scope, \
                   on an early return, in a panic, or when a future is cancelled.",
            ..Method::PLAIN
        },
        Method {
            key: "try_guard",
            arguments: &[("limit", Type::Value)],
            returns: Some(Type::TryGuard),
            body: Body::Guard("__try_enter"),
            shares: Shares::Refuses,
            does: "Raises `{field}` by one if it is below `limit`, and lowers it again when the guard is dropped. \
                   `None` if the limit is reached: however many threads call this, the level does not pass the limit.",
            ..Method::PLAIN
        },
        Method {
            key: "owned_guard",
            feature: Some("std"),
            receiver: Receiver::Arc,
            returns: Some(Type::OwnedGuard),
            body: Body::Guard("__enter"),
            does: "Raises `{field}` by one, and lowers it again when the guard is dropped. The guard keeps the state \
                   alive and borrows nothing, for a task that outlives its function.",
            ..Method::PLAIN
        },
        Method {
            key: "wait_zero",
            feature: Some("wait"),
            returns: Some(Type::ZeroWait),
            body: Body::Wait("wait_zero"),
            shares: Shares::Refuses,
            does: "Waits until `{field}` shows zero: `.await` the result, or block on its `wait`, `wait_timeout` or \
                   `wait_deadline`. A thread that saw it at zero also sees everything the holders did before they gave \
                   their part back.",
            ..Method::PLAIN
        },
    ],
    settings: &[Setting::Unit, Setting::PerThread],
    orderings: NUMBER_ORDERINGS,
    several: true,
    words: Words { starts: "Gauges start at zero.", takes: "Gauges stay.", merges: "Gauges add." },
    ..Kind::PLAIN
};

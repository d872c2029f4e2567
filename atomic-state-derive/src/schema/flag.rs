//! `#[flag]`: a condition that one thread announces and others watch.

use super::{Body, Cell, Kind, Method, Ordering, Setting, Shares, Sort, Type, Words};

pub(super) static KIND: Kind = Kind { with_key: Some(("wait", &WAITABLE)), ..FLAG };

/// A flag that threads and tasks can wait for.
static WAITABLE: Kind = Kind {
    module: "wait",
    cell: Cell::Fixed("__private::WaitFlag"),
    methods: &[
        Method { does: "Sets `{field}` and wakes everything that waits for it. Not for signal handlers.", ..SET },
        GET,
        CLEAR,
        Method {
            does: "Sets `{field}`, wakes everything that waits for it, and returns whether this call set it. If \
                   several threads call this, exactly one gets true until the flag is cleared. Not for signal \
                   handlers.",
            ..TRY_SET
        },
        TRY_CLEAR,
        WAIT,
    ],
    ..FLAG
};

const FLAG: Kind = Kind {
    name: "flag",
    module: "flag",
    types: "`bool`",
    misfits: &[
        (Sort::Unsigned, "a flag is a `bool`: use `#[counter]` for a number that threads add to"),
        (Sort::Duration, "a flag is a `bool`: use `#[counter]` for a number that threads add to"),
        (Sort::Signed, "a flag is a `bool`: use `#[gauge]` for a number that goes up and down"),
        (Sort::Float, "a flag is a `bool`: use `#[value]` for a float"),
        (Sort::Optional, "a flag is set or not: write `bool`, without `Option`"),
        (Sort::Parameter, "a flag is a `bool`, and this could be any type"),
    ],
    fits: "__private::flag::FlagValue",
    cell: Cell::Fixed("Flag"),
    methods: &[SET, GET, CLEAR, TRY_SET, TRY_CLEAR, WAIT],
    settings: &[Setting::Start],
    orderings: &[Ordering::AcqRel, Ordering::SeqCst],
    why_not_relaxed: "a thread that sees a Relaxed flag set may still read stale data that the setter wrote before",
    several: true,
    publishes: true,
    words: Words {
        starts: "Flags start unset.",
        takes: "Flags stay.",
        merges: "A flag that is set in the batch is set, after everything else.",
    },
    ..Kind::PLAIN
};

const SET: Method = Method { key: "set", prefix: Some("set_"), does: "Sets `{field}`.", ..Method::PLAIN };

const GET: Method = Method {
    key: "get",
    prefix: Some(""),
    returns: Some(Type::Bool),
    shares: Shares::ReadsAll,
    does: "Whether `{field}` is set. A thread that sees it set also sees everything the setting thread did before.",
    ..Method::PLAIN
};

const CLEAR: Method = Method { key: "clear", does: "Clears `{field}`.", ..Method::PLAIN };

const TRY_SET: Method = Method {
    key: "try_set",
    returns: Some(Type::Bool),
    does: "Sets `{field}` and returns whether this call set it. If several threads call this, exactly one gets true \
           until the flag is cleared.",
    ..Method::PLAIN
};

const TRY_CLEAR: Method = Method {
    key: "try_clear",
    returns: Some(Type::Bool),
    does: "Clears `{field}` and returns whether this call cleared it. If several threads call this, exactly one gets \
           true until the flag is set again.",
    ..Method::PLAIN
};

const WAIT: Method = Method {
    key: "wait",
    feature: Some("wait"),
    returns: Some(Type::FlagWait),
    body: Body::Wait("wait_for"),
    does: "Waits until `{field}` is set: `.await` the result, or block on its `wait`, `wait_timeout` or \
           `wait_deadline`.",
    ..Method::PLAIN
};

//! `#[flag]`: a condition that one thread announces and others watch.

use super::{Access, Kind, Method, Ordering, PlainType, boolean, new, value};

pub(super) static KIND: Kind = Kind {
    name: "flag",
    types: "`bool`",
    bound: None,
    misfit: |ty| match ty {
        PlainType::Unsigned | PlainType::Duration => Some("a flag is a `bool`: use `#[counter]` for what is counted"),
        PlainType::Signed => Some("a flag is a `bool`: use `#[gauge]` for a number that goes up and down"),
        PlainType::Optional(_) => Some("a flag is set or not: write `bool`, without `Option`"),
        _ => None,
    },
    cell: |part| part.not_generic("Flag"),
    initial: new,
    methods: &[
        Method {
            key: "set",
            prefix: Some("set_"),
            access: Access::Store,
            operation: "store",
            does: "Sets `{field}`.",
            ..Method::PLAIN
        },
        Method {
            key: "get",
            prefix: Some(""),
            returns: Some(value),
            access: Access::Load,
            operation: "load",
            does: "Whether `{field}` is set.",
            ..Method::PLAIN
        },
        Method { key: "clear", access: Access::Store, operation: "store", does: "Unsets `{field}`.", ..Method::PLAIN },
        Method {
            key: "try_set",
            returns: Some(boolean),
            operation: "swap",
            does: "Sets `{field}` and returns whether this call did: of several callers, true for exactly one until it is unset.",
            ..Method::PLAIN
        },
    ],
    orderings: &[Ordering::AcqRel, Ordering::SeqCst],
    why_not_relaxed: "whoever sees a Relaxed flag set may still read stale data that its setter wrote before",
    settings: &[],
    read_first: true,
    why,
};

fn why(ordering: Ordering, access: Access) -> &'static str {
    match (ordering, access) {
        (Ordering::SeqCst, _) => {
            "As Release and Acquire, and all threads agree on the order in which such flags were set."
        }
        (_, Access::Load) => {
            "Who sees it set, sees all that the setting thread did before: that is what Acquire adds to the Release of the store."
        }
        (_, Access::Store) => {
            "Publishes all that this thread did before to whoever sees the change; for that, Release is enough."
        }
        _ => "Release publishes what the winner did before, and Acquire lets those that lose see it.",
    }
}

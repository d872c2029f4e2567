//! `#[flag]`: a condition that one thread announces and others watch.

use super::{Access, Kind, Method, Ordering, PlainType, Returns, fits_all};

pub(super) static KIND: Kind = Kind {
    name: "flag",
    cell: "Flag",
    generic: false,
    types: "`bool`",
    bound: None,
    misfit,
    methods: &[
        Method {
            key: "set",
            prefix: Some("set_"),
            argument: None,
            returns: Returns::Nothing,
            access: Access::Store,
            misfit: fits_all,
            operation: "store",
            does: "Sets `{field}`.",
        },
        Method {
            key: "get",
            prefix: Some(""),
            argument: None,
            returns: Returns::Value,
            access: Access::Load,
            misfit: fits_all,
            operation: "load",
            does: "Whether `{field}` is set.",
        },
        Method {
            key: "clear",
            prefix: None,
            argument: None,
            returns: Returns::Nothing,
            access: Access::Store,
            misfit: fits_all,
            operation: "store",
            does: "Unsets `{field}`.",
        },
        Method {
            key: "try_set",
            prefix: None,
            argument: None,
            returns: Returns::Bool,
            access: Access::Modify,
            misfit: fits_all,
            operation: "swap",
            does: "Sets `{field}` and returns whether this call did: of several callers, true for exactly one until it is unset.",
        },
    ],
    orderings: &[Ordering::AcqRel, Ordering::SeqCst],
    why_not_relaxed: "whoever sees a Relaxed flag set may still read stale data that its setter wrote before",
    unit: false,
    read_first: true,
    why,
};

fn misfit(ty: &PlainType) -> Option<&'static str> {
    match ty {
        PlainType::Unsigned | PlainType::Duration => Some("a flag is a `bool`: use `#[counter]` for what is counted"),
        PlainType::Signed => Some("a flag is a `bool`: use `#[gauge]` for a number that goes up and down"),
        PlainType::Optional => Some("a flag is set or not: write `bool`, without `Option`"),
        _ => None,
    }
}

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
        (_, Access::Modify) => "Release publishes what the winner did before, and Acquire lets those that lose see it.",
    }
}

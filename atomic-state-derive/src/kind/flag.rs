//! `#[flag]`: a condition that one thread announces and others watch.

use quote::quote;

use super::{Access, Kind, Method, Ordering, PlainType, boolean, new, value};

pub(super) static KIND: Kind = Kind { with_key: Some(("wait", &WAITABLE)), ..FLAG };

/// A flag that can be waited for, which costs a little where it is set.
static WAITABLE: Kind = Kind {
    module: "wait",
    cell: |part| part.not_generic("WaitFlag"),
    methods: &[
        Method {
            operation: "swap",
            does: "Sets `{field}` and wakes whoever waits for it. Not for signal handlers.",
            ..SET
        },
        GET,
        Method { operation: "fetch_and", ..CLEAR },
        Method {
            does: "Sets `{field}`, wakes whoever waits for it, and returns whether this call set it: of several callers, true for exactly one until it is unset. Not for signal handlers.",
            ..TRY_SET
        },
        WAIT,
    ],
    ..FLAG
};

const FLAG: Kind = Kind {
    name: "flag",
    module: "flag",
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
    methods: &[SET, GET, CLEAR, TRY_SET, WAIT],
    implements: None,
    orderings: &[Ordering::AcqRel, Ordering::SeqCst],
    why_not_relaxed: "whoever sees a Relaxed flag set may still read stale data that its setter wrote before",
    settings: &[],
    read_first: true,
    why,
    shared_out: false,
    with_key: None,
};

const SET: Method = Method {
    key: "set",
    prefix: Some("set_"),
    access: Access::Store,
    operation: "store",
    does: "Sets `{field}`.",
    ..Method::PLAIN
};

const GET: Method = Method {
    key: "get",
    prefix: Some(""),
    returns: Some(value),
    access: Access::Load,
    operation: "load",
    does: "Whether `{field}` is set.",
    ..Method::PLAIN
};

const CLEAR: Method =
    Method { key: "clear", access: Access::Store, operation: "store", does: "Unsets `{field}`.", ..Method::PLAIN };

const TRY_SET: Method = Method {
    key: "try_set",
    returns: Some(boolean),
    operation: "swap",
    does: "Sets `{field}` and returns whether this call did: of several callers, true for exactly one until it is unset.",
    ..Method::PLAIN
};

const WAIT: Method = Method {
    key: "wait",
    lacks_feature: if cfg!(feature = "wait") { None } else { Some("wait") },
    returns: Some(|part| {
        let (runtime, ordering) = (part.runtime(), part.special_ordering());
        // Without the feature a stand-in, for code that uses the method to compile.
        let module = (!cfg!(feature = "wait")).then(|| quote!(__private::));
        let ordering = ordering.map(|ordering| quote!(, #ordering));
        quote!(#runtime::#module FlagWait<'_ #ordering>)
    }),
    access: Access::Wait,
    operation: "load",
    does: "Waits until `{field}` is set: `.await` what it returns, or block on its `wait`, `wait_timeout` or `wait_deadline`.",
    ..Method::PLAIN
};

fn why(ordering: Ordering, access: Access) -> &'static str {
    match (ordering, access) {
        (Ordering::SeqCst, _) => {
            "As Release and Acquire, and all threads agree on the order in which such flags were set."
        }
        (_, Access::Load | Access::Wait) => {
            "Who sees it set, sees all that the setting thread did before: that is what Acquire adds to the Release of the store."
        }
        (_, Access::Store) => {
            "Publishes all that this thread did before to whoever sees the change; for that, Release is enough."
        }
        _ => "Release publishes what the winner did before, and Acquire lets those that lose see it.",
    }
}

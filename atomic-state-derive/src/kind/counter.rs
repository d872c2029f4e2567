//! `#[counter]`: a number that threads add to.

use quote::quote;

use super::{Access, Kind, Method, NUMBER_ORDERINGS, PlainType, Reach, Setting, new, value, why_number};

pub(super) static KIND: Kind = Kind {
    name: "counter",
    module: "counter",
    types: "`u8`, `u16`, `u32`, `u64`, `usize`, `Duration`, or a type that implements `CounterValue`",
    bound: Some("CounterValue"),
    misfit: |ty| match ty {
        PlainType::Bool => Some("a `bool` does not count: use `#[flag]`"),
        PlainType::Signed => {
            Some("a counter only goes up: use an unsigned integer, or `#[gauge]` for what goes down too")
        }
        PlainType::Optional(_) => {
            Some("a counter always has a total, zero at the start: write the type without `Option`")
        }
        _ => None,
    },
    cell: |part| part.generic("Counter"),
    initial: new,
    methods: &[
        Method {
            key: "record",
            prefix: Some("record_"),
            argument: Some(("amount", value)),
            operation: "fetch_add",
            does: "Adds `amount` to `{field}`, wrapping at the width of its type.",
            ..Method::PLAIN
        },
        Method {
            key: "get",
            prefix: Some(""),
            returns: Some(value),
            access: Access::Load,
            reach: Reach::All,
            operation: "load",
            does: "The total of `{field}` at some moment during the call.",
            ..Method::PLAIN
        },
        Method {
            key: "increment",
            assertion: Some(|part, cell| {
                let runtime = part.runtime();
                quote!(#runtime::__private::counter::assert_counts_ones::<{ #cell::COUNTS_ONES }>())
            }),
            operation: "fetch_add",
            does: "Adds one to `{field}`, wrapping at the width of its type.",
            ..Method::PLAIN
        },
        Method {
            key: "fetch",
            argument: Some(("amount", value)),
            returns: Some(value),
            reach: Reach::Refused,
            operation: "fetch_add",
            does: "Adds `amount` to `{field}`, wrapping, and returns the **previous** total: the one before this addition.",
            ..Method::PLAIN
        },
        Method {
            key: "take",
            returns: Some(value),
            reach: Reach::All,
            operation: "swap",
            does: "Returns the total of `{field}` and restarts it at zero. Of several takers, each amount goes to one.",
            ..Method::PLAIN
        },
    ],
    implements: None,
    orderings: NUMBER_ORDERINGS,
    why_not_relaxed: "",
    settings: &[Setting::Unit],
    read_first: false,
    why: why_number,
    shared_out: true,
    with_key: None,
};

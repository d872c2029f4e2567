//! `#[counter]`: a number that threads add to.

use super::{Access, Kind, Method, Ordering, PlainType, Returns, fits_all};

pub(super) static KIND: Kind = Kind {
    name: "counter",
    cell: "Counter",
    generic: true,
    types: "`u8`, `u16`, `u32`, `u64`, `usize`, `Duration`, or a type that implements `CounterValue`",
    bound: Some("CounterValue"),
    misfit,
    methods: &[
        Method {
            key: "record",
            prefix: Some("record_"),
            argument: Some("amount"),
            returns: Returns::Nothing,
            access: Access::Modify,
            misfit: fits_all,
            operation: "fetch_add",
            does: "Adds `amount` to `{field}`, wrapping at the width of its type.",
        },
        Method {
            key: "get",
            prefix: Some(""),
            argument: None,
            returns: Returns::Value,
            access: Access::Load,
            misfit: fits_all,
            operation: "load",
            does: "The total of `{field}` at some moment during the call.",
        },
        Method {
            key: "increment",
            prefix: None,
            argument: None,
            returns: Returns::Nothing,
            access: Access::Modify,
            misfit: no_one_to_add,
            operation: "fetch_add",
            does: "Adds one to `{field}`, wrapping at the width of its type.",
        },
        Method {
            key: "fetch",
            prefix: None,
            argument: Some("amount"),
            returns: Returns::Value,
            access: Access::Modify,
            misfit: fits_all,
            operation: "fetch_add",
            does: "Adds `amount` to `{field}`, wrapping, and returns the **previous** total: the one before this addition.",
        },
        Method {
            key: "take",
            prefix: None,
            argument: None,
            returns: Returns::Value,
            access: Access::Modify,
            misfit: fits_all,
            operation: "swap",
            does: "Returns the total of `{field}` and restarts it at zero. Of several takers, each amount goes to one.",
        },
    ],
    orderings: &[Ordering::Relaxed, Ordering::AcqRel, Ordering::SeqCst],
    why_not_relaxed: "",
    unit: true,
    read_first: false,
    why,
};

fn misfit(ty: &PlainType) -> Option<&'static str> {
    match ty {
        PlainType::Bool => Some("a `bool` does not count: use `#[flag]`"),
        PlainType::Signed => {
            Some("a counter only goes up: use an unsigned integer, or `#[gauge]` for what goes down too")
        }
        PlainType::Optional => Some("a counter always has a total, zero at the start: write the type without `Option`"),
        _ => None,
    }
}

fn no_one_to_add(ty: &PlainType) -> Option<&'static str> {
    matches!(ty, PlainType::Duration).then_some("a `Duration` has no one to add: record an amount instead")
}

fn why(ordering: Ordering, access: Access) -> &'static str {
    match (ordering, access) {
        (Ordering::Relaxed, Access::Load) => {
            "A total publishes no other memory, so reading it needs no more. After the recording threads are joined, it is exact."
        }
        (Ordering::Relaxed, _) => {
            "Each change is one atomic step, which alone keeps the total exact; it publishes no other memory, so it needs no more."
        }
        (Ordering::AcqRel, _) => {
            "Whoever reads a total sees what the threads that made it up had done before they recorded."
        }
        (Ordering::SeqCst, _) => {
            "All `SeqCst` accesses of the program stand in one order on which all threads agree, at the price of a full fence on some targets."
        }
    }
}

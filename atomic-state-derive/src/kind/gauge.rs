//! `#[gauge]`: a number that goes up and down.

use quote::quote;

use super::{
    Access, Implementation, Kind, Method, NUMBER_ORDERINGS, PlainType, Reach, Receiver, Setting, new, value, why_number,
};

pub(super) static KIND: Kind = Kind {
    name: "gauge",
    module: "gauge",
    types: "an integer of up to 64 bits, or a type that implements `GaugeValue`",
    bound: Some("GaugeValue"),
    misfit: |ty| match ty {
        PlainType::Bool => Some("a `bool` does not go up and down: use `#[flag]`"),
        PlainType::Duration => {
            Some("a gauge is an integer, to which its guards add one: use `#[counter]` or `#[max]` for a `Duration`")
        }
        PlainType::Optional(_) => {
            Some("a gauge always has a level, zero at the start: write the type without `Option`")
        }
        _ => None,
    },
    cell: |part| part.generic("Gauge"),
    initial: new,
    methods: &[
        Method {
            key: "add",
            prefix: Some("add_"),
            argument: Some(("amount", value)),
            operation: "fetch_add",
            does: "Raises `{field}` by `amount`.",
            ..Method::PLAIN
        },
        Method {
            key: "sub",
            prefix: Some("sub_"),
            argument: Some(("amount", value)),
            operation: "fetch_sub",
            does: "Lowers `{field}` by `amount`. It may come before the addition that it undoes: nothing is lost, and an unsigned gauge shows 0 meanwhile.",
            ..Method::PLAIN
        },
        Method {
            key: "get",
            prefix: Some(""),
            returns: Some(value),
            access: Access::Load,
            reach: Reach::All,
            operation: "load",
            does: "The level of `{field}` at some moment during the call.",
            ..Method::PLAIN
        },
        Method {
            key: "set",
            argument: Some(("level", value)),
            access: Access::Store,
            reach: Reach::OnePlace,
            operation: "store",
            does: "Replaces the level of `{field}`.",
            ..Method::PLAIN
        },
        Method {
            key: "guard",
            returns: Some(|part| {
                let (runtime, index) = (part.runtime(), part.field.index);
                quote!(#runtime::GaugeGuard<'_, Self, #index>)
            }),
            body: Some(|part| {
                let (runtime, enter) = (part.runtime(), part.change("enter", None));
                quote!(#enter; #runtime::GaugeGuard::new(self))
            }),
            operation: "fetch_add",
            does: "Raises `{field}` by one, and lowers it again when the guard is dropped: at the end of a scope, on an early return, in a panic, or when a future is cancelled.",
            ..Method::PLAIN
        },
        Method {
            key: "owned_guard",
            lacks_feature: if cfg!(feature = "std") { None } else { Some("std") },
            receiver: Receiver::Arc,
            returns: Some(|part| {
                let (runtime, index) = (part.runtime(), part.field.index);
                quote!(#runtime::OwnedGaugeGuard<Self, #index>)
            }),
            body: Some(|part| {
                let (runtime, enter) = (part.runtime(), part.change("enter", None));
                quote!(#enter; #runtime::OwnedGaugeGuard::new(self))
            }),
            operation: "fetch_add",
            does: "Raises `{field}` by one, and lowers it again when the guard is dropped. The guard keeps the state alive and borrows nothing, for a task that outlives its function.",
            ..Method::PLAIN
        },
    ],
    implements: Some(|part| {
        let guarded = part.field.methods.iter().any(|named| ["guard", "owned_guard"].contains(&named.method.key));
        let (runtime, index) = (part.runtime(), part.field.index);
        guarded.then(|| Implementation {
            of: quote!(#runtime::__private::guard::Guarded<#index>),
            method: "leave",
            body: part.change("leave", None),
        })
    }),
    orderings: NUMBER_ORDERINGS,
    why_not_relaxed: "",
    settings: &[Setting::Unit],
    read_first: false,
    why: why_number,
    shared_out: true,
    with_key: None,
};

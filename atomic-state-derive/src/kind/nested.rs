//! `#[nested]`: a state within a state.

use quote::quote;

use super::{Access, Kind, Method, Ordering, PlainType, Setting};

pub(super) static KIND: Kind = Kind {
    name: "nested",
    module: "nested",
    types: "another struct that derives `AtomicState`",
    bound: Some("HasState"),
    misfit: |ty| match ty {
        PlainType::Bool => Some("a nested field is a struct that derives `AtomicState`: use `#[flag]` for a `bool`"),
        PlainType::Unsigned | PlainType::Signed | PlainType::Duration => {
            Some("a nested field is a struct that derives `AtomicState`: use `#[counter]` or `#[gauge]` for a number")
        }
        PlainType::Optional(_) => Some("a nested state is always there: write the struct without `Option`"),
        _ => None,
    },
    cell: |part| {
        let (runtime, ty) = (part.runtime(), part.ty());
        part.field.state.as_ref().map_or_else(|| quote!(<#ty as #runtime::HasState>::State), |state| quote!(#state))
    },
    initial: |part| {
        let (runtime, cell) = (part.runtime(), part.cell());
        quote!(#runtime::__private::new_nested!(#cell))
    },
    methods: &[Method {
        key: "get",
        prefix: Some(""),
        returns: Some(|part| {
            let cell = part.cell();
            quote!(&#cell)
        }),
        hands_out: true,
        body: Some(|part| {
            let name = part.name();
            quote!(&self.#name)
        }),
        access: Access::Borrow,
        does: "The live state of `{field}`.",
        ..Method::PLAIN
    }],
    implements: None,
    orderings: &[Ordering::Relaxed],
    why_not_relaxed: "",
    settings: &[Setting::State],
    read_first: true,
    why: |_, _| "",
    shared_out: false,
    with_key: None,
};

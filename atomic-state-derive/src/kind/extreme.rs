//! What `#[max]` and `#[min]` have in common.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Access, Ordering, Part, value};

/// The largest or smallest sample, where `largest` is which.
macro_rules! methods {
    ($largest:literal) => {
        &[
            Method {
                key: "record",
                prefix: Some("record_"),
                argument: Some(("sample", sample)),
                operation: "fetch_max",
                does: concat!(
                    "Keeps `sample` in `{field}` if it is the ",
                    $largest,
                    " so far. Else, as usual, this is one load and writes nothing."
                ),
                ..Method::PLAIN
            },
            Method {
                key: "get",
                prefix: Some(""),
                returns: Some(value),
                access: Access::Load,
                reach: Reach::All,
                operation: "load",
                does: concat!("The ", $largest, " sample of `{field}` so far."),
                ..Method::PLAIN
            },
            Method {
                key: "take",
                returns: Some(value),
                reach: Reach::All,
                operation: "swap",
                does: concat!("Returns the ", $largest, " sample of `{field}` so far, and starts anew."),
                ..Method::PLAIN
            },
        ]
    };
}
pub(super) use methods;

/// The type of one sample: what the `Option` holds, or the field's own type.
pub(super) fn sample(part: &Part) -> TokenStream {
    if let Some(inner) = part.field.optional() {
        return quote!(#inner);
    }
    if part.field.checked {
        let (runtime, cell) = (part.runtime(), part.cell());
        return quote!(<#cell as #runtime::__private::Sampled>::Sample);
    }
    value(part)
}

pub(super) fn why(_: Ordering, access: Access) -> &'static str {
    match access {
        Access::Load => "The sample publishes no other memory, so reading it needs no more.",
        _ => "One atomic step alone keeps the right sample; it publishes no other memory, so it needs no more.",
    }
}

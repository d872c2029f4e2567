//! The user's attributes and paths that generated items take over.

use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Meta, Path, Token, parse_quote};

/// Whether generated items take over an attribute of the user's: one of these names, or a `doc(hidden)`.
pub(super) fn carried(attribute: &Attribute, names: &[&str]) -> bool {
    attribute.path().get_ident().is_some_and(|word| names.contains(&word.to_string().as_str())) || hides(attribute)
}

/// The user's `#[allow]`. An `#[expect]` becomes an `#[allow]`: the lint need not come up in generated code.
pub(super) fn allowance(attribute: &Attribute) -> Option<Attribute> {
    let lints = match &attribute.meta {
        Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => &list.tokens,
        _ => return None,
    };
    Some(parse_quote!(#[allow(#lints)]))
}

/// The alignment that a `#[repr(…)]` asks for, as an attribute by itself.
pub(super) fn alignment(attribute: &Attribute) -> Option<Attribute> {
    if !attribute.path().is_ident("repr") {
        return None;
    }
    let words = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
    let align = words.into_iter().find(|word| word.path().is_ident("align"))?;
    Some(parse_quote!(#[repr(#align)]))
}

/// Whether this is `#[doc(hidden)]`.
pub(super) fn hides(attribute: &Attribute) -> bool {
    let is_list = matches!(attribute.meta, Meta::List(_));
    is_list && attribute.path().is_ident("doc") && attribute.parse_args::<Ident>().is_ok_and(|word| word == "hidden")
}

/// The path as documentation writes it. `$crate` means nothing in a comment.
pub(super) fn page(path: &Path) -> Option<String> {
    let is_plain = path.segments.iter().all(|segment| segment.arguments.is_empty() && segment.ident != "$crate");
    let text = path.to_token_stream().to_string().replace(' ', "");
    is_plain.then_some(text)
}

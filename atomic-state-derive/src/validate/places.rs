//! Fields that hold several values: an array, or one for each variant of an enum.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericArgument, Generics, PathArguments, PathSegment, Type};

use super::arguments::Arguments;
use super::parameters::is_unbounded;
use super::plain_type::{PlainType, only_word};
use crate::errors::Errors;
use crate::model::Places;
use crate::schema::{KINDS, Kind, LABEL, Sort};

/// The type of one value, and what tells several apart.
pub(super) fn split(ty: &TokenStream) -> (TokenStream, Option<Places>) {
    if only_word(ty).is_some() {
        return (ty.clone(), None);
    }
    let several = array(ty).or_else(|| several(&syn::parse2(ty.clone()).ok()?));
    several.map_or_else(|| (ty.clone(), None), |(one, places)| (one, Some(places)))
}

fn several(ty: &Type) -> Option<(TokenStream, Places)> {
    match ty {
        Type::Group(group) => several(&group.elem),
        Type::Paren(paren) => several(&paren.elem),
        Type::Path(path) => {
            let (one, key) = by_variant(path.path.segments.last()?)?;
            Some((one, Places::Variants { key, whole: path.to_token_stream() }))
        }
        _ => None,
    }
}

/// The type of one value of `[u64; 4]`, and the length. It may be any expression, so it is not parsed.
fn array(ty: &TokenStream) -> Option<(TokenStream, Places)> {
    let group = only_group(ty)?;
    match group.delimiter() {
        Delimiter::None | Delimiter::Parenthesis => array(&group.stream()),
        Delimiter::Bracket => {
            let tokens: Vec<_> = group.stream().into_iter().collect();
            let end =
                tokens.iter().rposition(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ';'))?;
            let (one, length) = (tokens[..end].iter().cloned().collect(), tokens[end + 1..].iter().cloned().collect());
            Some((one, Places::Array(block(length))))
        }
        Delimiter::Brace => None,
    }
}

/// The group that these tokens are, if they are one.
fn only_group(tokens: &TokenStream) -> Option<Group> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) => Some(group),
        _ => None,
    }
}

/// The expression in braces, but for those that it has already: a parameter may stand in one pair only.
fn block(expression: TokenStream) -> Group {
    match only_group(&expression) {
        Some(group) if group.delimiter() == Delimiter::None => block(group.stream()),
        Some(group) if group.delimiter() == Delimiter::Brace => Group::new(Delimiter::Brace, group.stream()),
        _ => Group::new(Delimiter::Brace, expression),
    }
}

/// The type of one value of `ByVariant<Reason, u64>`, and the enum.
pub(super) fn by_variant(segment: &PathSegment) -> Option<(TokenStream, TokenStream)> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    let arguments: Vec<_> = arguments.args.iter().filter(|_| segment.ident == "ByVariant").collect();
    let [GenericArgument::Type(variants), GenericArgument::Type(one)] = arguments[..] else { return None };
    Some((one.to_token_stream(), variants.to_token_stream()))
}

/// Reports what a field that holds several values, or one, cannot have. Returns the label.
pub(super) fn check(
    whole: &TokenStream,
    value: &PlainType,
    places: Option<&Places>,
    kind: &Kind,
    generics: &Generics,
    arguments: &Arguments,
    errors: &mut Errors,
) -> Option<String> {
    let Some(places) = places else {
        if let Some(key) = arguments.key(LABEL) {
            errors.at(key, "a label tells several values apart, and this field holds one: remove this key");
        }
        return None;
    };
    if !kind.several {
        let kinds: Vec<_> =
            KINDS.iter().filter(|kind| kind.several).map(|kind| format!("`#[{}]`", kind.name)).collect();
        let message =
            format!("a {} is a single value: only a field of {} can hold several", kind.name, kinds.join(", "));
        errors.at(whole, message);
    }
    if let Places::Variants { key, .. } = places {
        check_key(key, value, generics, errors);
    }
    for key in ["start", "of"].into_iter().filter_map(|key| arguments.key(key)) {
        let what = if matches!(places, Places::Array(_)) { "an array" } else { "a field by variant" };
        errors.at(key, format!("`{key}` is for a single value, and {what} holds several: remove this key"));
    }
    arguments.label(LABEL, errors)
}

/// Reports what surely is no enum.
fn check_key(variants: &TokenStream, value: &PlainType, generics: &Generics, errors: &mut Errors) {
    let key = PlainType::of(variants, generics);
    if key.sort == Some(Sort::Parameter) {
        if is_unbounded(variants, generics) {
            errors.at(
                variants,
                format!("nothing says that `{variants}` has variants: write `{variants}: atomic_state::Variants`"),
            );
        }
    } else if key.sort.is_some() {
        let instead = if value.is_known() {
            "for values by number, write an array, as in `[u64; 4]`"
        } else {
            "the enum comes first, as in `ByVariant<Reason, u64>`"
        };
        errors.at(variants, format!("`{variants}` is no enum: {instead}"));
    }
}

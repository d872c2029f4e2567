//! What the tokens of a type show: its one word, what stands between its angle brackets, whether it is several values.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{GenericArgument, Ident, PathArguments, PathSegment, Type, TypePath};

use crate::model::Places;

/// The tokens of a primitive type, which no name of the user's can hide.
pub(super) fn primitive(name: &str) -> TokenStream {
    let name = format_ident!("{name}");
    quote!(::core::primitive::#name)
}

/// The word that a type is, if it is one. Most are, and parsing takes time.
pub(super) fn only_word(ty: &TokenStream) -> Option<Ident> {
    let mut tokens = ty.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(word)), None) => Some(word),
        _ => None,
    }
}

/// `T`, for a type that is written `Option<T>`.
pub(super) fn inner_of_option(path: &TypePath) -> Option<&Type> {
    let segments = &path.path.segments;
    let last = segments.last().filter(|last| last.ident == "Option")?;
    let of_std = segments.len() == 1 || ["std", "core"].iter().any(|name| segments[0].ident == name);
    only_type_argument(&last.arguments).filter(|_| of_std)
}

pub(super) fn only_type_argument(arguments: &PathArguments) -> Option<&Type> {
    match arguments {
        PathArguments::AngleBracketed(arguments) if arguments.args.len() == 1 => match &arguments.args[0] {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn has_type_argument(arguments: &PathArguments) -> bool {
    let PathArguments::AngleBracketed(arguments) = arguments else { return false };
    arguments.args.iter().any(|argument| matches!(argument, GenericArgument::Type(_)))
}

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
            Some((one, Places::Variants { key, field_type: path.to_token_stream() }))
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

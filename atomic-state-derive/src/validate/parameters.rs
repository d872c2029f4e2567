//! What a field's type has to do with the struct's parameters.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use syn::{GenericParam, Generics, Path, Type, WherePredicate, parse_quote};

use crate::model::Field;

/// Whether the type mentions a type or const parameter.
pub(super) fn mentions_parameter(ty: &Type, generics: &Generics) -> bool {
    generics.params.iter().any(|parameter| match parameter {
        GenericParam::Type(parameter) => mentions(ty, &parameter.ident.to_string()),
        GenericParam::Const(parameter) => mentions(ty, &parameter.ident.to_string()),
        GenericParam::Lifetime(_) => false,
    })
}

pub(super) fn mentions_lifetime(ty: &Type, generics: &Generics) -> bool {
    generics.lifetimes().any(|parameter| mentions(ty, &parameter.lifetime.ident.to_string()))
}

/// Whether a word stands in the type.
pub(super) fn mentions(ty: &Type, word: &str) -> bool {
    tokens_mention(ty.to_token_stream(), word)
}

fn tokens_mention(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Group(group) => tokens_mention(group.stream(), word),
        _ => false,
    })
}

/// The bounds that the state's parameters need beyond those that the user wrote: each field whose type mentions a parameter
/// must be of its kind.
pub(super) fn bounds(fields: &[Field], generics: &Generics, runtime: &Path) -> Vec<WherePredicate> {
    let written = generics.to_token_stream().to_string() + &generics.where_clause.to_token_stream().to_string();
    let needed = fields.iter().filter(|field| field.state.is_none() && mentions_parameter(&field.ty, generics));
    let bounds = needed.filter_map(|field| {
        let bound = format_ident!("{}", field.kind.bound?);
        let ty = field.optional().unwrap_or(&field.ty);
        let said = written.contains(&format!("{} : {bound}", ty.to_token_stream()));
        (!said).then(|| parse_quote!(#ty: #runtime::#bound))
    });
    bounds.collect()
}

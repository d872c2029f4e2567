//! What a field's type has to do with the struct's parameters.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, Generics, Ident, Type};

/// Whether the type mentions a type or const parameter.
pub(super) fn mentions_parameter(ty: &Type, generics: &Generics) -> bool {
    generics.params.iter().any(|parameter| match parameter {
        GenericParam::Type(parameter) => mentions(ty.to_token_stream(), &parameter.ident),
        GenericParam::Const(parameter) => mentions(ty.to_token_stream(), &parameter.ident),
        GenericParam::Lifetime(_) => false,
    })
}

pub(super) fn mentions_lifetime(ty: &Type, generics: &Generics) -> bool {
    generics.lifetimes().any(|parameter| mentions(ty.to_token_stream(), &parameter.lifetime.ident))
}

/// Whether the type is a parameter of which nothing is known.
pub(super) fn is_unbounded_parameter(ty: &Type, generics: &Generics) -> bool {
    let Type::Path(path) = ty else { return false };
    let in_where_clause =
        |name| generics.where_clause.as_ref().is_some_and(|clause| mentions(clause.to_token_stream(), name));
    generics.type_params().any(|parameter| {
        path.path.is_ident(&parameter.ident) && parameter.bounds.is_empty() && !in_where_clause(&parameter.ident)
    })
}

fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        _ => false,
    })
}

//! What a field's type has to do with the struct's parameters.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use syn::punctuated::Punctuated;
use syn::{GenericParam, Generics, Ident, Path, Token, Type, TypeParamBound, WherePredicate, parse_quote};

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
    let needed = fields.iter().filter(|field| field.state.is_none() && mentions_parameter(&field.ty, generics));
    let bounds = needed.filter_map(|field| {
        let bound = format_ident!("{}", field.kind.bound?);
        let ty = field.optional().unwrap_or(&field.ty);
        (!is_written(ty, &bound, generics)).then(|| parse_quote!(#ty: #runtime::#bound))
    });
    bounds.collect()
}

/// Whether the user wrote a bound by a trait of this name.
fn is_written(ty: &Type, bound: &Ident, generics: &Generics) -> bool {
    let ty = ty.to_token_stream().to_string();
    let names = |bounds: &Punctuated<TypeParamBound, Token![+]>| {
        bounds.iter().any(|written| match written {
            TypeParamBound::Trait(written) => written.path.segments.last().is_some_and(|last| last.ident == *bound),
            _ => false,
        })
    };
    let predicates = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    generics.type_params().any(|parameter| parameter.ident == ty && names(&parameter.bounds))
        || predicates.into_iter().any(|predicate| match predicate {
            WherePredicate::Type(predicate) => {
                predicate.bounded_ty.to_token_stream().to_string() == ty && names(&predicate.bounds)
            }
            _ => false,
        })
}

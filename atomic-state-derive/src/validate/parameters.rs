//! What a field's type has to do with the struct's parameters.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{GenericParam, Generics, Ident, Path, Token, TypeParamBound, WherePredicate};

use crate::model::Field;

/// Whether the type is the one of this name, with parameters or without.
pub(super) fn is_named(path: &Path, name: &Ident) -> bool {
    path.leading_colon.is_none() && path.segments.len() == 1 && path.segments[0].ident == *name
}

/// Whether the type mentions a type or const parameter.
pub(super) fn mentions_parameter(ty: &TokenStream, generics: &Generics) -> bool {
    generics.params.iter().any(|parameter| match parameter {
        GenericParam::Type(parameter) => mentions(ty, &parameter.ident.unraw().to_string()),
        GenericParam::Const(parameter) => mentions(ty, &parameter.ident.unraw().to_string()),
        GenericParam::Lifetime(_) => false,
    })
}

pub(super) fn mentions_lifetime(ty: &TokenStream, generics: &Generics) -> bool {
    generics.lifetimes().any(|parameter| mentions(ty, &parameter.lifetime.ident.to_string()))
}

fn mentions(tokens: &TokenStream, word: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident.unraw() == word,
        TokenTree::Group(group) => mentions(&group.stream(), word),
        _ => false,
    })
}

/// The tokens with `Self` written out: in generated code it would mean the live state.
pub(super) fn with_self_replaced(tokens: TokenStream, plain: &Ident, generics: &Generics) -> TokenStream {
    let (_, arguments, _) = generics.split_for_impl();
    let mut replaced = TokenStream::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        match token {
            TokenTree::Ident(word) if word == "Self" => {
                let mut plain = plain.clone();
                plain.set_span(word.span());
                let is_path = matches!(
                    rest.peek(),
                    Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && punct.spacing() == Spacing::Joint
                );
                replaced.extend(if is_path { quote!(<#plain #arguments>) } else { quote!(#plain #arguments) });
            }
            TokenTree::Group(group) => {
                let stream = with_self_replaced(group.stream(), plain, generics);
                let mut new = proc_macro2::Group::new(group.delimiter(), stream);
                new.set_span(group.span());
                new.to_tokens(&mut replaced);
            }
            other => other.to_tokens(&mut replaced),
        }
    }
    replaced
}

/// Writes `Self` out in the bounds of the struct's parameters.
pub(super) fn replace_self(generics: &mut Generics, plain: &Ident) {
    let original = generics.clone();
    for parameter in generics.type_params_mut() {
        let replaced = with_self_replaced(parameter.bounds.to_token_stream(), plain, &original);
        if let Ok(bounds) = Punctuated::parse_terminated.parse2(replaced) {
            parameter.bounds = bounds;
        }
    }
    if let Some(clause) = &mut generics.where_clause {
        let replaced = with_self_replaced(clause.to_token_stream(), plain, &original);
        // It was a clause before, and one type stands where another stood.
        if let Ok(replaced) = syn::parse2(replaced) {
            *clause = replaced;
        }
    }
}

/// The bounds that the state's parameters need beyond the user's own: each field whose type mentions a parameter must
/// be of its kind.
pub(super) fn bounds(fields: &[Field], generics: &Generics, runtime: &Path) -> Vec<WherePredicate> {
    let needed = fields.iter().filter(|field| {
        let ty = || field.plain.ty.to_token_stream();
        field.generic && field.plain.state.is_none() && mentions_parameter(&ty(), generics)
    });
    let bounds = needed.filter_map(|field| {
        let bound = field.kind.bound?;
        // The bound is on the whole type, or on what its `Option` holds.
        let inner = field.plain.inner.as_ref().filter(|_| bound != field.kind.fits);
        let ty = inner.cloned().unwrap_or_else(|| field.plain.ty.to_token_stream());
        let is_needed = !is_written(&ty, bound, generics);
        let bound = format_ident!("{bound}");
        is_needed.then(|| syn::parse2(quote!(#ty: #runtime::#bound)).ok()).flatten()
    });
    bounds.collect()
}

/// Traits of which none makes a type an enum with variants.
const COMMON: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Display",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Send",
    "Sized",
    "Sync",
];

/// Whether nothing but common traits is known of this type parameter.
pub(super) fn is_unbounded(parameter: &TokenStream, generics: &Generics) -> bool {
    let name = parameter.to_string();
    let says_nothing = |bound: &TypeParamBound| match bound {
        TypeParamBound::Trait(bound) => {
            bound.path.segments.last().is_some_and(|last| COMMON.contains(&last.ident.to_string().as_str()))
        }
        bound => matches!(bound, TypeParamBound::Lifetime(_)),
    };
    !mentions(&generics.where_clause.to_token_stream(), &name)
        && generics.type_params().any(|parameter| parameter.ident == name && parameter.bounds.iter().all(says_nothing))
}

/// Whether the user wrote a bound by a trait of this name.
fn is_written(ty: &TokenStream, bound: &str, generics: &Generics) -> bool {
    let ty = ty.to_string();
    let names = |bounds: &Punctuated<TypeParamBound, Token![+]>| {
        bounds.iter().any(|written| match written {
            TypeParamBound::Trait(written) => written.path.segments.last().is_some_and(|last| last.ident == bound),
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

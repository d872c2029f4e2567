//! The signature of a field's method, for a state and for a stub.

use std::iter;

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, quote};
use syn::{Ident, Path, Token, Visibility};

use super::cell::Name;
use crate::model::{Places, Plain};
use crate::schema::{Method, Receiver, Type};

/// What the types in a signature are made of.
pub(super) struct Types<'a> {
    pub(super) runtime: &'a Path,
    pub(super) plain: &'a Plain,
    /// The cell, where only the compiler knows the type of its samples.
    pub(super) cell: Option<Name>,
}

impl Types<'_> {
    fn tokens(&self, ty: Type) -> TokenStream {
        let Self { runtime, plain, cell } = self;
        match ty {
            Type::Bool => quote!(::core::primitive::bool),
            Type::Value => plain.ty.to_token_stream(),
            Type::Change => {
                let ty = &plain.ty;
                quote!(impl ::core::ops::FnMut(#ty) -> #ty)
            }
            Type::Advanced => {
                let ty = &plain.ty;
                quote!(::core::result::Result<#ty, #runtime::Refused<#ty>>)
            }
            Type::PhaseWait => quote!(#runtime::__private::PhaseWait<'_>),
            Type::Sample => match (&plain.inner, cell) {
                (Some(inner), _) => inner.clone(),
                (None, Some(cell)) => quote!(<#cell as #runtime::__private::Sampled>::Sample),
                (None, None) => plain.ty.to_token_stream(),
            },
            Type::State => self.state(),
            Type::Guard => quote!(#runtime::GaugeGuard<'_, Self>),
            Type::TryGuard => quote!(::core::option::Option<#runtime::GaugeGuard<'_, Self>>),
            Type::ZeroWait => quote!(#runtime::__private::ZeroWait<'_>),
            Type::OwnedGuard => quote!(#runtime::__private::OwnedGaugeGuard<Self>),
            Type::Timer => quote!(#runtime::__private::HistogramTimer<'_, Self>),
            Type::FlagWait => quote!(#runtime::__private::FlagWait<'_>),
        }
    }

    /// `&__Cell1`, or `&<Http as ::atomic_state::HasState>::State` where there is no such alias.
    fn state(&self) -> TokenStream {
        let (runtime, ty) = (self.runtime, &self.plain.ty);
        match (&self.plain.state, &self.cell) {
            (Some(state), _) => quote!(&#state),
            (None, Some(cell)) => quote!(&#cell),
            (None, None) => quote!(&<#ty as #runtime::HasState>::State),
        }
    }
}

/// The argument that tells several values apart: `index: usize` or `variant: Reason`.
pub(super) fn key(places: &Places) -> (&'static str, TokenStream) {
    match places {
        Places::Array(_) => ("index", quote!(::core::primitive::usize)),
        Places::Variants { key, .. } => ("variant", key.clone()),
    }
}

/// `pub fn record_bytes(&self, amount: u64) -> u64`
pub(super) struct Signature<'a> {
    vis: &'a Visibility,
    name: &'a Ident,
    arguments: Group,
    returns: Option<TokenStream>,
}

impl ToTokens for Signature<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { vis, name, arguments, returns } = self;
        vis.to_tokens(tokens);
        <Token![fn]>::default().to_tokens(tokens);
        name.to_tokens(tokens);
        arguments.to_tokens(tokens);
        if returns.is_some() {
            <Token![->]>::default().to_tokens(tokens);
        }
        returns.to_tokens(tokens);
    }
}

/// `pub fn record_bytes(&self, amount: u64)`, where `pattern` makes the binding of an argument.
pub(super) fn signature<'a, P: ToTokens>(
    method: &Method,
    name: &'a Ident,
    vis: &'a Visibility,
    types: &Types,
    pattern: impl Fn(&str) -> P,
) -> Signature<'a> {
    let runtime = types.runtime;
    let receiver = match method.receiver {
        Receiver::Reference => quote!(&self),
        Receiver::Arc => quote!(self: &#runtime::__private::Arc<Self>),
    };
    let arguments = method.arguments.iter().map(|(name, ty)| (*name, types.tokens(*ty)));
    let arguments = types.plain.places.iter().map(key).chain(arguments).map(|(name, ty)| {
        let pattern = pattern(name);
        quote!(, #pattern: #ty)
    });
    let arguments = Group::new(Delimiter::Parenthesis, iter::once(receiver).chain(arguments).collect());
    Signature { vis, name, arguments, returns: method.returns.map(|ty| types.tokens(ty)) }
}

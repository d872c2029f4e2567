//! The signature of a field's method, for a state and for a stub.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::{Ident, Path, Token, Visibility};

use super::cell::CellPath;
use crate::model::{Places, Plain};
use crate::schema::{Method, Receiver, Type};

/// What the types in a signature are made of.
pub(super) struct Types<'a> {
    pub(super) runtime: &'a Path,
    pub(super) plain: &'a Plain,
    /// The cell, where only the compiler knows the type of its samples.
    pub(super) cell: Option<CellPath>,
}

impl Types<'_> {
    fn write(&self, ty: Type, tokens: &mut TokenStream) {
        let Self { runtime, plain, cell } = self;
        let written = match ty {
            Type::Value => return plain.ty.to_tokens(tokens),
            Type::Bool => quote!(::core::primitive::bool),
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
                (None, None) => return plain.ty.to_tokens(tokens),
            },
            Type::State => self.state(),
            Type::Guard => quote!(#runtime::GaugeGuard<'_, Self>),
            Type::TryGuard => quote!(::core::option::Option<#runtime::GaugeGuard<'_, Self>>),
            Type::ZeroWait => quote!(#runtime::__private::ZeroWait<'_>),
            Type::OwnedGuard => quote!(#runtime::__private::OwnedGaugeGuard<Self>),
            Type::Timer => quote!(#runtime::__private::HistogramTimer<'_, Self>),
            Type::FlagWait => quote!(#runtime::__private::FlagWait<'_>),
        };
        written.to_tokens(tokens);
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

/// `pub fn record_bytes(&self, amount: u64) -> u64`, where `pattern` makes the binding of an argument.
pub(super) struct Signature<'a, F> {
    pub(super) method: &'a Method,
    pub(super) name: &'a Ident,
    pub(super) vis: &'a Visibility,
    pub(super) types: Types<'a>,
    pub(super) pattern: F,
}

impl<P: ToTokens, F: Fn(&str) -> P> Signature<'_, F> {
    /// `&self, amount: u64`
    fn arguments(&self) -> TokenStream {
        let (runtime, pattern) = (self.types.runtime, &self.pattern);
        let mut arguments = match self.method.receiver {
            Receiver::Reference => quote!(&self),
            Receiver::Arc => quote!(self: &#runtime::__private::Arc<Self>),
        };
        if let Some((name, ty)) = self.types.plain.places.as_ref().map(key) {
            let pattern = pattern(name);
            arguments.extend(quote!(, #pattern: #ty));
        }
        for (name, ty) in self.method.arguments {
            <Token![,]>::default().to_tokens(&mut arguments);
            pattern(name).to_tokens(&mut arguments);
            <Token![:]>::default().to_tokens(&mut arguments);
            self.types.write(*ty, &mut arguments);
        }
        arguments
    }
}

impl<P: ToTokens, F: Fn(&str) -> P> ToTokens for Signature<'_, F> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.vis.to_tokens(tokens);
        <Token![fn]>::default().to_tokens(tokens);
        self.name.to_tokens(tokens);
        tokens.append(Group::new(Delimiter::Parenthesis, self.arguments()));
        if let Some(ty) = self.method.returns {
            <Token![->]>::default().to_tokens(tokens);
            self.types.write(ty, tokens);
        }
    }
}

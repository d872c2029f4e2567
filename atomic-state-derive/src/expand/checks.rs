//! What the compiler has to check at the user's tokens.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::Ident;

use super::cell::RuntimePath;
use super::{Context, moved};
use crate::model::{Field, Places};
use crate::schema::Body;

impl<'a> Context<'a> {
    /// A short name for each cell, and what the compiler has to check at the user's tokens:
    ///
    /// ```text
    /// type __Cell0 = ::atomic_state::Counter<u64>;
    /// type __Cells0 = ::atomic_state::__private::Several<Reason, __Cell0>;
    /// const _: () = __rt::counter::assert_counts_ones::<{ __Cell0::__COUNTS_ONES }>();
    /// ```
    pub(super) fn checks(&self) -> TokenStream {
        let rt = &self.rt;
        let alias = |field: &'a Field| {
            let (alias, cell) = (self.alias(field), &self.cells[field.index]);
            let is_first = self.first_with_cell_of(field).index == field.index;
            let one = is_first.then(|| quote!(type #alias = #cell;));
            let several = self.several(field, &alias).map(|cells| {
                let all = self.alias_of_several(field);
                quote!(type #all = #cells;)
            });
            quote!(#one #several)
        };
        let aliases: TokenStream = self.fields().filter(|field| !field.generic).map(alias).collect();
        let demands = self.methods().filter(|(field, _)| field.checked).filter_map(|(field, named)| {
            let (alias, demand) = (self.alias(field), named.method.demand?);
            let (check, constant) = (RuntimePath(demand.check), format_ident!("{}", demand.constant));
            let check = quote!(const _: () = #rt::#check::<{ #alias::#constant }>(););
            Some(moved(check, named.key.as_ref()?.span().resolved_at(Span::call_site())))
        });
        let timers = self.methods().filter(|(_, named)| named.method.body == Body::Timer);
        let timers = timers.filter_map(|(field, named)| {
            let cell = self.one_in_block(field);
            let check = quote!(const _: () = #rt::histogram::assert_takes_times::<{ <#cell>::__TAKES_TIMES }>(););
            Some(moved(check, named.key.as_ref()?.span().resolved_at(Span::call_site())))
        });
        let starts = self.starts();
        let units = self.fields().filter_map(|field| {
            let (alias, key) = (self.alias(field), field.unit_key.as_ref()?);
            let check = quote!(const _: () = #rt::assert_takes_unit::<{ #rt::takes_unit::<#alias>() }>(););
            Some(moved(check, key.span().resolved_at(Span::call_site())))
        });
        quote!(#aliases #(#starts)* #(#demands)* #(#timers)* #(#units)*)
    }

    /// `let _ = ::core::marker::PhantomData::<__Cells0>;`, for a field by variant, in a function that passes the plain
    /// struct by value.
    ///
    /// If the enum has no `Variants`, the compiler cannot drop the struct, and says so of each such function, but of
    /// none in which it has met a type with an error in it.
    pub(super) fn mention(&self) -> Option<TokenStream> {
        let is_by_variant = |field: &&Field| matches!(field.plain.places, Some(Places::Variants { .. }));
        let cells = self.cell_in_block(self.fields().filter(is_by_variant).find(|field| !field.generic)?);
        Some(quote!(let _ = ::core::marker::PhantomData::<#cells>;))
    }

    /// The features that the struct needs: `const _: () = __rt::feature::wait::<()>();`
    pub(super) fn features(&self) -> TokenStream {
        let rt = &self.rt;
        let features = self.methods().filter_map(|(_, named)| Some((named.method.feature?, named.key.as_ref()?)));
        let features = features.chain(self.state.block.iter().map(|block| ("per_thread", &block.key)));
        let features = features.map(|(feature, key)| {
            let feature = format_ident!("{feature}");
            moved(quote!(const _: () = #rt::feature::#feature::<()>();), key.span().resolved_at(Span::call_site()))
        });
        quote!(#(#features)*)
    }

    /// The checks of a struct with a mistake in another field. One with a lifetime has no types of its own.
    pub(super) fn checks_of_types(&self) -> Option<TokenStream> {
        let (runtime, rt, checks) = (self.runtime, &self.rt, self.checks());
        let has_checks = self.fields().any(|field| field.checked) && self.head.generics.lifetimes().next().is_none();
        has_checks.then(|| quote!(#[allow(unused_imports)] use #runtime::__private as #rt; #checks))
    }

    /// The constants that values start at, each as a type:
    ///
    /// ```text
    /// enum __Start0 {}
    /// impl __rt::value::Start for __Start0 {
    ///     type Value = u32;
    ///     const VALUE: u32 = 100;
    /// }
    /// ```
    fn starts(&self) -> impl Iterator<Item = TokenStream> {
        let rt = &self.rt;
        self.fields().filter_map(move |field| {
            let (start, name, ty) = (field.start.as_ref()?, self.start_of(field), &field.plain.ty);
            let constant = &start.constant;
            let constant = if start.is_variant { quote!(<#ty>::#constant) } else { quote!(#constant) };
            Some(quote! {
                enum #name {}
                impl #rt::value::Start for #name {
                    type Value = #ty;
                    const VALUE: #ty = #constant;
                }
            })
        })
    }

    pub(super) fn start_of(&self, field: &Field) -> Ident {
        self.state.fresh(&format!("__Start{}", field.index))
    }
}

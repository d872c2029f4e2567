//! Events: what one thread records in a state `per_thread` all at once.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident};

use super::{Context, doc, documentation, generated, text, with_lifetime};
use crate::model::{Field, Head, NamedMethod};

impl Context<'_> {
    /// ```text
    /// pub struct WorkerStateEvent<'event> {
    ///     block: ::atomic_state::__private::Event<'event, __WorkerStateBlock>,
    /// }
    ///
    /// impl WorkerStateEvent<'_> { pub fn record_bytes(&self, amount: u64) { … } }
    /// ```
    pub(super) fn event(&self, block: &Ident, event: &Ident) -> (TokenStream, TokenStream) {
        let Self { ty_generics, where_clause, runtime, rt, .. } = self;
        let Head { vis, allows, .. } = self.head;
        let (shares, formatter) = (&self.block, self.state.fresh("formatter"));
        let generics = self.generics_of_event();
        let (impl_generics, event_generics, _) = generics.split_for_impl();
        let lifetime = generics.lifetimes().next();
        let attributes = self.state.attributes.iter().filter(|attribute| attribute.path().is_ident("deprecated"));
        let docs = doc(&documentation::of_event(self.state));
        let definition = quote! {
            #docs
            #(#attributes)*
            #(#allows)*
            #vis struct #event #generics #where_clause {
                #shares: #runtime::__private::Event<#lifetime, #block #ty_generics>,
            }
        };
        let methods: TokenStream = self.local_methods().map(|(field, named)| self.event_method(field, named)).collect();
        let text = text(event);
        let implementation = quote! {
            impl #impl_generics #event #event_generics #where_clause {
                #methods
            }

            #[automatically_derived]
            impl #impl_generics ::core::fmt::Debug for #event #event_generics #where_clause {
                fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    let _ = &self.#shares;
                    #rt::debug(#formatter, #text, &[])
                }
            }
        };
        (definition, implementation)
    }

    fn generics_of_event(&self) -> Generics {
        with_lifetime(&self.head.generics, &format!("'{}", self.state.fresh("event")))
    }

    /// ```text
    /// pub fn record_bytes(&self, amount: u64) {
    ///     ::atomic_state::Counter::record(&self.block.bytes, amount);
    /// }
    /// ```
    fn event_method(&self, field: &Field, named: &NamedMethod) -> TokenStream {
        let block = &self.block;
        let share = self.place(field, quote!(self.#block));
        let body = self.record(field, &share, named.method, || quote!(true));
        self.item(field, named, &documentation::of_event_method(self.state, named), body)
    }

    /// ```text
    /// pub fn event<R>(&self, event: impl FnOnce(&WorkerStateEvent<'_>) -> R) -> R {
    ///     __rt::event(&self.shares, |block| event(&WorkerStateEvent { block }))
    /// }
    /// ```
    pub(super) fn event_fn(&self) -> Option<TokenStream> {
        let (rt, per_thread) = (&self.rt, &self.per_thread);
        self.function_of_event(&quote!(#rt::event), &quote!(&self.#per_thread))
    }

    /// The same of the view: `__rt::Lease::event(&self.lease, |block| …)`
    pub(super) fn local_event_fn(&self) -> Option<TokenStream> {
        let Self { rt, lease, .. } = self;
        self.function_of_event(&quote!(#rt::Lease::event), &quote!(&self.#lease))
    }

    fn function_of_event(&self, function: &TokenStream, of: &TokenStream) -> Option<TokenStream> {
        let (event_type, name) = (generated(self.head.event.as_ref()?), self.head.functions.event.as_ref()?);
        let vis = &self.head.vis;
        let block = &self.block;
        let [event, result] = ["event", "R"].map(|name| self.state.fresh(name));
        let generics = with_lifetime(&self.head.generics, "'_");
        let (_, ty_generics, _) = generics.split_for_impl();
        let docs = doc(&documentation::of_event_fn());
        Some(quote! {
            #docs
            #[inline]
            #vis fn #name<#result>(
                &self,
                #event: impl ::core::ops::FnOnce(&#event_type #ty_generics) -> #result,
            ) -> #result {
                #function(#of, |#block| #event(&#event_type { #block }))
            }
        })
    }
}

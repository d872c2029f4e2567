//! What a state `per_thread` has beside it: the block that each thread has, and a thread's view of the state. Its
//! events are in `event.rs`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident};

use super::{Context, doc, documentation, generated, text, with_lifetime};
use crate::model::{Field, Head, NamedMethod};
use crate::schema::{Body, Receiver, Shares};

impl<'a> Context<'a> {
    /// The definitions of the types, and what they implement.
    pub(super) fn block_and_local(&self) -> Option<(TokenStream, TokenStream)> {
        let block = generated(&self.state.block.as_ref()?.name);
        let local = generated(self.head.local.as_ref()?);
        let event = generated(self.head.event.as_ref()?);
        let (block_type, block_impls) = self.block(&block);
        let fields_impl = self.fields_impl(&block);
        let (local_type, local_impls) = self.local(&block, &local);
        let (event_type, event_impls) = self.event(&block, &event);
        Some((quote!(#block_type #local_type #event_type), quote!(#block_impls #fields_impl #local_impls #event_impls)))
    }

    /// The state's field that holds the blocks: `shares: ::atomic_state::__private::PerThread<__WorkerStateBlock>,`
    pub(super) fn per_thread_field(&self) -> Option<TokenStream> {
        let Self { per_thread, runtime, ty_generics, .. } = self;
        let block = generated(&self.state.block.as_ref()?.name);
        Some(quote!(#per_thread: #runtime::__private::PerThread<#block #ty_generics>,))
    }

    /// The field's first value:
    /// `shares: __rt::PerThread::new(::atomic_state::__private::new_block!(__WorkerStateBlock)),`
    pub(super) fn per_thread_initial(&self) -> Option<TokenStream> {
        let Self { per_thread, rt, runtime, ty_generics, .. } = self;
        let block = generated(&self.state.block.as_ref()?.name);
        Some(quote!(#per_thread: #rt::PerThread::new(#runtime::__private::new_block!(#block #ty_generics)),))
    }

    /// The field with saved values: `shares: __rt::PerThread::new(__WorkerStateBlock { … }),`
    pub(super) fn per_thread_restored(&self, value: impl Fn(&Field) -> TokenStream) -> Option<TokenStream> {
        let Self { per_thread, rt, .. } = self;
        let block = generated(&self.state.block.as_ref()?.name);
        let (base, parameters): (TokenStream, _) = (self.shared_out().map(value).collect(), self.parameters_value());
        Some(quote!(#per_thread: #rt::PerThread::new(#block { #base #parameters }),))
    }

    /// ```text
    /// struct __WorkerStateBlock {
    ///     bytes: ::atomic_state::Counter<u64, ::atomic_state::__private::Single>,
    /// }
    ///
    /// impl Default for __WorkerStateBlock { fn default() -> Self { ::atomic_state::__private::new_block!(Self) } }
    /// ```
    fn block(&self, block: &Ident) -> (TokenStream, TokenStream) {
        let Self { runtime, where_clause, .. } = self;
        let generics = &self.head.generics;
        let cell = |field: &Field| {
            let (name, cell) = (generated(&field.ident), self.cell(field));
            quote!(#name: #cell,)
        };
        let cells: TokenStream = self.shared_out().map(cell).chain(self.parameters_field()).collect();
        let allows = &self.head.allows;
        let definition = quote! {
            #[doc(hidden)]
            #(#allows)*
            struct #block #generics #where_clause {
                #cells
            }
        };
        let default = self.implement_for(
            block,
            &quote!(::core::default::Default),
            &quote! {
                fn default() -> Self {
                    #runtime::__private::new_block!(Self)
                }
            },
        );
        (definition, default)
    }

    /// ```text
    /// pub struct WorkerStateLocal<'state> {
    ///     state: &'state WorkerState,
    ///     lease: ::atomic_state::__private::Lease<'state, __WorkerStateBlock>,
    /// }
    ///
    /// impl WorkerStateLocal<'_> { pub fn record_bytes(&self, amount: u64) { … } }
    /// impl Deref for WorkerStateLocal<'_> { type Target = WorkerState; … }
    /// ```
    fn local(&self, block: &Ident, local: &Ident) -> (TokenStream, TokenStream) {
        let Self { name, ty_generics, where_clause, runtime, rt, .. } = self;
        let Head { vis, allows, .. } = self.head;
        let (state, lease, formatter) = (self.state_field(), &self.lease, self.state.fresh("formatter"));
        let generics = self.generics_of_local();
        let (impl_generics, local_generics, _) = generics.split_for_impl();
        let lifetime = generics.lifetimes().next();
        let attributes = &self.state.attributes;
        let docs = doc(&documentation::of_local(self.state));
        let definition = quote! {
            #docs
            #(#attributes)*
            #(#allows)*
            #vis struct #local #generics #where_clause {
                #state: &#lifetime #name #ty_generics,
                #lease: #runtime::__private::Lease<#lifetime, #block #ty_generics>,
            }
        };
        let methods: TokenStream = self.local_methods().map(|(field, named)| self.local_method(field, named)).collect();
        let (text, event) = (text(local), self.local_event_fn());
        let implementation = quote! {
            impl #impl_generics #local #local_generics #where_clause {
                #event
                #methods
            }

            #[automatically_derived]
            impl #impl_generics ::core::ops::Deref for #local #local_generics #where_clause {
                type Target = #name #ty_generics;

                #[inline]
                fn deref(&self) -> &Self::Target {
                    self.#state
                }
            }

            #[automatically_derived]
            impl #impl_generics ::core::fmt::Debug for #local #local_generics #where_clause {
                fn fmt(&self, #formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #rt::debug(#formatter, #text, &[("state", &self.#state)])
                }
            }
        };
        (definition, implementation)
    }

    fn state_field(&self) -> Ident {
        self.state.fresh("state")
    }

    fn generics_of_local(&self) -> Generics {
        with_lifetime(&self.head.generics, &format!("'{}", self.state.fresh("state")))
    }

    /// The methods that are faster with the thread's block at hand.
    pub(super) fn local_methods(&self) -> impl Iterator<Item = (&'a Field, &'a NamedMethod)> {
        self.methods().filter(|(field, named)| {
            let method = named.method;
            let records =
                matches!(method.shares, Shares::WritesOwn | Shares::WritesOwnWithin) && method.body == Body::Call;
            field.per_thread && records && method.receiver == Receiver::Reference
        })
    }

    /// ```text
    /// pub fn record_bytes(&self, amount: u64) {
    ///     ::atomic_state::Counter::record(&self.lease.bytes, amount);
    /// }
    /// ```
    fn local_method(&self, field: &Field, named: &NamedMethod) -> TokenStream {
        let Self { rt, lease, .. } = self;
        let share = self.place(field, quote!(self.#lease));
        let within = || quote!(#rt::Lease::is_in_event(&self.#lease));
        let body = self.record(field, &share, named.method, within);
        self.item(field, named, &documentation::of_local_method(self.state, named), body)
    }

    /// ```text
    /// pub fn local(&self) -> WorkerStateLocal<'_> {
    ///     WorkerStateLocal { state: self, lease: __rt::PerThread::lease(&self.shares) }
    /// }
    /// ```
    pub(super) fn local_fn(&self) -> Option<TokenStream> {
        let (local, name) = (generated(self.head.local.as_ref()?), self.head.functions.local.as_ref()?);
        let Self { rt, per_thread, .. } = self;
        let (vis, state, lease) = (&self.head.vis, self.state_field(), &self.lease);
        let generics = with_lifetime(&self.head.generics, "'_");
        let (_, ty_generics, _) = generics.split_for_impl();
        let docs = doc(&documentation::of_local_fn());
        Some(quote! {
            #docs
            #[must_use]
            #vis fn #name(&self) -> #local #ty_generics {
                #local { #state: self, #lease: #rt::PerThread::lease(&self.#per_thread) }
            }
        })
    }
}

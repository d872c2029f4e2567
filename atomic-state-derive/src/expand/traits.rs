//! The traits that the state implements.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::{Context, generated};

impl Context<'_> {
    pub(super) fn state_traits(&self) -> TokenStream {
        let default = self.implement(
            &quote!(::core::default::Default),
            &quote! {
                fn default() -> Self {
                    Self::new()
                }
            },
        );
        let from = self.from();
        let debug = self.debug();
        let live_state = self.live_state();
        quote!(#default #from #debug #live_state)
    }

    fn from(&self) -> TokenStream {
        let Self { plain, ty_generics, .. } = self;
        let cells = self.each(|part| {
            let name = part.name();
            quote!(#name: ::core::convert::From::from(__saved.#name),)
        });
        let body = self.body(quote!(Self { #cells }));
        self.implement(
            &quote!(::core::convert::From<#plain #ty_generics>),
            &quote! {
                fn from(__saved: #plain #ty_generics) -> Self {
                    #body
                }
            },
        )
    }

    fn debug(&self) -> TokenStream {
        let name = self.state.name.unraw().to_string();
        let cells = self.each(|part| {
            let name = part.name();
            let text = name.unraw().to_string();
            quote!(.field(#text, &self.#name))
        });
        self.implement(
            &quote!(::core::fmt::Debug),
            &quote! {
                fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Formatter::debug_struct(__formatter, #name) #cells .finish()
                }
            },
        )
    }

    fn live_state(&self) -> TokenStream {
        let Self { plain, ty_generics, .. } = self;
        let runtime = &self.state.runtime;
        let cell = quote!(#runtime::__private::Cell);
        let early = self.each(|part| {
            let name = part.name();
            quote!(#name: #cell::early(&self.#name),)
        });
        let early = self.body(quote!(#plain { #early }));
        let late = self.each(|part| {
            let name = part.name();
            quote!(#cell::late(&self.#name, &mut __seen.#name);)
        });
        let take_late = self.each(|part| {
            let name = part.name();
            quote!(#cell::take_late(&self.#name, &mut __seen.#name);)
        });
        let merge = self.each(|part| {
            let name = part.name();
            quote!(#cell::merge(&self.#name, &__batch.#name);)
        });
        let merge_flags = self.each(|part| {
            let name = part.name();
            quote!(#cell::merge_flags(&self.#name, &__batch.#name);)
        });
        let methods = self.state.fields.iter().flat_map(|field| &field.methods).map(|named| generated(&named.name));
        self.implement(
            &quote!(#runtime::LiveState),
            &quote! {
                type Snapshot = #plain #ty_generics;

                #runtime::__private::initial!();

                #[inline]
                fn __early(&self) -> Self::Snapshot {
                    #early
                }

                #[inline]
                fn __late(&self, __seen: &mut Self::Snapshot) {
                    #late
                }

                #[inline]
                fn __take_late(&self, __seen: &mut Self::Snapshot) {
                    #take_late
                }

                #[inline]
                fn __merge(&self, __batch: &Self::Snapshot) {
                    #merge
                }

                #[inline]
                fn __merge_flags(&self, __batch: &Self::Snapshot) {
                    #merge_flags
                }

                #[inline]
                fn __mention_all() {
                    let _ = (Self::take, Self::merge, #(Self::#methods,)*);
                }
            },
        )
    }
}

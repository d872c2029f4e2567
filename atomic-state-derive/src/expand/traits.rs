//! The traits that the state implements.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::part::Part;
use super::{Context, generated};
use crate::kind::Implementation;

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
        let for_fields = self.state.fields.iter().filter_map(|field| {
            let Implementation { of, method, body } = field.kind.implements?(&Part::new(self.state, field))?;
            let (method, body) = (format_ident!("{method}"), self.body(quote!(#body;)));
            let items = quote! {
                #[inline]
                fn #method(&self) {
                    #body
                }
            };
            Some(self.implement(&of, &items))
        });
        quote!(#default #from #debug #live_state #(#for_fields)*)
    }

    fn from(&self) -> TokenStream {
        let Self { plain, ty_generics, .. } = self;
        let from = |part: &Part| {
            let name = part.name();
            quote!(#name: ::core::convert::From::from(__saved.#name),)
        };
        let (cells, per_thread) = (self.each_in_one_place(from), self.new_per_thread(from));
        let body = self.body(quote!(Self { #cells #per_thread }));
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
            let (text, whole) = (part.name().unraw().to_string(), part.whole());
            quote!(.field(#text, &#whole))
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
            let (name, whole) = (part.name(), part.whole());
            quote!(#name: #cell::early(&#whole),)
        });
        let early = self.body(quote!(#plain { #early }));
        let late = self.each(|part| {
            let (name, whole) = (part.name(), part.whole());
            quote!(#cell::late(&#whole, &mut __seen.#name);)
        });
        let take_late = self.each(|part| {
            let (name, whole) = (part.name(), part.whole());
            quote!(#cell::take_late(&#whole, &mut __seen.#name);)
        });
        let merge = self.each(|part| {
            let (name, whole) = (part.name(), part.whole());
            quote!(#cell::merge(&#whole, &__batch.#name);)
        });
        let merge_flags = self.each_in_one_place(|part| {
            let (name, whole) = (part.name(), part.whole());
            quote!(#cell::merge_flags(&#whole, &__batch.#name);)
        });
        let methods = self.state.fields.iter().flat_map(|field| &field.methods).map(|named| generated(&named.name));
        let locals = self.mentioned_locals();
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
                    let _ = (Self::take, Self::merge, #(Self::#methods,)* #locals);
                }
            },
        )
    }
}

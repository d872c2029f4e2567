//! The traits that the state and its plain struct implement.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::{Context, generated};

impl Context<'_> {
    pub(super) fn trait_impls(&self) -> TokenStream {
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
        let atomic_state = self.atomic_state();
        quote!(#default #from #debug #live_state #atomic_state)
    }

    /// An implementation for the state.
    fn implement(&self, of: &TokenStream, items: &TokenStream) -> TokenStream {
        let Self { name, impl_generics, ty_generics, where_clause, .. } = self;
        quote! {
            #[automatically_derived]
            impl #impl_generics #of for #name #ty_generics #where_clause {
                #items
            }
        }
    }

    /// Reads every field of the plain struct, which also keeps a program that takes no snapshot free of warnings.
    fn from(&self) -> TokenStream {
        let Self { plain, ty_generics, .. } = self;
        let cells = self.cells.iter().map(|cell| {
            let field = generated(&cell.field.ident);
            let name = &cell.name;
            quote!(#name: ::core::convert::From::from(__saved.#field))
        });
        let body = self.body(quote!(Self { #(#cells),* }));
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
        let cells = self.cells.iter().map(|cell| {
            let field = cell.field.ident.unraw().to_string();
            let name = &cell.name;
            quote!(.field(#field, &self.#name))
        });
        self.implement(
            &quote!(::core::fmt::Debug),
            &quote! {
                fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Formatter::debug_struct(__formatter, #name) #(#cells)* .finish()
                }
            },
        )
    }

    fn live_state(&self) -> TokenStream {
        let Self { plain, ty_generics, .. } = self;
        let runtime = &self.state.runtime;
        let methods = self.state.fields.iter().flat_map(|field| &field.methods).map(|named| generated(&named.name));
        self.implement(
            &quote!(#runtime::LiveState),
            &quote! {
                type Snapshot = #plain #ty_generics;

                fn snapshot(&self) -> Self::Snapshot {
                    Self::snapshot(self)
                }

                #[inline]
                fn __mention_all() {
                    let _ = (#(Self::#methods,)*);
                }
            },
        )
    }

    fn atomic_state(&self) -> TokenStream {
        let Self { plain, name, impl_generics, ty_generics, where_clause, .. } = self;
        let runtime = &self.state.runtime;
        let has_state = self.state.nameable.then(|| {
            quote! {
                #[automatically_derived]
                impl #impl_generics #runtime::HasState for #plain #ty_generics #where_clause {
                    type State = #name #ty_generics;
                }
            }
        });
        quote! {
            #[automatically_derived]
            impl #impl_generics #runtime::AtomicState for #plain #ty_generics #where_clause {}
            #has_state
        }
    }
}

//! The methods of the state's own.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Cell, Context, doc, documentation, generated};
use crate::docs;
use crate::kind::{Access, Returns};
use crate::model::{Field, NamedMethod};

impl Context<'_> {
    pub(super) fn inherent_impl(&self) -> TokenStream {
        let Self { name, impl_generics, ty_generics, where_clause, .. } = self;
        let new = self.new_fn();
        let snapshot = self.snapshot();
        let methods =
            self.state.fields.iter().flat_map(|field| field.methods.iter().map(|named| self.method(field, named)));
        quote! {
            impl #impl_generics #name #ty_generics #where_clause {
                #new
                #snapshot
                #(#methods)*
            }
        }
    }

    fn new_fn(&self) -> TokenStream {
        let runtime = &self.state.runtime;
        let vis = &self.state.vis;
        let docs = doc(&["Every counter at zero, every flag unset.".to_owned()]);
        let cells = self.cells.iter().map(|Cell { name, path, .. }| quote!(#name: #path::new(),));
        let parameters = self.mistaken.then(|| quote!(__parameters: ::core::marker::PhantomData));
        quote! {
            #runtime::__private::const_fn! {
                #docs
                #[must_use]
                #[inline]
                #vis fn new() -> Self {
                    Self { #(#cells)* #parameters }
                }
            }
        }
    }

    fn snapshot(&self) -> TokenStream {
        let Self { plain, ty_generics, .. } = self;
        let vis = &self.state.vis;
        let docs = doc(&documentation::of_snapshot(self.state));
        let fields = self.cells_as_read().map(|cell| {
            let field = generated(&cell.field.ident);
            let value = cell.call("get", &TokenStream::new());
            quote!(#field: #value)
        });
        let body = self.body(quote!(#plain { #(#fields),* }));
        quote! {
            #docs
            #[must_use]
            #vis fn snapshot(&self) -> #plain #ty_generics {
                #body
            }
        }
    }

    fn method(&self, field: &Field, named: &NamedMethod) -> TokenStream {
        let NamedMethod { method, name } = named;
        let Field { ty, vis, .. } = field;
        let (carried, own) = docs::split(&field.carried);
        let docs = doc(&documentation::of_method(self.state, field, named, &own));
        let argument = method.argument.map(|argument| format_ident!("{argument}"));
        let parameter = argument.as_ref().map(|argument| quote!(, #argument: #ty));
        let passed = argument.as_ref().map(|argument| quote!(, #argument));
        let returns = match method.returns {
            Returns::Nothing => None,
            Returns::Value => Some(quote!(-> #ty)),
            Returns::Bool => Some(quote!(-> ::core::primitive::bool)),
        };
        let must_use = matches!(method.access, Access::Load).then(|| quote!(#[must_use]));
        let call = Cell::new(field, self.state).call(method.key, &quote!(#passed));
        let semicolon = matches!(method.returns, Returns::Nothing).then(|| quote!(;));
        let body = self.body(quote!(#call #semicolon));
        quote! {
            #docs
            #(#carried)*
            #must_use
            #[inline]
            #vis fn #name(&self #parameter) #returns {
                #body
            }
        }
    }
}

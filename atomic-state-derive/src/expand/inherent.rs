//! The methods of the state's own.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::part::Part;
use super::{Context, doc, documentation};
use crate::docs;
use crate::kind::{Access, Receiver};
use crate::model::{Field, NamedMethod};

impl Context<'_> {
    pub(super) fn inherent_impl(&self) -> TokenStream {
        let Self { name, impl_generics, ty_generics, where_clause, .. } = self;
        let new = self.new_fn();
        let whole = self.whole();
        let fields = &self.state.fields;
        let methods = fields.iter().flat_map(|field| field.methods.iter().map(|named| self.method(field, named)));
        quote! {
            impl #impl_generics #name #ty_generics #where_clause {
                #new
                #whole
                #(#methods)*
            }
        }
    }

    fn new_fn(&self) -> TokenStream {
        let runtime = &self.state.runtime;
        let vis = &self.state.vis;
        let docs = doc(&documentation::of_new());
        let cells = self.each(|part| {
            let (name, initial) = (part.name(), (part.field.kind.initial)(part));
            quote!(#name: #initial,)
        });
        let parameters = self.mistaken.then(|| quote!(__parameters: ::core::marker::PhantomData));
        quote! {
            #runtime::__private::const_fn! {
                #docs
                #[must_use]
                #[inline]
                #vis fn new() -> Self {
                    Self { #cells #parameters }
                }
            }
        }
    }

    /// What concerns all fields at once.
    fn whole(&self) -> TokenStream {
        let Self { plain, ty_generics, .. } = self;
        let vis = &self.state.vis;
        let live_state = &self.state.runtime;
        let live_state = quote!(#live_state::LiveState);
        let [snapshot, take, merge] = documentation::of_whole(self.state).map(|lines| doc(&lines));
        quote! {
            #snapshot
            #[must_use]
            #vis fn snapshot(&self) -> #plain #ty_generics {
                #live_state::snapshot(self)
            }

            #take
            #vis fn take(&self) -> #plain #ty_generics {
                #live_state::take(self)
            }

            #merge
            #vis fn merge(&self, batch: &#plain #ty_generics) {
                #live_state::merge(self, batch);
            }
        }
    }

    fn method(&self, field: &Field, named: &NamedMethod) -> TokenStream {
        let NamedMethod { method, name, .. } = named;
        let vis = &field.vis;
        let part = Part::new(self.state, field);
        let runtime = part.runtime();
        let (carried, own) = docs::split(&field.carried);
        let docs = doc(&documentation::of_method(self.state, field, named, &own));
        let receiver = match method.receiver {
            Receiver::Reference => quote!(&self),
            Receiver::Arc => quote!(self: &#runtime::__private::Arc<Self>),
        };
        let argument = method.argument.map(|(argument, ty)| (format_ident!("{argument}"), ty(&part)));
        let parameter = argument.as_ref().map(|(argument, ty)| quote!(, #argument: #ty));
        let returns = method.returns.map(|returns| returns(&part));
        let arrow = returns.as_ref().map(|returns| quote!(-> #returns));
        let semicolon = returns.is_none().then(|| quote!(;));
        let must_use = matches!(method.access, Access::Load | Access::Borrow).then(|| quote!(#[must_use]));
        let body = match method.body {
            Some(body) => body(&part),
            None => part.call(method.key, argument.as_ref().map(|(argument, _)| argument)),
        };
        let body = self.body(quote!(#body #semicolon));
        quote! {
            #docs
            #(#carried)*
            #must_use
            #[inline]
            #vis fn #name(#receiver #parameter) #arrow {
                #body
            }
        }
    }
}

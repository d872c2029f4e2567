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
        let local = self.local_fn();
        let fields = &self.state.fields;
        let methods = fields.iter().flat_map(|field| field.methods.iter().map(|named| self.method(field, named)));
        quote! {
            impl #impl_generics #name #ty_generics #where_clause {
                #new
                #whole
                #local
                #(#methods)*
            }
        }
    }

    fn new_fn(&self) -> TokenStream {
        let runtime = &self.state.runtime;
        let vis = &self.state.vis;
        let docs = doc(&documentation::of_new());
        let initial = |part: &Part| {
            let (name, initial) = (part.name(), (part.field.kind.initial)(part));
            quote!(#name: #initial,)
        };
        let cells = self.each_in_one_place(initial);
        let per_thread = self.new_per_thread(initial);
        let parameters = self.mistaken.then(|| quote!(__parameters: ::core::marker::PhantomData));
        quote! {
            #runtime::__private::const_fn! {
                #docs
                #[must_use]
                #[inline]
                #vis fn new() -> Self {
                    Self { #cells #per_thread #parameters }
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
        let part = Part::new(self.state, field);
        let (_, own) = docs::split(&field.carried);
        let docs = documentation::of_method(self.state, field, named, &own);
        let method = named.method;
        let argument = method.argument.map(|(argument, _)| format_ident!("{argument}"));
        let body = match method.body {
            Some(body) => body(&part),
            None => part.call(method, argument.as_ref()),
        };
        self.item(&part, named, &docs, &body)
    }

    /// A method with its attributes and signature.
    pub(super) fn item(&self, part: &Part, named: &NamedMethod, docs: &[String], body: &TokenStream) -> TokenStream {
        let NamedMethod { method, name, .. } = named;
        let (runtime, vis, docs) = (part.runtime(), &part.field.vis, doc(docs));
        let (carried, _) = docs::split(&part.field.carried);
        let receiver = match method.receiver {
            Receiver::Reference => quote!(&self),
            Receiver::Arc => quote!(self: &#runtime::__private::Arc<Self>),
        };
        let parameter = method.argument.map(|(argument, ty)| {
            let (argument, ty) = (format_ident!("{argument}"), ty(part));
            quote!(, #argument: #ty)
        });
        let returns = method.returns.map(|returns| returns(part));
        let arrow = returns.as_ref().map(|returns| quote!(-> #returns));
        let semicolon = returns.is_none().then(|| quote!(;));
        let must_use = matches!(method.access, Access::Load | Access::Borrow).then(|| quote!(#[must_use]));
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

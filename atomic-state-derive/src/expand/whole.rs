//! The state's own functions: what concerns all fields at once, and the methods of each field.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Context, doc, documentation, generated};
use crate::model::Field;
use crate::schema::Cell;

impl Context<'_> {
    /// `impl WorkerState { … }`
    pub(super) fn inherent_impl(&self) -> TokenStream {
        let Self { name, impl_generics, ty_generics, where_clause, .. } = self;
        let new = self.new_fn();
        let whole = self.whole();
        let local = self.local_fn();
        let methods = self.methods().map(|(field, named)| self.method(field, named));
        quote! {
            impl #impl_generics #name #ty_generics #where_clause {
                #new
                #whole
                #local
                #(#methods)*
            }
        }
    }

    /// ```text
    /// pub const fn new() -> Self {
    ///     Self { bytes: ::atomic_state::Counter::new() }
    /// }
    /// ```
    fn new_fn(&self) -> TokenStream {
        let (rt, vis) = (&self.rt, &self.head.vis);
        let docs = doc(&documentation::of_new(self.state));
        let cells = self.in_one_place().map(|field| self.initial(field));
        let per_thread = self.per_thread_value(|field| self.initial(field));
        quote! {
            #rt::const_fn! {
                #docs
                #[must_use]
                #[inline]
                #vis fn new() -> Self {
                    Self { #(#cells)* #per_thread }
                }
            }
        }
    }

    /// `bytes: ::atomic_state::Counter::new(),`
    fn initial(&self, field: &Field) -> TokenStream {
        let (rt, name) = (&self.rt, generated(&field.ident));
        if let Cell::State = field.kind.cell {
            let cell = self.cell_in_block(field);
            return quote!(#name: #rt::new_nested!(#cell),);
        }
        let path = self.cell_path(field);
        quote!(#name: #path::new(),)
    }

    /// ```text
    /// pub fn snapshot(&self) -> Worker {
    ///     ::atomic_state::LiveState::snapshot(self)
    /// }
    /// ```
    fn whole(&self) -> TokenStream {
        let Self { plain, ty_generics, runtime, .. } = self;
        let vis = &self.head.vis;
        let batch = self.state.fresh("batch");
        let [snapshot, take, merge] = documentation::of_whole(self.state).map(|lines| doc(&lines));
        quote! {
            #snapshot
            #[allow(clippy::same_name_method)]
            #[must_use]
            #vis fn snapshot(&self) -> #plain #ty_generics {
                #runtime::LiveState::snapshot(self)
            }

            #take
            #[allow(clippy::same_name_method)]
            #vis fn take(&self) -> #plain #ty_generics {
                #runtime::LiveState::take(self)
            }

            #merge
            #[allow(clippy::same_name_method)]
            #vis fn merge(&self, #batch: &#plain #ty_generics) {
                #runtime::LiveState::merge(self, #batch);
            }
        }
    }
}

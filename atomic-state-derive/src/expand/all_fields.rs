//! The state's own functions: what concerns all fields at once, and the methods of each field.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Context, doc, documentation};

impl Context<'_> {
    /// `impl WorkerState { … }`
    pub(super) fn inherent_impl(&self) -> TokenStream {
        let Self { name, impl_generics, ty_generics, where_clause, .. } = self;
        let new = self.new_fn();
        let functions = self.functions();
        let (local, event) = (self.local_fn(), self.event_fn());
        let methods: TokenStream = self.methods().map(|(field, named)| self.method(field, named)).collect();
        quote! {
            impl #impl_generics #name #ty_generics #where_clause {
                #new
                #functions
                #local
                #event
                #methods
            }
        }
    }

    /// ```text
    /// pub const fn new() -> Self {
    ///     ::atomic_state::__private::new_state!(Self)
    /// }
    /// ```
    fn new_fn(&self) -> Option<TokenStream> {
        let new = self.head.functions.new.as_ref()?;
        let (runtime, vis) = (self.runtime, &self.head.vis);
        let docs = doc(&documentation::of_new(self.state));
        Some(quote! {
            #runtime::__private::const_fn! {
                #docs
                #[must_use]
                #[inline]
                #vis fn #new() -> Self {
                    #runtime::__private::new_state!(Self)
                }
            }
        })
    }

    /// ```text
    /// pub fn snapshot(&self) -> Worker {
    ///     ::atomic_state::LiveState::snapshot(self)
    /// }
    /// ```
    fn functions(&self) -> TokenStream {
        let Self { plain, ty_generics, runtime, .. } = self;
        let (vis, functions) = (&self.head.vis, &self.head.functions);
        let batch = self.state.fresh("batch");
        let [snapshot_docs, take_docs, take_extremes_docs, merge_docs] =
            documentation::of_functions(self.state).map(|lines| doc(&lines));
        let (must_use, mention) = (quote!(#[must_use]), self.mention());
        let reading = [
            (&functions.snapshot, "snapshot", snapshot_docs, Some(must_use)),
            (&functions.take, "take", take_docs, None),
            (&functions.take_extremes, "take_extremes", take_extremes_docs, None),
        ];
        let reading = reading.into_iter().filter_map(|(name, method, docs, must_use)| {
            let (name, method) = (name.as_ref()?, format_ident!("{method}"));
            Some(quote! {
                #docs
                #[allow(clippy::same_name_method)]
                #must_use
                #vis fn #name(&self) -> #plain #ty_generics {
                    #mention
                    #runtime::LiveState::#method(self)
                }
            })
        });
        let merge = functions.merge.as_ref().map(|name| {
            quote! {
                #merge_docs
                #[allow(clippy::same_name_method)]
                #vis fn #name(&self, #batch: &#plain #ty_generics) {
                    #runtime::LiveState::merge(self, #batch);
                }
            }
        });
        quote!(#(#reading)* #merge)
    }
}

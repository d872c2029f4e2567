//! How the shares of all threads are read in one pass.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use super::{Context, used};

impl Context<'_> {
    /// ```text
    /// impl __rt::Fields for __WorkerStateBlock {
    ///     ::atomic_state::__private::initial!(Self { bytes: __Cell0::new() });
    ///     fn __each<S: __rt::Step<Self>>(step: &S, sums: &mut Self) {
    ///         S::__with(step, |block| &block.bytes, &mut sums.bytes);
    ///     }
    /// }
    /// ```
    pub(super) fn fields_impl(&self, block: &Ident) -> TokenStream {
        let Self { rt, runtime, block: block_of, .. } = self;
        let [sums, step, steps] = ["sums", "step", "S"].map(|name| self.state.fresh(name));
        let initial = self.shared_out().map(|field| self.initial(field)).chain(self.parameters_value());
        let each: TokenStream = self
            .shared_out()
            .map(|field| {
                let name = used(&field.ident);
                quote!(#steps::__with(#step, |#block_of| &#block_of.#name, &mut #sums.#name);)
            })
            .collect();
        let unused = each.is_empty().then(|| quote!(let _ = (#step, #sums);));
        self.implement_for(
            block,
            &quote!(#rt::Fields),
            &quote! {
                #runtime::__private::initial!(Self { #(#initial)* });

                #[inline]
                fn __each<#steps: #rt::Step<Self>>(#step: &#steps, #sums: &mut Self) {
                    #unused
                    #each
                }
            },
        )
    }

    /// `let mut sums = __rt::read_all::<R, _>(&self.shares);`
    pub(super) fn sums(&self, read: &Ident) -> Option<TokenStream> {
        self.shared_out().next()?;
        let (rt, per_thread, sums) = (&self.rt, &self.per_thread, self.state.fresh("sums"));
        Some(quote!(let mut #sums = #rt::read_all::<#read, _>(&self.#per_thread);))
    }

    /// The field in the plain struct: `bytes: value(&mut sums.bytes),`
    pub(super) fn total(&self, name: &Ident) -> TokenStream {
        let (value, sums) = (&self.imported.value, self.state.fresh("sums"));
        quote!(#name: #value(&mut #sums.#name),)
    }
}

//! How the shares of all threads are read in one pass.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Index};

use super::{Context, used};
use crate::model::Field;

impl Context<'_> {
    /// ```text
    /// impl __rt::Fields for __WorkerStateBlock {
    ///     ::atomic_state::__private::initial!(Self { bytes: __Cell0::new() });
    ///     type Sums = (<__Cell0 as Share>::Sum,);
    ///     fn __none() -> Self::Sums { (<__Cell0 as Share>::__none(),) }
    ///     fn __each<S: __rt::Step<Self>>(step: &S, sums: &mut Self::Sums) {
    ///         S::__with(step, |block| &block.bytes, &mut sums.0);
    ///     }
    ///     fn __add(sums: &mut Self::Sums, seen: &Self::Sums) {
    ///         <__Cell0 as Share>::__add(&mut sums.0, &seen.0);
    ///     }
    /// }
    /// ```
    pub(super) fn fields_impl(&self, block: &Ident) -> TokenStream {
        let Self { rt, runtime, .. } = self;
        let [sums, seen, block_of, step, steps] =
            ["sums", "seen", "block", "step", "S"].map(|name| self.state.fresh(name));
        let initial = self.shared_out().map(|field| self.initial(field)).chain(self.parameters_value());
        let shares: Vec<_> = self.shared_out().map(|field| self.share(field)).collect();
        let names: Vec<_> = self.shared_out().map(|field| used(&field.ident)).collect();
        let places: Vec<_> = (0..shares.len()).map(Index::from).collect();
        let unused = shares.is_empty().then(|| [quote!(let _ = #sums;), quote!(let _ = #seen;)]);
        let [none, nothing_seen] = unused.unwrap_or_default();
        let nothing = (!shares.is_empty()).then(|| quote!((#(<#shares>::__none(),)*)));
        self.implement_for(
            block,
            &quote!(#rt::Fields),
            &quote! {
                #runtime::__private::initial!(Self { #(#initial)* });

                type Sums = (#(<#shares>::Sum,)*);

                #[inline]
                fn __none() -> Self::Sums {
                    #nothing
                }

                #[inline]
                fn __each<#steps: #rt::Step<Self>>(#step: &#steps, #sums: &mut Self::Sums) {
                    #none
                    #(#steps::__with(#step, |#block_of| &#block_of.#names, &mut #sums.#places);)*
                }

                #[inline]
                fn __add(#sums: &mut Self::Sums, #seen: &Self::Sums) {
                    #none
                    #nothing_seen
                    #(<#shares>::__add(&mut #sums.#places, &#seen.#places);)*
                }
            },
        )
    }

    /// `let sums = __rt::read_all::<R, _>(&self.shares);`
    pub(super) fn sums(&self, read: &Ident) -> Option<TokenStream> {
        self.shared_out().next()?;
        let (rt, per_thread, sums) = (&self.rt, &self.per_thread, self.state.fresh("sums"));
        Some(quote!(let #sums = #rt::read_all::<#read, _>(&self.#per_thread);))
    }

    /// The field in the plain struct: `bytes: <__Cell0 as Share>::__value(&sums.0),`
    pub(super) fn total(&self, field: &Field, name: &Ident) -> TokenStream {
        let (share, sums) = (self.share(field), self.state.fresh("sums"));
        let before = self.shared_out().take_while(|other| other.index < field.index).count();
        let place = Index::from(before);
        quote!(#name: <#share>::__value(&#sums.#place),)
    }

    /// `__Cell0 as Share`
    fn share(&self, field: &Field) -> TokenStream {
        let (share, cell) = (&self.imported.share, self.cell_in_block(field));
        quote!(#cell as #share)
    }
}

//! The traits that the plain struct implements.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Index;

use super::imports::Imported;
use super::{Context, text, used};
use crate::model::Field;

impl Context<'_> {
    pub(super) fn plain_traits(&self) -> TokenStream {
        let Self { name, ty_generics, plain, runtime, .. } = self;
        let atomic_state = self.atomic_state();
        let has_state = self
            .head
            .nameable
            .then(|| self.implement_for(plain, &quote!(#runtime::HasState), &quote!(type State = #name #ty_generics;)));
        quote!(#atomic_state #has_state)
    }

    /// ```text
    /// impl AtomicState for Worker {
    ///     const FIELDS: &'static [Field] = &[field::<__Cell0>("bytes", "Bytes sent.")];
    ///
    ///     fn since(&self, earlier: &Self) -> Self {
    ///         Self { bytes: since::<__Cell0>(&self.bytes, &earlier.bytes) }
    ///     }
    ///
    ///     fn merge(&mut self, other: &Self) {
    ///         combine::<__Cell0>(&mut self.bytes, &other.bytes);
    ///     }
    ///
    ///     fn visit<V: Visitor + ?Sized>(&self, visitor: &mut V) {
    ///         visit::<__Cell0, Self, 0>(&self.bytes, visitor);
    ///     }
    /// }
    /// ```
    fn atomic_state(&self) -> TokenStream {
        let Self { plain, runtime, rt, .. } = self;
        let Imported { combine, since: since_of, visit: visit_of, .. } = &self.imported;
        let [earlier, other, visitor, v] = ["earlier", "other", "visitor", "V"].map(|name| self.state.fresh(name));
        let metadata: TokenStream = self.fields().map(|field| self.metadata(field)).collect();
        let since = self.plain_values(|field, name| {
            let cell = self.cell_in_block(field);
            quote!(#name: #since_of::<#cell>(&self.#name, &#earlier.#name),)
        });
        let merge = |field: &Field| {
            let (name, cell) = (used(&field.ident), self.cell_in_block(field));
            quote!(#combine::<#cell>(&mut self.#name, &#other.#name);)
        };
        let merge: TokenStream = self.fields().map(merge).collect();
        let raise = self.fields().filter_map(|gauge| {
            let (name, peak) = (used(&gauge.ident), used(gauge.peak.as_ref()?));
            let cell = self.cell_in_block(gauge);
            Some(quote!(#rt::raise_peak::<#cell>(&mut self.#peak, &self.#name);))
        });
        let visit = |field: &Field| {
            let (name, cell, index) = (used(&field.ident), self.cell_in_block(field), Index::from(field.index));
            quote!(#visit_of::<#cell, Self, #index>(&self.#name, #visitor);)
        };
        let visit: TokenStream = self.fields().map(visit).collect();
        let unused = self
            .fields()
            .next()
            .is_none()
            .then(|| [quote!(let _ = #earlier;), quote!(let _ = #other;), quote!(let _ = #visitor;)]);
        let [no_earlier, no_other, no_visitor] = unused.unwrap_or_default();
        // A struct whose state is hidden is documented as the plain struct that it is.
        let hidden = (!self.head.nameable).then(|| quote!(#[doc(hidden)]));
        let implementation = self.implement_for(
            plain,
            &quote!(#runtime::AtomicState),
            &quote! {
                const FIELDS: &'static [#runtime::Field] = &[#metadata];

                fn since(&self, #earlier: &Self) -> Self {
                    #no_earlier
                    Self { #since }
                }

                fn merge(&mut self, #other: &Self) {
                    #no_other
                    #merge
                    #(#raise)*
                }

                fn visit<#v: #runtime::Visitor + ?::core::marker::Sized>(&self, #visitor: &mut #v) {
                    #no_visitor
                    #visit
                }
            },
        );
        quote!(#hidden #implementation)
    }

    fn metadata(&self, field: &Field) -> TokenStream {
        let (rt, cell, name) = (&self.rt, self.cell_in_block(field), text(&field.ident));
        let of_field = &self.imported.field;
        let help = field.text.as_deref().unwrap_or_default();
        match (&field.unit, &field.label) {
            (None, None) => quote!(#of_field::<#cell>(#name, #help),),
            (Some(unit), None) => quote!(#rt::in_unit(#unit, #of_field::<#cell>(#name, #help)),),
            (None, Some(label)) => quote!(#rt::labelled(#label, #of_field::<#cell>(#name, #help)),),
            (Some(unit), Some(label)) => {
                quote!(#rt::labelled(#label, #rt::in_unit(#unit, #of_field::<#cell>(#name, #help))),)
            }
        }
    }
}

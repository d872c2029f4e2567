//! The traits that the plain struct implements.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::Context;
use crate::docs;

impl Context<'_> {
    pub(super) fn plain_traits(&self) -> TokenStream {
        let Self { name, ty_generics, .. } = self;
        let runtime = &self.state.runtime;
        let atomic_state = self.atomic_state();
        let has_state = self
            .state
            .nameable
            .then(|| self.implement_plain(&quote!(#runtime::HasState), &quote!(type State = #name #ty_generics;)));
        quote!(#atomic_state #has_state)
    }

    fn atomic_state(&self) -> TokenStream {
        let runtime = &self.state.runtime;
        let private = quote!(#runtime::__private);
        let option = quote!(::core::option::Option);
        let fields = self.each(|part| {
            let cell = part.cell();
            let name = part.name().unraw().to_string();
            let help = docs::summary(&docs::split(&part.field.carried).1);
            let unit = part.field.unit.as_ref().map_or(quote!(#option::None), |unit| quote!(#option::Some(#unit)));
            quote!(#private::field::<#cell>(#name, #help, #unit),)
        });
        let since = self.each(|part| {
            let (cell, name) = (part.cell(), part.name());
            quote!(#name: <#cell as #private::Cell>::since(&self.#name, &__earlier.#name),)
        });
        let since = self.body(quote!(Self { #since }));
        let merge = self.each(|part| {
            let (cell, name) = (part.cell(), part.name());
            quote!(<#cell as #private::Cell>::combine(&mut self.#name, &__other.#name);)
        });
        let mut index = 0_usize;
        let visit = self.each(|part| {
            let (cell, name) = (part.cell(), part.name());
            let tokens = quote!(
                <#cell as #private::Cell>::visit(
                    &self.#name,
                    &<Self as #runtime::AtomicState>::FIELDS[#index],
                    __visitor,
                );
            );
            index += 1;
            tokens
        });
        self.implement_plain(
            &quote!(#runtime::AtomicState),
            &quote! {
                const FIELDS: &'static [#runtime::Field] = &[#fields];

                fn since(&self, __earlier: &Self) -> Self {
                    #since
                }

                fn merge(&mut self, __other: &Self) {
                    #merge
                }

                fn visit<__V: #runtime::Visitor + ?::core::marker::Sized>(&self, __visitor: &mut __V) {
                    #visit
                }
            },
        )
    }
}

//! How a state is read: its flags first, and then the plain struct in one go.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use super::{Context, generated, text, used};

impl Context<'_> {
    /// The first step of a snapshot, and the type of what it finds:
    ///
    /// ```text
    /// pub struct Flags { stop: bool }
    ///
    /// type __StateFlags = Flags;
    /// fn __read_flags(&self) -> Flags {
    ///     Flags { stop: __rt::__Publishes::__flags(&self.stop) }
    /// }
    /// ```
    ///
    /// A state without flags has none to read.
    pub(super) fn flags(&self) -> (Option<TokenStream>, TokenStream) {
        if !self.publishes() {
            return (
                None,
                quote!(
                    type __StateFlags = ();
                    #[inline]
                    fn __read_flags(&self) {}
                ),
            );
        }
        let Self { rt, ty_generics, where_clause, .. } = self;
        let (vis, generics, name) = (&self.head.vis, &self.head.generics, self.state.fresh("Flags"));
        let publishing = || self.fields().filter(|field| field.kind.publishes);
        let types = publishing().map(|field| {
            let (name, cell) = (generated(&field.ident), self.cell_in_block(field));
            quote!(#name: <#cell as #rt::__Publishes>::__Flags)
        });
        let values = publishing().map(|field| {
            let name = used(&field.ident);
            quote!(#name: #rt::__Publishes::__flags(&self.#name))
        });
        let types = types.chain(self.parameters_field());
        let values = values.chain(self.parameters_value());
        let definition = quote! {
            #[doc(hidden)]
            #vis struct #name #generics #where_clause {
                #(#types),*
            }
        };
        let reading = quote! {
            type __StateFlags = #name #ty_generics;

            #[inline]
            fn __read_flags(&self) -> Self::__StateFlags {
                #name { #(#values),* }
            }
        };
        (Some(definition), reading)
    }

    /// The plain struct in one go, whatever is read:
    ///
    /// ```text
    /// fn __read_rest<R: __rt::__Read>(&self, flags: &Flags) -> Worker {
    ///     Worker {
    ///         bytes: __Number::__read::<R>(&self.bytes),
    ///         stop: __rt::__Publishes::__rest::<R>(&self.stop, &flags.stop),
    ///     }
    /// }
    /// ```
    pub(super) fn rest(&self) -> TokenStream {
        let Self { rt, plain, .. } = self;
        let (number, read) = (&self.imported.number, self.state.fresh("R"));
        let flags = self.state.fresh("flags");
        let level = |gauge: &Ident| self.level(gauge);
        let values = self.plain_values(|field, name| {
            if let Some(gauge) = &field.of {
                let (path, level, gauge) = (self.gauge_path(gauge), level(gauge), used(gauge));
                quote!(#name: #path::__read_peak::<#read>(&self.#gauge, &#level),)
            } else if field.peak.is_some() {
                let level = level(&field.ident);
                quote!(#name: #level,)
            } else if field.per_thread {
                self.total(name)
            } else if field.kind.publishes {
                quote!(#name: #rt::__Publishes::__rest::<#read>(&self.#name, &#flags.#name),)
            } else {
                quote!(#name: #number::__read::<#read>(&self.#name),)
            }
        });
        // A gauge is read before its peak, which then shows at least that level.
        let levels = self.fields().filter(|field| field.peak.is_some()).map(|field| {
            let (level, name) = (level(&field.ident), used(&field.ident));
            quote!(let #level = #number::__read::<#read>(&self.#name);)
        });
        let sums = self.sums(&read);
        let flags = if self.publishes() { quote!(#flags: &Self::__StateFlags) } else { quote!((): &()) };
        quote! {
            #[inline]
            fn __read_rest<#read: #rt::__Read>(&self, #flags) -> Self::Snapshot {
                #sums
                #(#levels)*
                #plain { #values }
            }
        }
    }

    /// The name of a gauge's level, which is read before its peak.
    pub(super) fn level(&self, gauge: &Ident) -> Ident {
        self.state.fresh(&format!("__level_{}", text(gauge)))
    }
}

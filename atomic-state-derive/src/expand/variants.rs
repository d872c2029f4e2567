//! What `#[derive(Variants)]` writes.

use proc_macro2::TokenStream;
use quote::quote;

use super::generated;
use crate::model::Variants;

/// ```text
/// const _: () = {
///     impl Reason {
///         pub const fn __index(self) -> usize {
///             match self { Self::TimedOut => 0, Self::Refused => 1 }
///         }
///     }
///
///     impl ::atomic_state::Variants for Reason {
///         const ALL: &'static [Self] = &[Self::TimedOut, Self::Refused];
///         const NAMES: &'static [&'static str] = &["timed_out", "refused"];
///         type __Values<T> = [T; 2];
///         type __Cells<C: ::atomic_state::__private::__Live> = [C; 2];
///         fn index(self) -> usize { Self::__index(self) }
///     }
/// };
/// ```
///
/// The first is for constants, in which no trait's function can be called. A discriminant of the user's is no index.
pub(crate) fn variants(of: &Variants) -> TokenStream {
    let Variants { vis, runtime, all, .. } = of;
    let ident = generated(&of.ident);
    let idents: Vec<_> = all.iter().map(|variant| generated(&variant.ident)).collect();
    let names = all.iter().map(|variant| &variant.name);
    let (count, indices) = (all.len(), 0..all.len());
    quote! {
        const _: () = {
            impl #ident {
                #[doc(hidden)]
                #[inline]
                #vis const fn __index(self) -> ::core::primitive::usize {
                    match self {
                        #(Self::#idents => #indices,)*
                    }
                }
            }

            #[automatically_derived]
            impl #runtime::Variants for #ident {
                const ALL: &'static [Self] = &[#(Self::#idents),*];
                const NAMES: &'static [&'static ::core::primitive::str] = &[#(#names),*];
                type __Values<__T> = [__T; #count];
                type __Cells<__C: #runtime::__private::__Live> = [__C; #count];

                #[inline]
                fn index(self) -> ::core::primitive::usize {
                    Self::__index(self)
                }
            }
        };
    }
}

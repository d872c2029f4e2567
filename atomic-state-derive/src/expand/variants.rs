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
/// An enum with a mistake has no variants, so that the rest of the program compiles.
///
/// The first is for constants, in which no trait's function can be called. A discriminant of the user's is no index.
pub(crate) fn variants(of: &Variants) -> TokenStream {
    let Variants { vis, runtime, all, .. } = of;
    let ident = generated(&of.ident);
    let all = all.as_deref();
    let idents: Vec<_> = all.unwrap_or_default().iter().map(|variant| generated(&variant.ident)).collect();
    let names = all.unwrap_or_default().iter().map(|variant| &variant.name);
    let (count, indices) = (idents.len(), 0..idents.len());
    let index = if all.is_some() { quote!(match self { #(Self::#idents => #indices,)* }) } else { quote!(0) };
    quote! {
        const _: () = {
            impl #ident {
                #[doc(hidden)]
                #[inline]
                #vis const fn __index(self) -> ::core::primitive::usize {
                    #index
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

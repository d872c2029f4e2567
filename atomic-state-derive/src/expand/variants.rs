//! What `#[derive(Variants)]` writes.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Ident, Path, parse_quote};

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
///
///     impl ::atomic_state::__private::phase::PhaseValue for Reason {}
///     …
/// };
/// ```
///
/// An enum with a mistake has no variants, so that the rest of the program compiles.
///
/// The first is for constants, in which no trait's function can be called. A discriminant of the user's is no index.
/// The rest makes the enum a type of other fields.
pub(crate) fn variants(of: &Variants) -> TokenStream {
    let Variants { vis, runtime, generics, all, .. } = of;
    let ident = generated(&of.ident);
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let is_plain = generics.params.is_empty();
    let mut bounded = generics.clone();
    if !is_plain {
        // Whether its arguments let it be `Copy` is seen where it is used.
        bounded.make_where_clause().predicates.push(parse_quote!(Self: ::core::marker::Copy + 'static));
    }
    let bounds = &bounded.where_clause;
    let all = all.as_deref();
    let idents: Vec<_> = all.unwrap_or_default().iter().map(|variant| generated(&variant.ident)).collect();
    let names = all.unwrap_or_default().iter().map(|variant| &variant.name);
    let (count, indices) = (idents.len(), 0..idents.len());
    let index = if all.is_some() { quote!(match self { #(Self::#idents => #indices,)* }) } else { quote!(0) };
    let is_value = all.is_none_or(|all| !all.is_empty());
    let as_values = (is_value && is_plain).then(|| as_values(runtime, &ident));
    quote! {
        const _: () = {
            impl #impl_generics #ident #ty_generics #where_clause {
                #[doc(hidden)]
                #[inline]
                #vis const fn __index(self) -> ::core::primitive::usize {
                    #index
                }
            }

            #[automatically_derived]
            impl #impl_generics #runtime::Variants for #ident #ty_generics #bounds {
                const ALL: &'static [Self] = &[#(Self::#idents),*];
                const NAMES: &'static [&'static ::core::primitive::str] = &[#(#names),*];
                type __Values<__T> = [__T; #count];
                type __Cells<__C: #runtime::__private::__Live> = [__C; #count];

                #[inline]
                fn index(self) -> ::core::primitive::usize {
                    Self::__index(self)
                }
            }

            #as_values
        };
    }
}

/// What makes an enum with variants a type of phases and of last values.
///
/// That an enum is not `Copy` is one error already. As a bound with a lifetime, which the compiler takes on trust, it
/// is no second one here.
fn as_values(runtime: &Path, ident: &Ident) -> TokenStream {
    let value = quote!(#runtime::__private::value);
    let is_copy = quote!(where for<'__a> Self: ::core::marker::Copy);
    quote! {
        #[automatically_derived]
        impl #runtime::__private::phase::PhaseValue for #ident #is_copy {}

        #[automatically_derived]
        impl #value::StoredVariant for #ident #is_copy {}

        #[automatically_derived]
        impl #value::LeavesRoom for #ident #is_copy {
            type Code = ::core::primitive::usize;
        }

        #[automatically_derived]
        impl<__S: #value::Start<Value = Self>> #value::StartsAt<__S> for #ident #is_copy {
            #runtime::__private::start!(
                #value::index_atomic(Self::__index(<__S as #value::Start>::VALUE))
            );
        }
    }
}

//! Stubs: what is written for a struct with a mistake, so that the rest of the program compiles and the mistake is the
//! only error shown. Nothing here ever runs.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident};

use super::signature::{Types, signature};
use super::{generated, with_lifetime};
use crate::model::{Functions, Head, Stub};

/// ```text
/// pub struct WorkerState { … }
/// impl WorkerState {
///     pub const fn new() -> Self { … }
///     pub fn record_bytes(&self, _: u64) { ::core::unimplemented!() }
/// }
/// impl LiveState for WorkerState { … }
/// ```
pub(crate) fn stub(stub: &Stub) -> TokenStream {
    let Head { plain, name, vis, generics, runtime, allows, .. } = &stub.head;
    let (plain, name) = (generated(plain), generated(name));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let methods = methods(stub);
    let functions = functions(stub, &plain);
    let (local_fn, local_type) = local(&stub.head, &name).unzip();
    let [default, from, debug, live_state] = live(&plain, generics, runtime);
    let for_state = [
        (quote!(::core::default::Default), default),
        (quote!(::core::convert::From<#plain #ty_generics>), from),
        (quote!(::core::fmt::Debug), debug),
        (quote!(#runtime::LiveState), live_state),
    ];
    let for_state =
        for_state.map(|(of, items)| quote!(impl #impl_generics #of for #name #ty_generics #where_clause { #items }));
    let has_state = stub.head.nameable.then(|| {
        quote! {
            impl #impl_generics #runtime::HasState for #plain #ty_generics #where_clause {
                type State = #name #ty_generics;
            }
        }
    });
    quote! {
        #(#allows)*
        #vis struct #name #generics #where_clause {
            __parameters: ::core::marker::PhantomData<fn() -> #plain #ty_generics>,
        }
        #local_type
        const _: () = {
            impl #impl_generics #name #ty_generics #where_clause {
                #functions
                #local_fn
                #methods
            }
            #(#for_state)*
            impl #impl_generics #runtime::AtomicState for #plain #ty_generics #where_clause {
                const FIELDS: &'static [#runtime::Field] = &[];
                fn since(&self, _: &Self) -> Self { ::core::unimplemented!() }
                fn merge(&mut self, _: &Self) { ::core::unimplemented!() }
                fn visit<__V: #runtime::Visitor + ?::core::marker::Sized>(&self, _: &mut __V) {
                    ::core::unimplemented!()
                }
            }
            #has_state
        };
    }
}

/// What the functions do. If the mistake is the compiler's to report and it does not, there is an error where they are
/// used.
fn body(stub: &Stub) -> TokenStream {
    let runtime = &stub.head.runtime;
    if stub.is_silent {
        quote!(#runtime::__private::report_missing_kind::<Self>())
    } else {
        quote!(::core::unimplemented!())
    }
}

/// `pub fn snapshot(&self) -> Worker { ::core::unimplemented!() }`
fn functions(stub: &Stub, plain: &Ident) -> TokenStream {
    let head = &stub.head;
    let (vis, (_, ty_generics, _)) = (&head.vis, head.generics.split_for_impl());
    let Functions { new, snapshot, take, take_extremes, merge, .. } = &head.functions;
    let (new, body) = (new.iter(), body(stub));
    let reading = [snapshot, take, take_extremes].into_iter().flatten();
    let merge = merge.iter();
    quote! {
        #(#vis const fn #new() -> Self { Self { __parameters: ::core::marker::PhantomData } })*
        #(#vis fn #reading(&self) -> #plain #ty_generics { #body })*
        #(#vis fn #merge(&self, _: &#plain #ty_generics) { #body })*
    }
}

/// `pub fn record_bytes(&self, _: u64) { ::core::unimplemented!() }`
fn methods(stub: &Stub) -> TokenStream {
    let (runtime, body) = (&stub.head.runtime, body(stub));
    let methods = stub.methods.iter().map(|meant| {
        let types = Types { runtime, plain: &meant.plain, cell: None };
        let signature = signature(meant.method, &meant.name, &meant.vis, &types, |_| quote!(_));
        quote!(#signature { #body })
    });
    methods.collect()
}

/// The items of `Default`, `From`, `Debug` and `LiveState`.
fn live(plain: &Ident, generics: &Generics, runtime: &syn::Path) -> [TokenStream; 4] {
    let (_, ty_generics, _) = generics.split_for_impl();
    [
        quote!(
            fn default() -> Self { #runtime::__private::new_state!(Self) }
        ),
        quote!(fn from(_: #plain #ty_generics) -> Self { #runtime::__private::new_state!(Self) }),
        quote!(
            fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::unimplemented!()
            }
        ),
        quote! {
            type Snapshot = #plain #ty_generics;
            #runtime::__private::initial!(Self { __parameters: ::core::marker::PhantomData });
            type __StateFlags = ();
            fn __from_saved(_: &Self::Snapshot) -> Self { #runtime::__private::new_state!(Self) }
            fn __read_flags(&self) {}
            fn __read_rest<__R: #runtime::__private::__Read>(&self, _: &()) -> Self::Snapshot {
                ::core::unimplemented!()
            }
            fn __merge_numbers(&self, _: &Self::Snapshot) {}
        },
    ]
}

/// `local` and `event`, and types that have all methods of the state.
fn local(head: &Head, name: &Ident) -> Option<(TokenStream, TokenStream)> {
    let (local, event) = (generated(head.local.as_ref()?), generated(head.event.as_ref()?));
    let (vis, (_, ty_generics, where_clause)) = (&head.vis, head.generics.split_for_impl());
    let (generics, elided) = (with_lifetime(&head.generics, "'__state"), with_lifetime(&head.generics, "'_"));
    let (impl_generics, local_generics, _) = generics.split_for_impl();
    let (_, elided, _) = elided.split_for_impl();
    let (locals, events) = (head.functions.local.iter(), head.functions.event.iter());
    let functions = quote! {
        #(#vis fn #locals(&self) -> #local #elided { ::core::unimplemented!() })*
        #(
            #vis fn #events<__R>(&self, _: impl ::core::ops::FnOnce(&#event #elided) -> __R) -> __R {
                ::core::unimplemented!()
            }
        )*
    };
    let definitions = [local.clone(), event.clone()].map(|view| {
        quote! {
            #vis struct #view #generics #where_clause { __state: &'__state #name #ty_generics }
            impl #impl_generics ::core::ops::Deref for #view #local_generics #where_clause {
                type Target = #name #ty_generics;
                fn deref(&self) -> &Self::Target { self.__state }
            }
        }
    });
    Some((functions, quote!(#(#definitions)*)))
}

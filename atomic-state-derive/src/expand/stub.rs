//! Stubs: what is written for a struct with a mistake, so that the rest of the program compiles and the mistake is the
//! only error shown. Nothing here ever runs.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::signature::{Signature, Types};
use super::{Context, generated, with_lifetime};
use crate::model::{Functions, Head, Meant, Places, Stub};

/// ```text
/// pub struct WorkerState { … }
/// impl WorkerState {
///     pub const fn new() -> Self { … }
///     pub fn record_bytes(&self, _: u64) { ::core::unimplemented!() }
/// }
/// impl LiveState for WorkerState { … }
/// ```
///
/// The types of the other fields are checked all the same: all mistakes are reported at once.
pub(crate) fn stub(stub: &Stub) -> TokenStream {
    let head = &stub.right.head;
    let Head { plain, name, vis, generics, runtime, allows, functions, .. } = head;
    let Functions { new, snapshot, take, take_extremes, merge, .. } = functions;
    let (plain, name) = (generated(plain), generated(name));
    let (impl_generics, ty_generics, where_clause) = generics.split_for_impl();
    let (new, merge) = (new.iter(), merge.iter());
    let reading = [snapshot, take, take_extremes].into_iter().flatten();
    // If the mistake is the compiler's to report and it does not, there is an error where a function is used.
    let report = stub.is_silent.then(|| quote!(#runtime::__private::report_missing_kind::<Self>()));
    let body = report.unwrap_or_else(|| quote!(::core::unimplemented!()));
    let field_type = stub.methods.iter().find_map(|meant| match &meant.plain.places {
        Some(Places::Variants { field_type, .. }) => Some(field_type),
        _ => None,
    });
    // Without `Variants` the struct cannot be dropped. The compiler says so where it has found no error yet.
    let mention = field_type.map(|ty| quote!(let _ = ::core::marker::PhantomData::<#ty>;));
    let methods = stub.methods.iter().map(|meant| method(meant, runtime, &body));
    let (views, view_functions) = views(head).unzip();
    let checks = Context::new(&stub.right).checks_of_types();
    let has_state = head.nameable.then_some(quote!(type State = #name #ty_generics;)).into_iter();
    quote! {
        #(#allows)*
        #vis struct #name #generics #where_clause {
            __parameters: ::core::marker::PhantomData<fn() -> #plain #ty_generics>,
        }
        #views
        const _: () = {
            #checks
            impl #impl_generics #name #ty_generics #where_clause {
                #(#vis const fn #new() -> Self { Self { __parameters: ::core::marker::PhantomData } })*
                #(#vis fn #reading(&self) -> #plain #ty_generics { #mention #body })*
                #(#vis fn #merge(&self, _: &#plain #ty_generics) { #body })*
                #view_functions
                #(#methods)*
            }
            impl #impl_generics ::core::default::Default for #name #ty_generics #where_clause {
                fn default() -> Self { #runtime::__private::new_state!(Self) }
            }
            impl #impl_generics ::core::convert::From<#plain #ty_generics> for #name #ty_generics #where_clause {
                fn from(_: #plain #ty_generics) -> Self { #mention #runtime::__private::new_state!(Self) }
            }
            impl #impl_generics ::core::fmt::Debug for #name #ty_generics #where_clause {
                fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result { ::core::unimplemented!() }
            }
            impl #impl_generics #runtime::LiveState for #name #ty_generics #where_clause {
                type Snapshot = #plain #ty_generics;
                #runtime::__private::initial!(Self { __parameters: ::core::marker::PhantomData });
                type __StateFlags = ();
                fn __from_saved(_: &Self::Snapshot) -> Self { #runtime::__private::new_state!(Self) }
                fn __read_flags(&self) {}
                fn __read_rest<__R: #runtime::__private::__Read>(&self, _: &()) -> Self::Snapshot {
                    #mention
                    ::core::unimplemented!()
                }
                fn __merge_numbers(&self, _: &Self::Snapshot) {}
            }
            impl #impl_generics #runtime::AtomicState for #plain #ty_generics #where_clause {
                const FIELDS: &'static [#runtime::Field] = &[];
                fn since(&self, _: &Self) -> Self { #mention ::core::unimplemented!() }
                fn merge(&mut self, _: &Self) { ::core::unimplemented!() }
                fn visit<__V: #runtime::Visitor + ?::core::marker::Sized>(&self, _: &mut __V) {
                    ::core::unimplemented!()
                }
            }
            #(impl #impl_generics #runtime::HasState for #plain #ty_generics #where_clause { #has_state })*
        };
    }
}

/// `pub fn record_bytes(&self, _: u64) { ::core::unimplemented!() }`
fn method(meant: &Meant, runtime: &Path, body: &TokenStream) -> TokenStream {
    let Meant { method, name, vis, plain, .. } = meant;
    let signature =
        Signature { method, name, vis, types: Types { runtime, plain, cell: None }, pattern: |_: &str| quote!(_) };
    quote!(#signature { #body })
}

/// A thread's view and an event, which have all methods of the state, and the functions that return them:
///
/// ```text
/// pub type WorkerStateLocal<'__state> = &'__state WorkerState;
/// pub type WorkerStateEvent<'__state> = &'__state WorkerState;
///
/// pub fn local(&self) -> WorkerStateLocal<'_> { … }
/// pub fn event<R>(&self, _: impl FnOnce(&WorkerStateEvent<'_>) -> R) -> R { … }
/// ```
fn views(head: &Head) -> Option<(TokenStream, TokenStream)> {
    let Head { vis, name, functions, .. } = head;
    let (local, event, name) = (generated(head.local.as_ref()?), generated(head.event.as_ref()?), generated(name));
    let (generics, elided) = (with_lifetime(&head.generics, "'__state"), with_lifetime(&head.generics, "'_"));
    let ((_, ty_generics, _), (_, elided, _)) = (head.generics.split_for_impl(), elided.split_for_impl());
    let (locals, events) = (functions.local.iter(), functions.event.iter());
    let types = quote! {
        #[allow(type_alias_bounds)]
        #vis type #local #generics = &'__state #name #ty_generics;
        #[allow(type_alias_bounds)]
        #vis type #event #generics = &'__state #name #ty_generics;
    };
    let functions = quote! {
        #(#vis fn #locals(&self) -> #local #elided { ::core::unimplemented!() })*
        #(
            #vis fn #events<__R>(&self, _: impl ::core::ops::FnOnce(&#event #elided) -> __R) -> __R {
                ::core::unimplemented!()
            }
        )*
    };
    Some((types, functions))
}

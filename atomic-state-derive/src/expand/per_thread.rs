//! What a state `per_thread` has beside it: the block that each thread has, and a thread's view of the state.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Generics, Ident, Lifetime, parse_quote};

use super::part::Part;
use super::{Context, doc, documentation, generated};
use crate::docs;
use crate::kind::{Reach, Receiver};
use crate::model::{Field, NamedMethod, PerThread};

impl Context<'_> {
    /// The definitions of both types, and what they implement.
    pub(super) fn per_thread(&self) -> Option<(TokenStream, TokenStream)> {
        let per_thread = self.state.per_thread.as_ref()?;
        let (block, block_impls) = self.block(&per_thread.block);
        let (local, local_impls) = self.local(per_thread);
        Some((quote!(#block #local), quote!(#block_impls #local_impls)))
    }

    /// The field that holds the blocks.
    pub(super) fn per_thread_field(&self) -> Option<TokenStream> {
        let per_thread = self.state.per_thread.as_ref().filter(|_| !self.mistaken)?;
        let (runtime, block, ty_generics) = (&self.state.runtime, generated(&per_thread.block), &self.ty_generics);
        Some(quote!(__per_thread: #runtime::__private::PerThread<#block #ty_generics>,))
    }

    /// Its initial value, from those of the fields.
    pub(super) fn new_per_thread(&self, initial: impl Fn(&Part) -> TokenStream) -> Option<TokenStream> {
        let per_thread = self.state.per_thread.as_ref().filter(|_| !self.mistaken)?;
        let (runtime, block) = (&self.state.runtime, generated(&per_thread.block));
        let base = self.each_shared_out(|part| initial(part));
        let parameters = self.parameters_of_block().map(|_| quote!(__parameters: ::core::marker::PhantomData));
        Some(quote!(__per_thread: #runtime::__private::PerThread::new(#block { #base #parameters }),))
    }

    /// Parameters that may stand in no field of the block.
    fn parameters_of_block(&self) -> Option<TokenStream> {
        let Self { plain, ty_generics, .. } = self;
        let parameters = !self.state.generics.params.is_empty();
        parameters.then(|| quote!(__parameters: ::core::marker::PhantomData<fn() -> #plain #ty_generics>))
    }

    fn block(&self, block: &Ident) -> (TokenStream, TokenStream) {
        if self.mistaken {
            return Default::default();
        }
        let (block, generics) = (generated(block), &self.state.generics);
        let Self { impl_generics, ty_generics, where_clause, .. } = self;
        let cells = self.each_shared_out(|part| {
            let (name, cell) = (part.name(), part.cell());
            quote!(#name: #cell,)
        });
        let initial = self.each_shared_out(|part| {
            let name = part.name();
            quote!(#name: ::core::default::Default::default(),)
        });
        let parameters = self.parameters_of_block();
        let no_parameters = parameters.as_ref().map(|_| quote!(__parameters: ::core::marker::PhantomData));
        let definition = quote! {
            #[doc(hidden)]
            struct #block #generics #where_clause {
                #cells
                #parameters
            }
        };
        let default = quote! {
            #[automatically_derived]
            impl #impl_generics ::core::default::Default for #block #ty_generics #where_clause {
                fn default() -> Self {
                    Self { #initial #no_parameters }
                }
            }
        };
        (definition, default)
    }

    fn local(&self, per_thread: &PerThread) -> (TokenStream, TokenStream) {
        let PerThread { block, local } = per_thread;
        let (block, local) = (generated(block), generated(local));
        let Self { name, ty_generics, where_clause, .. } = self;
        let (runtime, vis) = (&self.state.runtime, &self.state.vis);
        let generics = self.generics_of_local("'state");
        let (impl_generics, local_generics, _) = generics.split_for_impl();
        let (carried, _) = docs::split(&self.state.carried);
        let docs = doc(&documentation::of_local(self.state));
        let lease = (!self.mistaken).then(|| quote!(__lease: #runtime::__private::Lease<'state, #block #ty_generics>,));
        let definition = quote! {
            #docs
            #(#carried)*
            #vis struct #local #generics #where_clause {
                __state: &'state #name #ty_generics,
                #lease
            }
        };
        let methods = self.local_methods().map(|(field, named)| self.local_method(field, named));
        let text = local.to_string();
        let implementation = quote! {
            impl #impl_generics #local #local_generics #where_clause {
                #(#methods)*
            }

            #[automatically_derived]
            impl #impl_generics ::core::ops::Deref for #local #local_generics #where_clause {
                type Target = #name #ty_generics;

                #[inline]
                fn deref(&self) -> &Self::Target {
                    self.__state
                }
            }

            #[automatically_derived]
            impl #impl_generics ::core::fmt::Debug for #local #local_generics #where_clause {
                fn fmt(&self, __formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Formatter::debug_tuple(__formatter, #text).field(self.__state).finish()
                }
            }
        };
        (definition, implementation)
    }

    fn generics_of_local(&self, lifetime: &str) -> Generics {
        let lifetime = Lifetime::new(lifetime, Span::call_site());
        let mut generics = self.state.generics.clone();
        generics.params.insert(0, parse_quote!(#lifetime));
        generics
    }

    /// The methods that a thread can be faster at with its block at hand.
    fn local_methods(&self) -> impl Iterator<Item = (&Field, &NamedMethod)> {
        let shared_out = self.state.fields.iter().filter(|field| field.per_thread);
        shared_out.flat_map(|field| field.methods.iter().map(move |named| (field, named))).filter(|(_, named)| {
            let method = named.method;
            method.reach == Reach::Own && method.body.is_none() && matches!(method.receiver, Receiver::Reference)
        })
    }

    fn local_method(&self, field: &Field, named: &NamedMethod) -> TokenStream {
        let part = Part::new(self.state, field);
        let (runtime, name) = (part.runtime(), part.name());
        let share = quote!(#runtime::__private::Lease::block(&self.__lease).#name);
        let argument = named.method.argument.map(|(argument, _)| format_ident!("{argument}"));
        let body = part.on(&share, named.method.key, argument.as_ref());
        self.item(&part, named, &documentation::of_local_method(self.state, field, named), &body)
    }

    /// `local` of the state.
    pub(super) fn local_fn(&self) -> Option<TokenStream> {
        let per_thread = self.state.per_thread.as_ref()?;
        let (runtime, vis, local) = (&self.state.runtime, &self.state.vis, generated(&per_thread.local));
        let generics = self.generics_of_local("'_");
        let (_, ty_generics, _) = generics.split_for_impl();
        let docs = doc(&documentation::of_local_fn());
        let body = self.body(quote! {
            #local { __state: self, __lease: #runtime::__private::PerThread::lease(&self.__per_thread) }
        });
        Some(quote! {
            #docs
            #[must_use]
            #vis fn local(&self) -> #local #ty_generics {
                #body
            }
        })
    }

    /// What keeps the compiler from calling unused what a program has no use for.
    pub(super) fn mentioned_locals(&self) -> Option<TokenStream> {
        let per_thread = self.state.per_thread.as_ref()?;
        let (local, generics) = (generated(&per_thread.local), self.generics_of_local("'_"));
        let (_, generics, _) = generics.split_for_impl();
        let generics = generics.as_turbofish();
        let methods = self.local_methods().map(|(_, named)| generated(&named.name));
        Some(quote!(Self::local, #(#local #generics::#methods,)*))
    }
}

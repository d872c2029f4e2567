//! Writes the model out as tokens.
//!
//! Where the user made a mistake, the same items are written with bodies that do nothing, so that code which uses them
//! compiles and the mistake is the only error shown.

mod documentation;
mod inherent;
pub(crate) mod part;
mod per_thread;
mod plain;
mod traits;

use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::{Attribute, Ident, ImplGenerics, TypeGenerics, WhereClause};

use self::part::Part;
use crate::docs;
use crate::errors::Errors;
use crate::model::State;

pub(crate) fn state(state: &State, errors: Errors) -> TokenStream {
    let context = Context::new(state, !errors.is_empty());
    let definition = context.definition();
    let parameters = context.parameter_names();
    let inherent = context.inherent_impl();
    let traits = context.state_traits();
    let (block_and_local, their_impls) = context.per_thread().unzip();
    let plain = context.plain_traits();
    let assertions = context.assertions();
    let lints = context.allowed_lints();
    let errors = errors.into_compile_errors();
    quote! {
        #errors
        #definition
        #block_and_local
        #(#lints)*
        const _: () = {
            #assertions
            #parameters
            #inherent
            #traits
            #their_impls
            #plain
        };
    }
}

/// The model, and what all the generated items have in common.
struct Context<'a> {
    state: &'a State,
    /// Whether bodies do nothing.
    mistaken: bool,
    /// The fields that the generated type has.
    parts: Vec<Part<'a>>,
    plain: Ident,
    name: Ident,
    impl_generics: ImplGenerics<'a>,
    ty_generics: TypeGenerics<'a>,
    where_clause: Option<&'a WhereClause>,
}

impl<'a> Context<'a> {
    fn new(state: &'a State, mistaken: bool) -> Self {
        let (impl_generics, ty_generics, where_clause) = state.generics.split_for_impl();
        let fields = if mistaken { &[] } else { state.fields.as_slice() };
        Self {
            state,
            mistaken,
            parts: fields.iter().map(|field| Part::new(state, field)).collect(),
            plain: generated(&state.plain),
            name: generated(&state.name),
            impl_generics,
            ty_generics,
            where_clause,
        }
    }

    fn definition(&self) -> TokenStream {
        let State { vis, generics, .. } = self.state;
        let Self { name, plain, ty_generics, where_clause, .. } = self;
        let (carried, _) = docs::split(&self.state.carried);
        let docs = doc(&documentation::of_type(self.state));
        let cells = self.each_in_one_place(|part| {
            let (name, cell) = (part.name(), part.cell());
            quote!(#name: #cell,)
        });
        let per_thread = self.per_thread_field();
        let parameters =
            self.mistaken.then(|| quote!(__parameters: ::core::marker::PhantomData<fn() -> #plain #ty_generics>));
        quote! {
            #docs
            #(#carried)*
            #vis struct #name #generics #where_clause {
                #cells
                #per_thread
                #parameters
            }
        }
    }

    /// A constant of the user's that is named like a parameter would be taken for a pattern; a function may be shadowed.
    fn parameter_names(&self) -> TokenStream {
        let methods = self.state.fields.iter().flat_map(|field| &field.methods);
        let mut names: Vec<&str> = methods.filter_map(|named| Some(named.method.argument?.0)).collect();
        names.push("batch");
        names.sort_unstable();
        names.dedup();
        let why = " Shadows a constant that may have this name, so that a parameter can.";
        names
            .into_iter()
            .map(|name| {
                let name = format_ident!("{name}");
                quote! {
                    #[doc = #why]
                    fn #name() {}
                    const _: fn() = #name;
                }
            })
            .collect()
    }

    /// What must hold for a type that the compiler has to check, at the key that asks for it.
    fn assertions(&self) -> TokenStream {
        let checked = self.parts.iter().filter(|part| part.field.checked);
        let assertions = checked.flat_map(|part| {
            part.field.methods.iter().filter_map(move |named| {
                // By a name, so that a type which does not fit is reported once, where it stands.
                let (name, cell) = (format_ident!("__Cell{}", part.field.index), part.cell());
                let assertion = named.method.assertion?(part, &name);
                let place = named.key.as_ref()?.span().resolved_at(Span::call_site());
                let assertion = moved(quote!(const _: () = #assertion;), place);
                Some(quote!(type #name = #cell; #assertion))
            })
        });
        assertions.collect()
    }

    /// The user's `allow`s on the struct, which hold for all that comes of it.
    fn allowed_lints(&self) -> impl Iterator<Item = &Attribute> {
        self.state.carried.iter().filter(|attribute| attribute.path().is_ident("allow"))
    }

    /// `tokens`, or where there is a mistake a body that serves for any type.
    fn body(&self, tokens: TokenStream) -> TokenStream {
        if self.mistaken { quote!(::core::unimplemented!()) } else { tokens }
    }

    /// Something for each part, one after the other.
    fn each(&self, tokens: impl FnMut(&Part<'a>) -> TokenStream) -> TokenStream {
        self.parts.iter().map(tokens).collect()
    }

    /// Something for each part that is in one place, whichever thread uses it.
    fn each_in_one_place(&self, tokens: impl FnMut(&Part<'a>) -> TokenStream) -> TokenStream {
        self.parts.iter().filter(|part| !part.field.per_thread).map(tokens).collect()
    }

    /// Something for each part of which each thread has a share.
    fn each_shared_out(&self, tokens: impl FnMut(&Part<'a>) -> TokenStream) -> TokenStream {
        self.parts.iter().filter(|part| part.field.per_thread).map(tokens).collect()
    }

    /// An implementation of a trait for the state.
    fn implement(&self, of: &TokenStream, items: &TokenStream) -> TokenStream {
        let Self { name, impl_generics, ty_generics, where_clause, .. } = self;
        quote! {
            #[automatically_derived]
            impl #impl_generics #of for #name #ty_generics #where_clause {
                #items
            }
        }
    }

    /// An implementation of a trait for the plain struct.
    fn implement_plain(&self, of: &TokenStream, items: &TokenStream) -> TokenStream {
        let Self { plain, impl_generics, ty_generics, where_clause, .. } = self;
        quote! {
            #[automatically_derived]
            impl #impl_generics #of for #plain #ty_generics #where_clause {
                #items
            }
        }
    }
}

/// The user's identifier, marked as generated, which keeps lints on its use to the place where the user wrote it.
fn generated(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    ident
}

/// The tokens as if they stood at another place.
fn moved(tokens: TokenStream, place: Span) -> TokenStream {
    let moved = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            token = Group::new(group.delimiter(), moved(group.stream(), place)).into();
        }
        token.set_span(place);
        token
    });
    moved.collect()
}

fn doc(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line if line.starts_with(' ') => line.to_owned(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

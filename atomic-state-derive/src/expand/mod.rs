//! Writes the model out as tokens.
//!
//! Where the user made a mistake, the same items are written with bodies that do nothing, so that code which uses them
//! compiles and the mistake is the only error shown.

mod documentation;
mod inherent;
mod traits;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Ident, ImplGenerics, TypeGenerics, WhereClause};

use crate::docs;
use crate::errors::Errors;
use crate::model::{Field, State};

pub(crate) fn state(state: &State, errors: Errors) -> TokenStream {
    let context = Context::new(state, !errors.is_empty());
    let definition = context.definition();
    let parameters = context.parameter_names();
    let inherent = context.inherent_impl();
    let traits = context.trait_impls();
    let errors = errors.into_compile_errors();
    quote! {
        #errors
        #definition
        const _: () = {
            #parameters
            #inherent
            #traits
        };
    }
}

/// The model, and what all the generated items have in common.
struct Context<'a> {
    state: &'a State,
    /// Whether bodies do nothing.
    mistaken: bool,
    /// The fields that the generated type has.
    cells: Vec<Cell<'a>>,
    plain: Ident,
    name: Ident,
    impl_generics: ImplGenerics<'a>,
    ty_generics: TypeGenerics<'a>,
    where_clause: Option<&'a WhereClause>,
}

/// A field as the generated type holds it.
struct Cell<'a> {
    field: &'a Field,
    name: Ident,
    ty: TokenStream,
    /// What to call its methods by.
    path: TokenStream,
}

impl<'a> Context<'a> {
    fn new(state: &'a State, mistaken: bool) -> Self {
        let (impl_generics, ty_generics, where_clause) = state.generics.split_for_impl();
        let fields: &[Field] = if mistaken { &[] } else { &state.fields };
        Self {
            state,
            mistaken,
            cells: fields.iter().map(|field| Cell::new(field, state)).collect(),
            plain: generated(&state.plain),
            name: generated(&state.name),
            impl_generics,
            ty_generics,
            where_clause,
        }
    }

    /// The cells in the order in which a snapshot reads them.
    fn cells_as_read(&self) -> impl Iterator<Item = &Cell<'a>> {
        let (first, then): (Vec<_>, Vec<_>) = self.cells.iter().partition(|cell| cell.field.kind.read_first);
        first.into_iter().chain(then)
    }

    fn definition(&self) -> TokenStream {
        let State { vis, generics, .. } = self.state;
        let Self { name, plain, ty_generics, where_clause, .. } = self;
        let (carried, _) = docs::split(&self.state.carried);
        let docs = doc(&documentation::of_type(self.state));
        let cells = self.cells.iter().map(|Cell { name, ty, .. }| quote!(#name: #ty,));
        let parameters =
            self.mistaken.then(|| quote!(__parameters: ::core::marker::PhantomData<fn() -> #plain #ty_generics>));
        quote! {
            #docs
            #(#carried)*
            #vis struct #name #generics #where_clause {
                #(#cells)*
                #parameters
            }
        }
    }

    /// A constant of the user's that is named like a parameter would be taken for a pattern; a function may be shadowed.
    fn parameter_names(&self) -> TokenStream {
        let methods = self.state.fields.iter().flat_map(|field| &field.methods);
        let mut names: Vec<&str> = methods.filter_map(|named| named.method.argument).collect();
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

    /// `tokens`, or where there is a mistake a body that serves for any type.
    fn body(&self, tokens: TokenStream) -> TokenStream {
        if self.mistaken { quote!(::core::unimplemented!()) } else { tokens }
    }
}

impl<'a> Cell<'a> {
    fn new(field: &'a Field, state: &State) -> Self {
        let Field { ty, kind, .. } = field;
        let runtime = &state.runtime;
        let cell = format_ident!("{}", kind.cell);
        let cell = quote!(#runtime::#cell);
        let ordering = format_ident!("{}", field.ordering.name());
        let ordering = quote!(#runtime::ordering::#ordering);
        let (ty, path) = if field.checked {
            let module = format_ident!("{}", kind.name);
            let module = quote!(#runtime::__private::#module);
            let ty = quote!(#module::Cell<#ty, #ordering, { #module::check::<#ty>() }>);
            (ty.clone(), quote!(<#ty>))
        } else {
            let value = kind.generic.then(|| quote!(#ty));
            let ordering = (field.ordering != kind.orderings[0]).then_some(ordering);
            let arguments: Vec<_> = value.into_iter().chain(ordering).collect();
            (if arguments.is_empty() { cell.clone() } else { quote!(#cell<#(#arguments),*>) }, cell)
        };
        Self { field, name: generated(&field.ident), ty, path }
    }

    /// A call of the cell's method, by its path: a trait of the user's may have a method of that name.
    fn call(&self, method: &str, arguments: &TokenStream) -> TokenStream {
        let Self { path, name, .. } = self;
        let method = format_ident!("{method}");
        quote!(#path::#method(&self.#name #arguments))
    }
}

/// The user's identifier, marked as generated, which keeps lints on its use to the place where the user wrote it.
fn generated(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().resolved_at(Span::call_site()));
    ident
}

fn doc(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| match line.as_str() {
        "" => String::new(),
        line if line.starts_with(' ') => line.to_owned(),
        line => format!(" {line}"),
    });
    quote!(#(#[doc = #lines])*)
}

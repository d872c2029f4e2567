//! One field as the generated code sees it: its cell, and how to reach it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, Path, Type};

use super::generated;
use crate::kind::{Method, Reach};
use crate::model::{Field, State};

pub(crate) struct Part<'a> {
    state: &'a State,
    pub(crate) field: &'a Field,
}

impl<'a> Part<'a> {
    pub(super) fn new(state: &'a State, field: &'a Field) -> Self {
        Self { state, field }
    }

    /// The path to the runtime crate.
    pub(crate) fn runtime(&self) -> &'a Path {
        &self.state.runtime
    }

    /// The type in the plain struct.
    pub(crate) fn ty(&self) -> &'a Type {
        &self.field.ty
    }

    /// The field's name, in the plain struct and in the state.
    pub(crate) fn name(&self) -> Ident {
        generated(&self.field.ident)
    }

    /// The cell's type.
    pub(crate) fn cell(&self) -> TokenStream {
        if !self.field.checked {
            return (self.field.kind.cell)(self);
        }
        let (runtime, ty, ordering) = (self.runtime(), self.ty(), self.ordering());
        let module = format_ident!("{}", self.field.kind.module);
        let module = quote!(#runtime::__private::#module);
        quote!(#module::Checked<#ty, #ordering, { #module::check::<#ty>() }>)
    }

    /// What the cell's methods are called by. A path without parameters reads better, and the compiler infers them from
    /// the cell; not so where an error in them is to stay the only one.
    pub(crate) fn path(&self) -> TokenStream {
        let cell = self.cell();
        if self.field.checked {
            return quote!(<#cell>);
        }
        cell.into_iter().take_while(|token| token.to_string() != "<").collect()
    }

    /// A method's body, as most are: a call of the cell's method of the same name.
    pub(crate) fn call(&self, method: &Method, argument: Option<&Ident>) -> TokenStream {
        match method.reach {
            Reach::All if self.field.per_thread => {
                let (runtime, shares, method) = (self.runtime(), self.whole(), format_ident!("{}", method.key));
                quote!(#runtime::__private::Shares::#method(&#shares))
            }
            _ => self.change(method.key, argument),
        }
    }

    /// A call of the cell's method, on this thread's share of the field where there are shares.
    pub(crate) fn change(&self, method: &str, argument: Option<&Ident>) -> TokenStream {
        let name = self.name();
        if !self.field.per_thread {
            return self.on(&quote!(self.#name), method, argument);
        }
        let (per_thread, call) = (self.per_thread(), self.on(&quote!(__block.#name), method, argument));
        quote!(#per_thread::with(&self.__per_thread, |__block| #call))
    }

    /// A call of the cell's method, by its path: a trait of the user's may have a method of that name.
    pub(crate) fn on(&self, cell: &TokenStream, method: &str, argument: Option<&Ident>) -> TokenStream {
        let (path, method) = (self.path(), format_ident!("{method}"));
        let argument = argument.map(|argument| quote!(, #argument));
        quote!(#path::#method(&#cell #argument))
    }

    /// The field as the whole state has it: its cell, or all shares of it.
    pub(crate) fn whole(&self) -> TokenStream {
        let (name, per_thread) = (self.name(), self.per_thread());
        if self.field.per_thread {
            quote!(#per_thread::field(&self.__per_thread, |__block| &__block.#name))
        } else {
            quote!(self.#name)
        }
    }

    fn per_thread(&self) -> TokenStream {
        let runtime = self.runtime();
        quote!(#runtime::__private::PerThread)
    }

    /// A cell that is generic over what it holds and how it is ordered.
    pub(crate) fn generic(&self, cell: &str) -> TokenStream {
        let ty = self.ty();
        self.with(cell, [Some(quote!(#ty)), self.special_ordering()])
    }

    pub(crate) fn without_ordering(&self, cell: &str) -> TokenStream {
        let ty = self.ty();
        self.with(cell, [Some(quote!(#ty)), None])
    }

    pub(crate) fn not_generic(&self, cell: &str) -> TokenStream {
        self.with(cell, [None, self.special_ordering()])
    }

    fn with(&self, cell: &str, arguments: [Option<TokenStream>; 2]) -> TokenStream {
        let (runtime, cell) = (self.runtime(), format_ident!("{cell}"));
        let arguments: Vec<_> = arguments.into_iter().flatten().collect();
        if arguments.is_empty() { quote!(#runtime::#cell) } else { quote!(#runtime::#cell<#(#arguments),*>) }
    }

    fn ordering(&self) -> TokenStream {
        let (runtime, ordering) = (self.runtime(), format_ident!("{}", self.field.ordering.name()));
        if self.field.per_thread {
            return quote!(#runtime::__private::SingleWriter);
        }
        quote!(#runtime::ordering::#ordering)
    }

    /// The ordering, unless it is the one that the cell has by default.
    pub(crate) fn special_ordering(&self) -> Option<TokenStream> {
        let special = self.field.per_thread || self.field.ordering != self.field.kind.orderings[0];
        special.then(|| self.ordering())
    }
}

//! The derive macro of the `atomic-state` crate, which re-exports it.
//!
//! One way through: `parse` keeps the user's nodes in types of our own, `validate` finds every mistake and makes a
//! `model` that is right by construction, and `expand`, which cannot fail, writes it out.

mod docs;
mod errors;
mod expand;
#[macro_use]
mod kind;
mod model;
mod parse;
#[cfg(test)]
mod tests;

mod validate;

use proc_macro2::TokenStream;

use crate::errors::Errors;

macro_rules! export {
    ($($kind:ident)*) => {
        #[doc = include_str!("derive.md")]
        #[proc_macro_derive(AtomicState, attributes(atomic_state, $($kind),*))]
        pub fn derive_atomic_state(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
            derive(input.into()).into()
        }
    };
}

for_kinds!(export);

fn derive(input: TokenStream) -> TokenStream {
    let input = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let input = parse::Input::new(input, &mut errors);
    let model = validate::model(input, &mut errors);
    expand::state(&model, errors)
}

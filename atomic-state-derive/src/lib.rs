//! The derive macro of the `atomic-state` crate, which re-exports it.
//!
//! One way through, and each room imports only from those before it:
//!
//! `schema` (the kinds as plain data) ← `parse` (the user's tokens as types of our own) ← `model` (what is to be
//! generated) ← `validate` (finds every mistake; makes a model, or a stub of a struct with a mistake) ← `expand`
//! (writes tokens).

mod errors;
mod expand;
mod model;
mod parse;
#[macro_use]
mod schema;
#[cfg(test)]
mod tests;
mod validate;

use proc_macro2::TokenStream;

use crate::errors::Errors;
use crate::parse::Input;
use crate::validate::Outcome;

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
    let mut errors = Errors::default();
    let mut output = match Input::parse(input, &mut errors) {
        Ok(input) => match validate::validate(input, &mut errors) {
            Outcome::State(state) => expand::state(&state),
            Outcome::Stub(stub) => expand::stub(&stub),
        },
        Err(error) => {
            errors.push(error);
            TokenStream::new()
        }
    };
    output.extend(errors.into_compile_errors());
    output
}

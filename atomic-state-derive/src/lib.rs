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
use crate::parse::{Enum, Input};
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

/// The variants of an enum as keys of a `ByVariant`, and as the values of phases and other fields.
///
/// The enum has no fields and no parameters, and is `Copy`. It gets an implementation of the trait `Variants`: all
/// its variants, their names and their indices. A name is the variant's in snake case, or what
/// `#[variant(name = "…")]` on it says. If the runtime crate has another name, write `#[variant(crate = path)]` on the
/// enum.
///
/// # Examples
///
/// ```
/// use atomic_state::Variants;
///
/// #[derive(Variants, Clone, Copy, Debug, PartialEq)]
/// enum Reason {
///     TimedOut,
///     #[variant(name = "refused_by_peer")]
///     Refused,
/// }
///
/// assert_eq!(Reason::NAMES, ["timed_out", "refused_by_peer"]);
/// ```
#[proc_macro_derive(Variants, attributes(variant))]
pub fn derive_variants(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    variants(input.into()).into()
}

fn variants(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let variants = match Enum::parse(input, &mut errors) {
        Ok(input) => validate::validate_variants(input, &mut errors),
        Err(error) => {
            errors.push(error);
            None
        }
    };
    let mut output = variants.as_ref().map(expand::variants).unwrap_or_default();
    output.extend(errors.into_compile_errors());
    output
}

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

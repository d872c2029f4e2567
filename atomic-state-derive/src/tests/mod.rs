//! Tests of the derive as a function from tokens to tokens.

mod any_input;
mod golden;
mod mistakes;

use proc_macro2::TokenStream;

/// What the derive makes of `input`, as a program would be written.
fn expand(input: &TokenStream) -> String {
    let output = crate::derive(input.clone());
    let file = syn::parse2(output.clone()).unwrap_or_else(|error| panic!("{error}\nfrom {input}\nto {output}"));
    prettyplease::unparse(&file)
}

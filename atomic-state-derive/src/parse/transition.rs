//! The moves that a phase allows.

use proc_macro2::TokenStream;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Ident, Token};

/// `A => B | C`, by the names of the variants.
pub(crate) struct Transition {
    pub(crate) from: Ident,
    pub(crate) to: Vec<Ident>,
}

impl Transition {
    /// Several, with commas between them.
    pub(crate) fn all_in(tokens: TokenStream) -> syn::Result<Vec<Self>> {
        let all = Punctuated::<Self, Token![,]>::parse_terminated.parse2(tokens)?;
        Ok(all.into_iter().collect())
    }
}

impl Parse for Transition {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let from = input.parse()?;
        input.parse::<Token![=>]>()?;
        let to = Punctuated::<Ident, Token![|]>::parse_separated_nonempty(input)?;
        Ok(Self { from, to: to.into_iter().collect() })
    }
}

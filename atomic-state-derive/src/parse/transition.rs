//! The moves that a phase allows.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Ident, Token};

/// `A => B | C`, by the names of the variants.
pub(crate) struct Transition {
    pub(crate) from: Ident,
    pub(crate) to: Vec<Ident>,
}

impl Transition {
    /// Several, with commas between them. If they are wrong, the token that does not belong there: the last one if
    /// something is missing after it.
    pub(crate) fn all_in(tokens: TokenStream) -> Result<Vec<Self>, Option<TokenTree>> {
        let mut wrong = tokens.clone().into_iter().last();
        let parse = |input: ParseStream| {
            let moves = Punctuated::<Self, Token![,]>::parse_terminated(input);
            wrong = input.parse().ok().or(wrong.take());
            input.parse::<TokenStream>()?;
            moves
        };
        let moves = parse.parse2(tokens);
        moves.map(|moves| moves.into_iter().collect()).map_err(|_| wrong)
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

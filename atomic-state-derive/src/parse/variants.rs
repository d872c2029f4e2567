//! The enum that derives `Variants`.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Expr, Generics, Ident, Token, Visibility, token};

use super::Argument;
use crate::errors::Errors;

const ATTRIBUTE: &str = "variant";

pub(crate) struct Enum {
    pub(crate) vis: Visibility,
    /// `enum`, or what stands in its place.
    pub(crate) keyword: Ident,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// What `#[variant(…)]` on the enum says.
    pub(crate) arguments: Vec<Argument>,
    pub(crate) variants: Vec<Variant>,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// Its fields, if it has any.
    pub(crate) fields: Option<TokenTree>,
    pub(crate) arguments: Vec<Argument>,
}

impl Enum {
    /// Fails only where not even a name can be found.
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> syn::Result<Self> {
        let parse = |input: ParseStream| {
            let arguments = arguments(&input.call(Attribute::parse_outer)?, errors);
            let (vis, keyword, ident) = (input.parse()?, input.call(Ident::parse_any)?, input.parse()?);
            let mut generics: Generics = input.parse()?;
            generics.where_clause = input.parse()?;
            let mut variants = Vec::new();
            if keyword == "enum" && input.peek(token::Brace) {
                let inside;
                syn::braced!(inside in input);
                while !inside.is_empty() {
                    variants.push(Variant::parse(&inside, errors)?);
                }
            }
            input.parse::<TokenStream>()?;
            Ok(Self { vis, keyword, ident, generics, arguments, variants })
        };
        parse.parse2(tokens)
    }
}

impl Variant {
    fn parse(input: ParseStream, errors: &mut Errors) -> syn::Result<Self> {
        let arguments = arguments(&input.call(Attribute::parse_outer)?, errors);
        let ident = input.call(Ident::parse_any)?;
        let has_fields = input.peek(token::Paren) || input.peek(token::Brace);
        let fields = has_fields.then(|| input.parse()).transpose()?;
        // A discriminant may have commas of its own, between angle brackets.
        if input.parse::<Option<Token![=]>>()?.is_some() {
            let _ = input.parse::<Expr>();
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<TokenTree>()?;
        }
        input.parse::<Option<Token![,]>>()?;
        Ok(Self { ident, fields, arguments })
    }
}

fn arguments(attributes: &[Attribute], errors: &mut Errors) -> Vec<Argument> {
    let ours = attributes.iter().filter(|attribute| attribute.path().is_ident(ATTRIBUTE));
    ours.flat_map(|attribute| Argument::all_in(attribute, errors)).collect()
}

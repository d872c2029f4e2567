//! The derive's input as types of our own, which keep the user's tokens for their spans. Syntax is checked here; its
//! meaning is not. A part with a mistake in it is reported, and the rest is kept.

mod argument;
pub(crate) mod docs;
mod field;
mod transition;
mod variants;

use std::collections::BTreeSet;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Generics, Ident, Path, Token, Visibility, token};

pub(crate) use self::argument::{Argument, Value};
use self::docs::Docs;
pub(crate) use self::field::{Field, KindAttribute};
pub(crate) use self::transition::Transition;
pub(crate) use self::variants::Enum;
use crate::errors::Errors;
use crate::schema::{KINDS, Kind};

pub(crate) const CONTAINER_ATTRIBUTE: &str = "atomic_state";

/// The struct that derives.
pub(crate) struct Input {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) docs: Docs,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// What `#[atomic_state(…)]` says.
    pub(crate) arguments: Vec<Argument>,
    pub(crate) shape: Shape,
    /// Every word that the user wrote, so that generated code can keep away from them.
    pub(crate) words: BTreeSet<String>,
}

/// What the derive stands on.
pub(crate) enum Shape {
    /// Its fields, and whether one of them is half written.
    Struct(Vec<Field>, bool),
    TupleStruct,
    UnitStruct,
    Enum(Token![enum]),
    Union(Token![union]),
}

impl Input {
    /// Fails only where not even a name can be found.
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> syn::Result<Self> {
        let mut words = BTreeSet::new();
        collect_words(tokens.clone(), &mut words);
        let parse = |input: ParseStream| {
            let attributes = input.call(Attribute::parse_outer)?;
            let vis = input.parse()?;
            let keyword = input.call(Ident::parse_any)?;
            let ident = field::name(input)?;
            let mut generics: Generics = input.parse()?;
            generics.where_clause = input.parse()?;
            let shape = match keyword.to_string().as_str() {
                "enum" => Shape::Enum(Token![enum](keyword.span())),
                "union" => Shape::Union(Token![union](keyword.span())),
                _ if input.peek(token::Brace) => {
                    let fields;
                    syn::braced!(fields in input);
                    let (fields, half_written) = Field::all_in(&fields, errors);
                    Shape::Struct(fields, half_written)
                }
                _ if input.peek(token::Paren) => Shape::TupleStruct,
                _ => Shape::UnitStruct,
            };
            input.parse::<TokenStream>()?;
            Ok((attributes, vis, ident, generics, shape))
        };
        let (attributes, vis, ident, generics, shape) = parse.parse2(tokens)?;
        let mut arguments = Vec::new();
        for attribute in &attributes {
            if attribute.path().is_ident(CONTAINER_ATTRIBUTE) {
                arguments.extend(Argument::all_in(attribute, errors));
            } else if let Some(kind) = Kind::of(attribute.path()) {
                errors.at(attribute, format!("`#[{}]` belongs on a field of the struct", kind.name));
            }
        }
        Ok(Self { docs: Docs::of(&attributes), attributes, vis, ident, generics, arguments, shape, words })
    }
}

impl Kind {
    pub(crate) fn of(path: &Path) -> Option<&'static Self> {
        let name = path.get_ident()?.to_string();
        KINDS.iter().find(|kind| kind.name == name).copied()
    }
}

fn collect_words(tokens: TokenStream, words: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                let word = ident.to_string();
                words.insert(word.strip_prefix("r#").map(str::to_owned).unwrap_or(word));
            }
            TokenTree::Group(group) => collect_words(group.stream(), words),
            _ => {}
        }
    }
}

/// What stands before the next comma that is not between angle brackets.
fn up_to_comma(input: ParseStream) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut depth = 0_usize;
    let mut before = ' ';
    while !input.is_empty() && (depth > 0 || !input.peek(Token![,])) {
        let Ok(token) = input.parse::<TokenTree>() else { break };
        match &token {
            TokenTree::Punct(punct) => {
                match punct.as_char() {
                    '<' => depth += 1,
                    // Not that of an arrow.
                    '>' if before != '-' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                before = if punct.spacing() == Spacing::Joint { punct.as_char() } else { ' ' };
            }
            _ => before = ' ',
        }
        token.to_tokens(&mut tokens);
    }
    tokens
}

//! The keys of an attribute, and the values that they take.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Lit, Meta, MetaList, Token, Visibility, parenthesized, token};

use super::up_to_comma;
use crate::errors::Errors;

/// `key = value`
pub(crate) struct Argument {
    pub(crate) key: Ident,
    pub(crate) value: Option<Value>,
    /// Whether a mistake in it has been reported. What was meant is here all the same.
    pub(crate) reported: bool,
}

pub(crate) enum Value {
    Name(Ident),
    Visibility(Visibility),
    Literal(Lit),
    /// Anything else, such as a path or a type.
    Tokens(TokenStream),
}

impl Argument {
    /// The arguments of an attribute. Each mistake in their syntax is reported.
    pub(crate) fn all_in(attribute: &Attribute, errors: &mut Errors) -> Vec<Self> {
        match &attribute.meta {
            Meta::Path(_) => Vec::new(),
            Meta::NameValue(meta) => {
                errors.at(meta, "write the keys in parentheses: `(key = value, …)`");
                Vec::new()
            }
            Meta::List(list) => Self::all_in_list(list, errors),
        }
    }

    fn all_in_list(list: &MetaList, errors: &mut Errors) -> Vec<Self> {
        let mut arguments = Vec::new();
        let parse = |input: ParseStream| {
            while !input.is_empty() {
                match Self::parse(input, errors) {
                    Ok(argument) => arguments.push(argument),
                    Err(error) => errors.push(error),
                }
                up_to_comma(input);
                input.parse::<Option<Token![,]>>()?;
            }
            Ok(())
        };
        if let Err(error) = parse.parse2(list.tokens.clone()) {
            errors.push(error);
        }
        arguments
    }

    fn parse(input: ParseStream, errors: &mut Errors) -> syn::Result<Self> {
        if !input.peek(Ident::peek_any) {
            return Err(input.error("expected a key, as in `key = value`"));
        }
        let before = errors.len();
        let key = key(input, errors)?;
        let value = if input.peek(Token![:]) && !input.peek(Token![::]) {
            let colon: Token![:] = input.parse()?;
            errors.at(colon, format!("write `=` between a key and its value: `{key} = …`"));
            Some(Value::parse(&key, input)?)
        } else if input.peek(token::Paren) {
            let inside;
            let parentheses = parenthesized!(inside in input);
            let place = parentheses.span.join();
            let shown = inside.fork().parse::<Lit>().ok().and_then(|literal| match literal {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            });
            let shown = shown.unwrap_or_else(|| "…".to_owned());
            errors.push(syn::Error::new(place, format!("a value follows `=`: `{key} = {shown}`")));
            let value = Value::parse(&key, &inside).ok();
            inside.parse::<TokenStream>()?;
            value
        } else if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            if key != "vis" && (input.is_empty() || input.peek(Token![,])) {
                errors.at(&key, "expected a value after `=`");
                None
            } else {
                match Value::parse(&key, input) {
                    Ok(value) => Some(value),
                    Err(error) => {
                        errors.push(error);
                        None
                    }
                }
            }
        } else {
            None
        };
        if errors.len() == before && !input.is_empty() && !input.peek(Token![,]) {
            errors.push(input.error("expected `,` after this key's value"));
        }
        Ok(Self { key, value, reported: errors.len() > before })
    }
}

/// The key. Where it is written with hyphens, that is the mistake.
fn key(input: ParseStream, errors: &mut Errors) -> syn::Result<Ident> {
    let mut key = input.call(Ident::parse_any)?;
    if input.peek(Token![-]) {
        let first = key.span();
        while input.peek(Token![-]) && input.peek2(Ident::peek_any) {
            input.parse::<Token![-]>()?;
            let more = input.call(Ident::parse_any)?;
            key = format_ident!("{}_{}", key, more.unraw(), span = first);
        }
        errors.at(&key, format!("write `{key}`, with underscores"));
    }
    Ok(key)
}

impl Value {
    fn parse(key: &Ident, input: ParseStream) -> syn::Result<Self> {
        if key == "vis" && !input.peek(Lit) {
            // It may be empty, as the `$vis:vis` of a macro that was given none.
            let vis = input.parse().map(Self::Visibility);
            if vis.is_err() || !(input.is_empty() || input.peek(Token![,])) {
                let message = "expected a visibility: `pub`, `pub(crate)`, `pub(super)`, `pub(in path)` or `pub(self)`";
                return Err(input.error(message));
            }
            vis
        } else if input.peek(Lit) {
            input.parse().map(Self::Literal)
        } else if input.peek(Ident::peek_any) && !input.peek2(Token![::]) && !input.peek2(Token![<]) {
            input.call(Ident::parse_any).map(Self::Name)
        } else {
            let tokens = up_to_comma(input);
            if tokens.is_empty() {
                return Err(input.error("expected a value after `=`"));
            }
            Ok(Self::Tokens(tokens))
        }
    }
}

impl ToTokens for Value {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Name(name) => name.to_tokens(tokens),
            Self::Visibility(vis) => vis.to_tokens(tokens),
            Self::Literal(literal) => literal.to_tokens(tokens),
            Self::Tokens(value) => value.to_tokens(tokens),
        }
    }
}

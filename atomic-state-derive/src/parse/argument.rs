//! The keys of an attribute, and the values that they take.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Ident, Lit, LitStr, Meta, MetaList, Token, Visibility, token};

use super::{Transition, up_to_comma};
use crate::errors::Errors;

/// `key = value`
pub(crate) struct Argument {
    pub(crate) key: Ident,
    pub(crate) value: Option<Value>,
    /// The name that was probably meant, whatever is wrong with the value.
    pub(crate) meant: Option<Ident>,
    /// Whether a mistake in it has been reported.
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
        let parse = |input: ParseStream| {
            let mut arguments = Vec::new();
            while !input.is_empty() {
                match Self::parse(input, errors) {
                    Ok(argument) => arguments.push(argument),
                    Err(error) => {
                        errors.push(error);
                        up_to_comma(input);
                    }
                }
                let _ = input.parse::<Option<Token![,]>>();
            }
            Ok(arguments)
        };
        parse.parse2(list.tokens.clone()).unwrap_or_default()
    }

    /// One argument, up to the comma after it, or up to the next key if the comma is missing.
    fn parse(input: ParseStream, errors: &mut Errors) -> syn::Result<Self> {
        if !input.peek(Ident::peek_any) {
            return Err(input.error("expected a key, as in `key = value`"));
        }
        let before = errors.len();
        let key = key(input, errors)?;
        let meant = name_in(&up_to_next(&input.fork()));
        let mut value = None;
        if input.peek(Token![:]) && !input.peek(Token![::]) {
            let colon: Token![:] = input.parse()?;
            errors.at(colon, format!("write `=` between a key and its value: `{key} = …`"));
            value = Value::parse(&key, input).ok();
        } else if input.peek(Token![=]) && !input.peek(Token![==]) && !input.peek(Token![=>]) {
            input.parse::<Token![=]>()?;
            if key != "vis" && (input.is_empty() || input.peek(Token![,])) {
                errors.at(&key, "expected a value after `=`");
            } else {
                match Value::parse(&key, input) {
                    Ok(parsed) => value = Some(parsed),
                    Err(error) => errors.push(error),
                }
            }
        } else if input.peek(token::Paren) && (key == "transitions" || has_moves(&input.fork())?) {
            let moves;
            syn::parenthesized!(moves in input);
            value = Some(Value::Tokens(moves.parse()?));
        } else if input.peek(token::Paren) {
            errors.at(first_of(input.fork().parse()?), in_parentheses(&key, input)?);
        }
        let rest = up_to_next(input);
        if errors.len() == before && !(rest.is_empty() && (input.is_empty() || input.peek(Token![,]))) {
            let goes_on =
                |name: &Ident| name == "pub" || !matches!(rest.clone().into_iter().next(), Some(TokenTree::Ident(_)));
            let message = match &value {
                Some(Value::Name(name)) if !rest.is_empty() && goes_on(name) => {
                    format!("write the name alone, as in `{key} = some_name`")
                }
                Some(_) => "expected `,` after this key's value".to_owned(),
                None => format!("expected `=` and a value after the key, as in `{key} = some_name`"),
            };
            if rest.is_empty() {
                errors.push(input.error(message));
            } else {
                errors.at(first_of(rest), message);
            }
        }
        if input.peek(Token![;]) {
            input.parse::<Token![;]>()?;
        }
        Ok(Self { key, value, meant, reported: errors.len() > before })
    }
}

/// Whether moves of a phase stand in parentheses here, whatever the key.
fn has_moves(input: ParseStream) -> syn::Result<bool> {
    let inside;
    syn::parenthesized!(inside in input);
    Ok(Transition::all_in(inside.parse()?).is_ok_and(|moves| !moves.is_empty()))
}

/// What to write instead of `key(value)`.
fn in_parentheses(key: &Ident, input: ParseStream) -> syn::Result<String> {
    let input = input.fork();
    let inside;
    syn::parenthesized!(inside in input);
    let inside: TokenStream = inside.parse()?;
    if inside.is_empty() {
        return Ok(format!("write the word alone: `{key}`"));
    }
    let text = syn::parse2::<LitStr>(inside.clone()).ok().filter(|_| key != "unit");
    let value = text.map_or_else(|| inside.to_string(), |text| text.value());
    Ok(format!("a value follows `=`: `{key} = {value}`"))
}

fn first_of(tokens: TokenStream) -> TokenStream {
    tokens.into_iter().take(1).collect()
}

/// What stands before the next comma or semicolon, or before the next key.
fn up_to_next(input: ParseStream) -> TokenStream {
    let mut tokens = TokenStream::new();
    let is_next_key = || input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==]);
    while !input.is_empty() && !input.peek(Token![,]) && !input.peek(Token![;]) && !is_next_key() {
        let Ok(token) = input.parse::<TokenTree>() else { break };
        token.to_tokens(&mut tokens);
    }
    tokens
}

/// The name that was probably meant by these tokens: their first word that can be one, or the word in a text.
fn name_in(tokens: &TokenStream) -> Option<Ident> {
    let mut keyword = None;
    let mut tokens = tokens.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) => {
                let mut name = word.to_string();
                while matches!(tokens.peek(), Some(TokenTree::Punct(hyphen)) if hyphen.as_char() == '-') {
                    tokens.next();
                    let Some(TokenTree::Ident(more)) = tokens.next() else { break };
                    name = format!("{name}_{more}");
                }
                match syn::parse_str::<Ident>(&name) {
                    Ok(name) => return Some(at(name, word.span())),
                    Err(_) => keyword = keyword.or_else(|| syn::parse_str::<Ident>(&format!("r#{name}")).ok()),
                }
            }
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let text = text.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '_').replace('-', "_");
                let words = text.split(|sign: char| !sign.is_alphanumeric() && sign != '_');
                if let Some(name) = words.rev().find_map(|word| syn::parse_str::<Ident>(word).ok()) {
                    return Some(at(name, literal.span()));
                }
            }
            TokenTree::Group(group) => {
                if let Some(name) = name_in(&group.stream()) {
                    return Some(name);
                }
            }
            TokenTree::Punct(_) => {}
        }
    }
    keyword
}

fn at(mut name: Ident, span: Span) -> Ident {
    name.set_span(span);
    name
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
        } else if key == "start" {
            Self::constant(input)
        } else if input.peek(Lit) {
            input.parse().map(Self::Literal)
        } else if input.peek(Ident::peek_any) && !input.peek2(Token![::]) && !input.peek2(Token![<]) {
            input.call(Ident::parse_any).map(Self::Name)
        } else {
            some_tokens(input).map(Self::Tokens)
        }
    }

    /// Any expression: a literal or a word only if nothing follows it.
    fn constant(input: ParseStream) -> syn::Result<Self> {
        let tokens = some_tokens(input)?;
        let literal = || syn::parse2(tokens.clone()).map(Self::Literal);
        let word = || Ident::parse_any.parse2(tokens.clone()).map(Self::Name);
        Ok(literal().or_else(|_| word()).unwrap_or(Self::Tokens(tokens)))
    }
}

/// What stands before the next comma, if anything does.
fn some_tokens(input: ParseStream) -> syn::Result<TokenStream> {
    let tokens = up_to_comma(input);
    if tokens.is_empty() { Err(input.error("expected a value")) } else { Ok(tokens) }
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

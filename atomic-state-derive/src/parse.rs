//! The derive's input as types of our own, which keep the user's nodes for their spans. Syntax is checked here; what it
//! means is not.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, Lit, Meta, Path, Token, Type, Visibility};

use crate::errors::Errors;
use crate::kind::{KINDS, Kind};

pub(crate) const CONTAINER_ATTRIBUTE: &str = "atomic_state";

/// The struct that derives.
pub(crate) struct Input {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) generics: Generics,
    /// What `#[atomic_state(…)]` says.
    pub(crate) arguments: Vec<Argument>,
    pub(crate) shape: Shape,
}

/// What the derive stands on.
pub(crate) enum Shape {
    Struct(Vec<Field>),
    TupleStruct,
    UnitStruct,
    Enum(Token![enum]),
    Union(Token![union]),
}

pub(crate) struct Field {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The kinds it claims: one, unless the user is mistaken.
    pub(crate) kinds: Vec<KindAttribute>,
}

/// `#[counter(…)]`
pub(crate) struct KindAttribute {
    pub(crate) kind: &'static Kind,
    pub(crate) path: Path,
    pub(crate) arguments: Vec<Argument>,
}

/// `key = value`
pub(crate) struct Argument {
    pub(crate) key: Ident,
    pub(crate) value: Option<Value>,
}

pub(crate) enum Value {
    Name(Ident),
    Path(Path),
    Visibility(Visibility),
    Literal(Lit),
}

impl Input {
    pub(crate) fn new(input: DeriveInput, errors: &mut Errors) -> Self {
        let mut arguments = Vec::new();
        for attribute in &input.attrs {
            if attribute.path().is_ident(CONTAINER_ATTRIBUTE) {
                arguments.extend(Argument::all_in(attribute, errors));
            } else if let Some(kind) = Kind::of(attribute.path()) {
                errors.at(attribute, format!("`#[{}]` belongs on a field of the struct", kind.name));
            }
        }
        let shape = match input.data {
            Data::Struct(data) => match data.fields {
                Fields::Named(fields) => {
                    Shape::Struct(fields.named.into_iter().filter_map(|field| Field::new(field, errors)).collect())
                }
                Fields::Unnamed(_) => Shape::TupleStruct,
                Fields::Unit => Shape::UnitStruct,
            },
            Data::Enum(data) => Shape::Enum(data.enum_token),
            Data::Union(data) => Shape::Union(data.union_token),
        };
        Self { attributes: input.attrs, vis: input.vis, ident: input.ident, generics: input.generics, arguments, shape }
    }
}

impl Field {
    /// None where the field has no name, which a struct with named fields does not contain.
    fn new(field: syn::Field, errors: &mut Errors) -> Option<Self> {
        let mut kinds = Vec::new();
        for attribute in &field.attrs {
            if let Some(kind) = Kind::of(attribute.path()) {
                let arguments = Argument::all_in(attribute, errors);
                kinds.push(KindAttribute { kind, path: attribute.path().clone(), arguments });
            } else if attribute.path().is_ident(CONTAINER_ATTRIBUTE) {
                errors
                    .at(attribute, "`#[atomic_state]` belongs on the struct; a field takes the attribute of its kind");
            }
        }
        Some(Self { attributes: field.attrs, vis: field.vis, ident: field.ident?, ty: field.ty, kinds })
    }
}

impl Kind {
    fn of(path: &Path) -> Option<&'static Self> {
        KINDS.iter().find(|kind| path.is_ident(kind.name)).copied()
    }
}

impl Argument {
    /// The arguments of an attribute; those with a mistake in them are reported and left out.
    fn all_in(attribute: &Attribute, errors: &mut Errors) -> Vec<Self> {
        let mut arguments = Vec::new();
        match &attribute.meta {
            Meta::Path(_) => {}
            Meta::NameValue(meta) => errors.at(meta, "write the keys in parentheses: `(key = value, …)`"),
            Meta::List(list) => {
                let parse = |input: ParseStream| {
                    while !input.is_empty() {
                        match Self::parse(input) {
                            Ok(argument) => arguments.push(argument),
                            Err(error) => {
                                errors.push(error);
                                skip_to_comma(input)?;
                            }
                        }
                        if !input.is_empty() {
                            input.parse::<Token![,]>()?;
                        }
                    }
                    Ok(())
                };
                if let Err(error) = parse.parse2(list.tokens.clone()) {
                    errors.push(error);
                }
            }
        }
        arguments
    }

    fn parse(input: ParseStream) -> syn::Result<Self> {
        if !input.peek(Ident::peek_any) {
            return Err(input.error("expected a key, as in `key = value`"));
        }
        let key = input.call(Ident::parse_any)?;
        let mut value = None;
        if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            if key != "vis" && (input.is_empty() || input.peek(Token![,])) {
                return Err(syn::Error::new_spanned(key, "expected a value after `=`"));
            }
            value = Some(Value::parse(&key, input)?);
        }
        if !input.is_empty() && !input.peek(Token![,]) {
            return Err(input.error("expected `,` after this key's value"));
        }
        Ok(Self { key, value })
    }
}

impl Value {
    fn parse(key: &Ident, input: ParseStream) -> syn::Result<Self> {
        if key == "vis" && !input.peek(Lit) {
            // It may be empty, as the `$vis:vis` of a macro that was given none.
            input.parse().map(Self::Visibility)
        } else if input.peek(Lit) {
            input.parse().map(Self::Literal)
        } else if input.peek(Ident::peek_any) && !input.peek2(Token![::]) && !input.peek2(Token![<]) {
            input.call(Ident::parse_any).map(Self::Name)
        } else if input.peek(Ident::peek_any) || input.peek(Token![::]) {
            input.parse().map(Self::Path)
        } else {
            Err(input.error("expected a value after `=`"))
        }
    }
}

fn skip_to_comma(input: ParseStream) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

impl ToTokens for Value {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Name(name) => name.to_tokens(tokens),
            Self::Path(path) => path.to_tokens(tokens),
            Self::Visibility(vis) => vis.to_tokens(tokens),
            Self::Literal(literal) => literal.to_tokens(tokens),
        }
    }
}

//! Finds every mistake that the tokens show, and makes the model of what remains.
//!
//! What has a mistake is left out of the model or takes its default, so that the rest can still be generated.

mod arguments;
mod container;
mod field;
mod names;
mod parameters;
pub(crate) mod plain_type;
mod suggest;
mod visibility;

use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::{Attribute, GenericParam, Ident};

use self::container::Container;
use crate::errors::Errors;
use crate::model::{PerThread, State};
use crate::parse::{Field, Input, Shape};

pub(crate) fn model(mut input: Input, errors: &mut Errors) -> State {
    for parameter in &input.generics.params {
        if let GenericParam::Lifetime(lifetime) = parameter {
            errors.at(
                lifetime,
                "a live state borrows nothing: it outlives its threads' stacks, and holds numbers and flags only",
            );
        }
    }
    let arguments = std::mem::take(&mut input.arguments);
    let container = Container::new(&input, arguments, errors);
    let fields: Vec<_> = fields(input.shape, &input.ident, errors)
        .into_iter()
        .enumerate()
        .filter_map(|(index, field)| field::model(index, field, &container, &input.generics, errors))
        .collect();
    let bounds =
        if errors.is_empty() { parameters::bounds(&fields, &input.generics, &container.runtime) } else { Vec::new() };
    if !bounds.is_empty() {
        input.generics.make_where_clause().predicates.extend(bounds);
    }
    let mut state = State {
        plain: input.ident,
        nameable: container.nameable(&input.vis),
        per_thread: container.per_thread.then(|| PerThread {
            block: format_ident!("__{}Block", container.name.unraw()),
            local: format_ident!("{}Local", container.name),
        }),
        name: container.name,
        vis: container.vis.unwrap_or(input.vis),
        generics: input.generics,
        runtime: container.runtime,
        carried: input.attributes.into_iter().filter(is_carried).collect(),
        fields,
    };
    names::check(&mut state, errors);
    state
}

fn fields(shape: Shape, ident: &Ident, errors: &mut Errors) -> Vec<Field> {
    let (place, problem) = match shape {
        Shape::Struct(fields) => return fields,
        Shape::TupleStruct => (ident.to_token_stream(), "the fields need names, which the methods are named after"),
        Shape::UnitStruct => (ident.to_token_stream(), "there is nothing to share in a struct without fields"),
        Shape::Enum(token) => (token.to_token_stream(), "an enum has no fields to share between threads"),
        Shape::Union(token) => (token.to_token_stream(), "a union cannot be read without knowing what it holds"),
    };
    errors.at(place, format!("{problem}: write a struct with named fields, one for each counter or flag"));
    Vec::new()
}

/// What to say of a key that a feature brings.
fn needs_feature(key: &Ident, feature: &str) -> String {
    format!("`{key}` needs the feature `{feature}` of `atomic-state`")
}

/// Whether generated items take an attribute of the user's over.
fn is_carried(attribute: &Attribute) -> bool {
    ["doc", "cfg", "deprecated", "allow"].iter().any(|name| attribute.path().is_ident(name))
}

//! Finds every mistake that the tokens show, and makes the model, or the stub where there is a mistake.

mod arguments;
mod attributes;
mod container;
mod demands;
mod field;
mod methods;
mod names;
mod parameters;
mod peaks;
mod places;
mod plain_type;
mod suggest;
mod type_tokens;
mod variants;
mod visibility;

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::{Attribute, GenericParam, Generics, Ident};

use self::attributes::{alignment, allowance, carried, page};
use self::container::Container;
use self::field::Draft;
pub(crate) use self::variants::validate as validate_variants;
use crate::errors::Errors;
use crate::model::{Block, Head, State, Stub};
use crate::parse::{self, Input, Shape};
use crate::schema::Cell;

/// What the user's struct becomes.
pub(crate) enum Outcome {
    State(State),
    Stub(Stub),
}

pub(crate) fn validate(mut input: Input, errors: &mut Errors) -> Outcome {
    lifetimes(&input.generics, errors);
    packed(&input.attributes, errors);
    let arguments = std::mem::take(&mut input.arguments);
    let mut container = Container::new(&input, arguments, errors);
    parameters::replace_self(&mut input.generics, &input.ident);
    let (fields, half_written) = fields(input.shape, &input.ident, errors);
    let allows = fields.iter().flat_map(|field| &field.attributes).chain(&input.attributes);
    let allows: Vec<_> = allows.filter_map(allowance).collect();
    let (mut drafts, mut names): (Vec<Draft>, _) = (Vec::new(), HashSet::new());
    for field in fields {
        // The compiler reports a second field of a name.
        if !names.insert(field.ident.clone()) {
            drafts.push(Draft::default());
            continue;
        }
        drafts.push(field::draft(field, &input.ident, &container, &input.generics, errors));
    }
    peaks::connect(&mut drafts, errors);
    let has_extremes = drafts.iter().filter_map(|draft| draft.field.as_ref()).any(field::has_extremes);
    if !has_extremes && !container.wants_take_extremes {
        container.functions.take_extremes = None;
    }
    names::check(&drafts, &container, errors);
    let generated = container.generated();
    let mut head = Head {
        plain: input.ident,
        nameable: container.nameable(&input.vis),
        local: container.per_thread.is_some().then(|| format_ident!("{}Local", container.name)),
        event: container.per_thread.is_some().then(|| format_ident!("{}Event", container.name)),
        functions: container.functions,
        name: container.name,
        vis: visibility::generated(container.vis.unwrap_or(input.vis)),
        generics: input.generics,
        runtime_page: page(&container.runtime),
        runtime: container.runtime,
        allows,
    };
    let (fields, meant): (Vec<_>, Vec<_>) = drafts.into_iter().map(|draft| (draft.field, draft.meant)).unzip();
    let count = fields.len();
    let mut fields: Vec<_> = fields.into_iter().flatten().collect();
    for field in &mut fields {
        field.seen_with_state = visibility::covers(&field.vis, &head.vis);
    }
    let bounds = parameters::bounds(&fields, &head.generics, &head.runtime);
    if !bounds.is_empty() {
        head.generics.make_where_clause().predicates.extend(bounds);
    }
    let is_mistaken = errors.len() > 0 || half_written || fields.len() < count;
    // The getters of nested states say themselves which has none.
    fields.retain(|field| !is_mistaken || field.kind.cell != Cell::State);
    let listed = fields.iter_mut().filter(|field| field.kind.cell != Cell::Absent);
    listed.enumerate().for_each(|(index, field)| field.index = index);
    let right = State {
        text: input.docs.text,
        attributes: input
            .attributes
            .iter()
            .filter_map(alignment)
            .collect::<Vec<_>>()
            .into_iter()
            .chain(input.attributes.into_iter().filter(|attribute| carried(attribute, &["deprecated"])))
            .collect(),
        block: container.per_thread.map(|key| Block { name: format_ident!("__{}Block", head.name.unraw()), key }),
        head,
        fields,
        words: input.words,
    };
    if !is_mistaken {
        return Outcome::State(right);
    }
    let methods = names::each_once(meant.into_iter().flatten(), &generated);
    Outcome::Stub(Stub { right, methods, is_silent: errors.len() == 0 })
}

fn lifetimes(generics: &Generics, errors: &mut Errors) {
    for parameter in &generics.params {
        if let GenericParam::Lifetime(lifetime) = parameter {
            errors.at(
                lifetime,
                "a live state borrows nothing: it outlives its threads' stacks, and holds numbers and flags only",
            );
        }
    }
}

fn packed(attributes: &[Attribute], errors: &mut Errors) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("repr")) {
        let word = attribute.parse_args::<TokenStream>().unwrap_or_default().into_iter();
        if let Some(word) = word.into_iter().find(|word| word.to_string() == "packed") {
            errors.at(
                word,
                "the fields of a packed struct cannot be borrowed, which reading and merging need: remove `packed`",
            );
        }
    }
}

fn fields(shape: Shape, ident: &Ident, errors: &mut Errors) -> (Vec<parse::Field>, bool) {
    let (place, problem) = match shape {
        Shape::Struct(fields, half_written) => return (fields, half_written),
        Shape::TupleStruct => (ident.to_token_stream(), "the fields need names, which the methods are named after"),
        Shape::UnitStruct => (ident.to_token_stream(), "there is nothing to share in a struct without fields"),
        Shape::Enum(token) => (token.to_token_stream(), "an enum has no fields to share between threads"),
        Shape::Union(token) => (token.to_token_stream(), "a union cannot be read without knowing what it holds"),
    };
    errors.at(place, format!("{problem}: write a struct with named fields, one for each counter or flag"));
    (Vec::new(), false)
}

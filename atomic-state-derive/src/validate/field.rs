//! One field: its kind, the type it holds, and what its attribute asks for.

use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::{Generics, Ident, Type};

use super::arguments::Arguments;
use super::container::Container;
use super::is_carried;
use super::parameters::{is_unbounded_parameter, mentions_lifetime, mentions_parameter};
use super::plain_type::PlainType;
use crate::errors::Errors;
use crate::kind::{KINDS, Kind, Ordering};
use crate::model::{self, NamedMethod};
use crate::parse::{Field, KindAttribute};

/// None where no kind is known, without which there is nothing to generate.
pub(super) fn model(
    mut field: Field,
    container: &Container,
    generics: &Generics,
    errors: &mut Errors,
) -> Option<model::Field> {
    match field.kinds.as_slice() {
        [] => missing_kind(&field, errors),
        [only] => misfit(&field.ty, only.kind, generics, errors),
        [first, more @ ..] => more.iter().for_each(|second| second_kind(first, second, errors)),
    }
    let KindAttribute { kind, arguments, .. } = field.kinds.drain(..).next()?;
    let arguments = Arguments::new(&format!("`#[{}]`", kind.name), &kind.keys(), arguments, errors);
    Some(model::Field {
        methods: methods(kind, &field, &arguments, errors),
        ordering: ordering(kind, &arguments, errors),
        unit: arguments.text("unit", "bytes", errors),
        vis: container.vis_of_methods(&field.vis),
        // A constant expression, which is what checks, cannot name a parameter; there the plain bound must do.
        checked: !PlainType::of(&field.ty).is_known() && !mentions_parameter(&field.ty, generics),
        carried: field.attributes.into_iter().filter(is_carried).collect(),
        ident: field.ident,
        ty: field.ty,
        kind,
    })
}

/// Where the type could have no kind at all, that is what the user must know first.
fn missing_kind(field: &Field, errors: &mut Errors) {
    if let Some(message) = PlainType::of(&field.ty).misfit() {
        errors.at(&field.ty, message);
    } else {
        let kinds: Vec<_> = KINDS.iter().map(|kind| format!("`#[{}]` for {}", kind.name, kind.types)).collect();
        errors.at(&field.ident, format!("`{}` needs a kind: {}", field.ident, kinds.join("; ")));
    }
}

fn misfit(ty: &Type, kind: &Kind, generics: &Generics, errors: &mut Errors) {
    let plain = PlainType::of(ty);
    if mentions_lifetime(ty, generics) {
        // The lifetime is the mistake, and is reported as such.
    } else if let Some(message) = plain.misfit().or_else(|| (kind.misfit)(&plain).map(str::to_owned)) {
        errors.at(ty, message);
    } else if is_unbounded_parameter(ty, generics) {
        let bound = kind
            .bound
            .map_or(String::new(), |bound| format!("; bind the parameter: `{}: {bound}`", ty.to_token_stream()));
        errors.at(ty, format!("a {} is {}, and this could be any type{bound}", kind.name, kind.types));
    }
}

fn second_kind(first: &KindAttribute, second: &KindAttribute, errors: &mut Errors) {
    let (first, name) = (first.kind.name, second.kind.name);
    let message = if first == name {
        format!("`#[{name}]` is given twice: put all keys into one and remove this one")
    } else {
        format!("a field has one kind, and this one is a `#[{first}]` already: remove one of the two")
    };
    errors.at(&second.path, message);
}

/// The methods that are asked for, and those that are there by default.
fn methods(kind: &Kind, field: &Field, arguments: &Arguments, errors: &mut Errors) -> Vec<NamedMethod> {
    let ty = PlainType::of(&field.ty);
    let mut methods = Vec::new();
    for method in kind.methods {
        if let (Some(key), Some(message)) = (arguments.key(method.key), (method.misfit)(&ty)) {
            errors.at(key, message);
        }
        let name = arguments.name(method.key, errors);
        let name = name.or_else(|| method.prefix.map(|prefix| prefixed(prefix, &field.ident)));
        methods.extend(name.map(|name| NamedMethod { method, name }));
    }
    methods
}

/// The default name of a method. Without a prefix it is the field's own, raw where that is.
fn prefixed(prefix: &str, field: &Ident) -> Ident {
    if prefix.is_empty() { field.clone() } else { format_ident!("{prefix}{}", field.unraw(), span = field.span()) }
}

fn ordering(kind: &Kind, arguments: &Arguments, errors: &mut Errors) -> Ordering {
    let default = kind.orderings[0];
    let Some(word) = arguments.word("ordering", default.name(), errors) else { return default };
    let known = kind.orderings.iter().find(|ordering| word == ordering.name());
    if known.is_none() {
        errors.at(&word, no_such_ordering(kind, &word));
    }
    known.copied().unwrap_or(default)
}

fn no_such_ordering(kind: &Kind, word: &Ident) -> String {
    let name = kind.name;
    let orderings =
        kind.orderings.iter().map(|ordering| format!("`{}`", ordering.name())).collect::<Vec<_>>().join(", ");
    if word == Ordering::Relaxed.name() {
        return format!("a {name} cannot be `Relaxed`: {}; choose one of {orderings}", kind.why_not_relaxed);
    }
    let hint = match word.to_string().as_str() {
        "Acquire" | "Release" => " (`AcqRel` acquires where it reads and releases where it writes)",
        _ => "",
    };
    format!("a {name} has no ordering `{word}`: choose one of {orderings}{hint}")
}

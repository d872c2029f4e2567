//! One field: its kind, the type it holds, and what its attribute asks for.

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Generics, Ident, Type};

use super::arguments::Arguments;
use super::container::Container;
use super::parameters::{mentions, mentions_lifetime, mentions_parameter};
use super::plain_type::PlainType;
use super::{is_carried, needs_feature};
use crate::errors::Errors;
use crate::kind::{KINDS, Kind, Ordering, Reach};
use crate::model::{self, NamedMethod};
use crate::parse::{Field, KindAttribute};

/// None where no kind is known, without which there is nothing to generate.
pub(super) fn model(
    index: usize,
    mut field: Field,
    container: &Container,
    generics: &Generics,
    errors: &mut Errors,
) -> Option<model::Field> {
    let mut fits = true;
    match field.kinds.as_slice() {
        [] => missing_kind(&field, generics, errors),
        [only] => fits = check_type(&field.ty, only.kind, generics, errors),
        [first, more @ ..] => more.iter().for_each(|second| second_kind(first, second, errors)),
    }
    let mut kinds = field.kinds.drain(..);
    let KindAttribute { kind, mut arguments, .. } = kinds.next()?;
    // Where it is given twice, its methods are wanted all the same.
    arguments.extend(kinds.filter(|more| more.kind.name == kind.name).flat_map(|more| more.arguments));
    let arguments = Arguments::new(&format!("`#[{}]`", kind.name), &kind.keys(), arguments, errors);
    let kind = match kind.with_key {
        Some((key, with_key)) if arguments.key(key).is_some() => with_key,
        _ => kind,
    };
    let state = arguments.type_path("state", errors);
    let plain = PlainType::of(&field.ty);
    if !fits {
        field.ty = plain.intended(&field.ty, kind);
    }
    let per_thread = container.per_thread && shared_out(kind, &arguments, errors);
    Some(model::Field {
        index,
        methods: methods(kind, &field, fits, &arguments, errors),
        ordering: ordering(kind, per_thread, &arguments, errors),
        per_thread,
        unit: arguments.text("unit", "bytes", errors),
        vis: container.vis_of_methods(&field.vis),
        // A constant expression, which is what checks, cannot name a parameter; there the plain bound must do.
        checked: state.is_none() && !plain.is_known() && !mentions_parameter(&field.ty, generics),
        state,
        carried: field.attributes.into_iter().filter(is_carried).collect(),
        ident: field.ident,
        ty: field.ty,
        kind,
    })
}

/// Where the type could have no kind at all, that is what the user must know first.
fn missing_kind(field: &Field, generics: &Generics, errors: &mut Errors) {
    if mentions_lifetime(&field.ty, generics) {
        // The lifetime is the mistake, and is reported as such.
    } else if let Some(message) = PlainType::of(&field.ty).misfit() {
        errors.at(&field.ty, message);
    } else {
        let kinds: Vec<_> = KINDS.iter().map(|kind| format!("  `#[{}]` for {}", kind.name, kind.types)).collect();
        errors.at(&field.ident, format!("`{}` needs a kind:\n{}", field.ident, kinds.join("\n")));
    }
}

/// Whether the type can be of the kind, as far as its tokens tell.
fn check_type(ty: &Type, kind: &Kind, generics: &Generics, errors: &mut Errors) -> bool {
    let plain = PlainType::of(ty);
    if mentions_lifetime(ty, generics) {
        // The lifetime is the mistake, and is reported as such.
        return false;
    } else if let Some(message) = plain.misfit().or_else(|| (kind.misfit)(&plain).map(str::to_owned)) {
        errors.at(ty, message);
    } else if mentions(ty, "Self") {
        errors.at(ty, "`Self` is another type in the live state: write the type without it");
    } else if kind.bound.is_none() && mentions_parameter(ty, generics) {
        errors.at(ty, format!("a {} is {}, and this could be any type", kind.name, kind.types));
    } else {
        return true;
    }
    false
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

/// Whether each thread has a share of the field, in a struct that asks for it.
fn shared_out(kind: &Kind, arguments: &Arguments, errors: &mut Errors) -> bool {
    let asked = |reach| {
        kind.methods.iter().filter(move |method| method.reach == reach).find_map(|method| arguments.key(method.key))
    };
    if let Some(key) = asked(Reach::Refused) {
        let message = format!(
            "`{key}` needs a single place, and with `per_thread` each thread has its own: move this field to a struct \
             without `per_thread`, which can be `#[nested]` in this one"
        );
        errors.at(key, message);
    }
    kind.shared_out && asked(Reach::OnePlace).is_none()
}

/// The methods that are asked for, and those that are there by default.
fn methods(kind: &Kind, field: &Field, fits: bool, arguments: &Arguments, errors: &mut Errors) -> Vec<NamedMethod> {
    let mut methods = Vec::new();
    for method in kind.methods {
        if let (Some(key), Some(feature)) = (arguments.key(method.key), method.lacks_feature) {
            errors.at(key, needs_feature(key, feature));
        }
        let name = arguments.name(method.key, errors);
        let name = name.or_else(|| method.prefix.map(|prefix| prefixed(prefix, &field.ident)));
        if fits || !method.hands_out {
            methods.extend(name.map(|name| NamedMethod { method, name, key: arguments.key(method.key).cloned() }));
        }
    }
    methods
}

/// The default name of a method. Without a prefix it is the field's own, raw where that is.
fn prefixed(prefix: &str, field: &Ident) -> Ident {
    if prefix.is_empty() { field.clone() } else { format_ident!("{prefix}{}", field.unraw(), span = field.span()) }
}

fn ordering(kind: &Kind, per_thread: bool, arguments: &Arguments, errors: &mut Errors) -> Ordering {
    let default = kind.orderings[0];
    let Some(word) = arguments.word("ordering", default.name(), errors) else { return default };
    let known = kind.orderings.iter().find(|ordering| word == ordering.name());
    if known.is_none() {
        errors.at(&word, no_such_ordering(kind, &word));
    } else if per_thread && word != Ordering::Relaxed.name() {
        let message = format!(
            "with `per_thread` no read is ordered `{word}` after the writes, which are to places of each thread's own: \
             leave the ordering out, or move this field to a struct without `per_thread`"
        );
        errors.at(&word, message);
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

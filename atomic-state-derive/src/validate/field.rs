//! One field: its kind, the type it holds, and what its attribute asks for.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Generics, Ident, Path, Visibility};

use super::arguments::Arguments;
use super::container::Container;
use super::parameters::{mentions_lifetime, mentions_parameter, with_self_replaced};
use super::plain_type::PlainType;
use super::{carried, hides, methods};
use crate::errors::Errors;
use crate::model::{self, Meant, Plain};
use crate::parse::{Field, KindAttribute};
use crate::schema::{KINDS, Kind, Ordering, Shares, Sort};

/// A field of the model, and the methods that a stub has for it.
pub(super) struct Draft {
    /// None if there is a mistake in it.
    pub(super) field: Option<model::Field>,
    pub(super) meant: Vec<Meant>,
}

pub(super) fn draft(
    index: usize,
    mut field: Field,
    plain: &Ident,
    container: &Container,
    generics: &Generics,
    errors: &mut Errors,
) -> Draft {
    let before = errors.len();
    field.ty = with_self_replaced(field.ty, plain, generics);
    let ty = PlainType::of(&field.ty, generics);
    let vis = container.vis_of_methods(&field.vis);
    let kinds = std::mem::take(&mut field.kinds);
    let [KindAttribute { .. }] = kinds.as_slice() else {
        let meant = mistaken_kinds(&field, &ty, kinds, generics, &vis, errors);
        return Draft { field: None, meant };
    };
    let KindAttribute { kind, arguments, .. } = kinds.into_iter().next().expect("there is one");
    check_type(&field.ty, &ty, kind, generics, errors);
    let fits = errors.len() == before;
    let arguments = Arguments::new(&format!("`#[{}]`", kind.name), &kind.keys(), arguments, errors);
    let kind = with_key(kind, &arguments);
    let per_thread = container.per_thread.is_some() && shared_out(kind, &arguments, errors);
    let ordering = ordering(kind, per_thread, &arguments, errors);
    let state = arguments.ty("state", errors);
    let unit = arguments.text("unit", "bytes", errors);
    let methods = methods::named(kind, &field.ident, &arguments, errors);
    let written = Plain { inner: ty.inner.as_ref().map(|inner| inner.tokens.clone()), ty: field.ty, state };
    let is_right = errors.len() == before;
    let shown = if fits { written.clone() } else { ty.intended(&written, kind) };
    let meant = methods::meant(kind, &methods, &shown, fits || written.state.is_some(), ordering, &vis);
    let generic =
        [Some(&written.ty), written.state.as_ref()].into_iter().flatten().any(|ty| mentions_parameter(ty, generics));
    let field = is_right.then(|| model::Field {
        index,
        ident: field.ident,
        // A constant expression, which is what checks, cannot name a parameter; there the plain bound must do.
        checked: (written.state.is_some() || !ty.is_known()) && !generic,
        generic,
        wide: ty.is_wide(),
        plain: written,
        kind,
        ordering,
        per_thread,
        unit,
        text: field.docs.text,
        continues: field.docs.continues,
        linkable: matches!(field.vis, Visibility::Public(_)),
        vis,
        hidden: field.attributes.iter().any(hides),
        attributes: field
            .attributes
            .into_iter()
            .filter(|attribute| carried(attribute, &["cfg", "deprecated", "allow"]))
            .collect(),
        methods,
    });
    Draft { field, meant }
}

/// Reports that a field has no kind or several, and returns the methods that may have been meant.
fn mistaken_kinds(
    field: &Field,
    ty: &PlainType,
    kinds: Vec<KindAttribute>,
    generics: &Generics,
    vis: &Visibility,
    errors: &mut Errors,
) -> Vec<Meant> {
    let mut meant = Vec::new();
    if kinds.is_empty() {
        missing_kind(field, ty, generics, errors);
    }
    let paths: Vec<(&Kind, Path)> = kinds.iter().map(|kind| (kind.kind, kind.path.clone())).collect();
    for (second, path) in paths.iter().skip(1) {
        let (first, name) = (paths[0].0.name, second.name);
        let message = if first == name {
            format!("`#[{name}]` is given twice: put all keys into one and remove this one")
        } else {
            format!("a field has one kind, and this one is a `#[{first}]` already: remove one of the two")
        };
        errors.at(path, message);
    }
    let guess = ty.likely_kind().filter(|_| kinds.is_empty()).map(|kind| (kind, Vec::new()));
    let claimed = kinds.into_iter().map(|claimed| (claimed.kind, claimed.arguments)).chain(guess);
    let plain = Plain { ty: field.ty.clone(), inner: ty.inner.as_ref().map(|inner| inner.tokens.clone()), state: None };
    for (kind, arguments) in claimed {
        let arguments = Arguments::unchecked(&kind.keys(), arguments);
        let kind = with_key(kind, &arguments);
        let named = methods::named(kind, &field.ident, &arguments, &mut Errors::default());
        let plain = Plain { state: arguments.ty("state", &mut Errors::default()), ..plain.clone() };
        let fits = kind.misfits.iter().all(|(sort, _)| ty.sort != Some(*sort)) && ty.misfit.is_none();
        let shown = if fits { plain.clone() } else { ty.intended(&plain, kind) };
        meant.extend(methods::meant(kind, &named, &shown, fits, None, vis));
    }
    meant
}

fn with_key(kind: &'static Kind, arguments: &Arguments) -> &'static Kind {
    match kind.with_key {
        Some((key, with_key)) if arguments.key(key).is_some() => with_key,
        _ => kind,
    }
}

/// If the type could have no kind at all, the user must know that first.
fn missing_kind(field: &Field, ty: &PlainType, generics: &Generics, errors: &mut Errors) {
    if mentions_lifetime(&field.ty, generics) {
        // The lifetime is the mistake, and is reported as such.
    } else if let Some(message) = &ty.misfit {
        errors.at(&field.ty, message);
    } else {
        let kinds: Vec<_> = KINDS.iter().map(|kind| format!("  `#[{}]` for {}", kind.name, kind.types)).collect();
        errors.at(&field.ident, format!("`{}` needs a kind:\n{}", field.ident, kinds.join("\n")));
    }
}

/// Reports a type that cannot be of the kind, as far as its tokens tell.
fn check_type(tokens: &TokenStream, ty: &PlainType, kind: &Kind, generics: &Generics, errors: &mut Errors) {
    let inner = ty.inner.as_ref().and_then(|inner| inner.sort);
    let message = |table: &[(Sort, &'static str)], sort: Option<Sort>| {
        table.iter().find(|(misfit, _)| sort == Some(*misfit)).map(|(_, message)| (*message).to_owned())
    };
    // Any struct of the user's can be nested, whatever its name.
    let misfit = ty.misfit.clone().filter(|_| kind.bound != Some("HasState") || !ty.may_be_own);
    let problem = misfit
        .or_else(|| message(kind.misfits, ty.sort))
        .or_else(|| message(kind.optional_misfits, inner))
        .or_else(|| {
            let open = kind.bound.is_none() && mentions_parameter(tokens, generics);
            open.then(|| format!("a {} is {}, and this could be any type", kind.name, kind.types))
        });
    // The runtime's bound is on what an `Option` holds: it must be seen where the type mentions a parameter.
    let hidden = kind.bound.is_some_and(|bound| bound != kind.fits) && inner_is_hidden(tokens, ty, generics);
    let problem = problem.or_else(|| {
        hidden
            .then(|| "this mentions a type parameter, and may be an `Option` or not: write the `Option` out".to_owned())
    });
    if mentions_lifetime(tokens, generics) {
        // The lifetime is the mistake, and is reported as such.
    } else if let Some(problem) = problem {
        errors.at(tokens, problem);
    }
}

fn inner_is_hidden(tokens: &TokenStream, ty: &PlainType, generics: &Generics) -> bool {
    ty.inner.is_none() && mentions_parameter(tokens, generics)
}

/// Whether each thread has a share of the field, in a struct that asks for it.
fn shared_out(kind: &Kind, arguments: &Arguments, errors: &mut Errors) -> bool {
    let asked = |shares| {
        kind.methods.iter().filter(move |method| method.shares == shares).find_map(|method| arguments.key(method.key))
    };
    if let (Some(key), true) = (asked(Shares::Refuses), kind.share.is_some()) {
        let message = format!(
            "`{key}` needs a single place, and with `per_thread` each thread has its own: move this field to a struct \
             without `per_thread`, which can be `#[nested]` in this one"
        );
        errors.at(key, message);
    }
    kind.share.is_some() && asked(Shares::KeepsOnePlace).is_none()
}

/// The ordering, if it is not the kind's default.
fn ordering(kind: &Kind, per_thread: bool, arguments: &Arguments, errors: &mut Errors) -> Option<Ordering> {
    let default = *kind.orderings.first()?;
    let word = arguments.word("ordering", default.name(), errors)?;
    let known = kind.orderings.iter().copied().find(|ordering| word == ordering.name());
    if known.is_none() {
        errors.at(&word, no_such_ordering(kind, &word));
    } else if per_thread && known != Some(Ordering::Relaxed) {
        let message = "`per_thread` supports only `Relaxed`, since each thread writes its own copy: leave the ordering \
                       out, or move this field to a struct without `per_thread`";
        errors.at(&word, message);
    }
    known.filter(|known| *known != default)
}

fn no_such_ordering(kind: &Kind, word: &Ident) -> String {
    let name = kind.name;
    let names = kind.orderings.iter().map(|ordering| format!("`{}`", ordering.name()));
    let orderings = names.collect::<Vec<_>>().join(", ");
    if word == Ordering::Relaxed.name() {
        return format!("a {name} cannot be `Relaxed`: {}; choose one of {orderings}", kind.why_not_relaxed);
    }
    let hint = match word.to_string().as_str() {
        "Acquire" | "Release" => " (`AcqRel` acquires where it reads and releases where it writes)",
        _ => "",
    };
    format!("a {name} has no ordering `{word}`: choose one of {orderings}{hint}")
}

/// The tokens of a primitive type, which no name of the user's can hide.
pub(super) fn primitive(name: &str) -> TokenStream {
    let name = quote::format_ident!("{name}");
    quote!(::core::primitive::#name)
}

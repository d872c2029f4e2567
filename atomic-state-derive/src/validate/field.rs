//! One field: its kind, the type it holds, and what its attribute asks for.

use proc_macro2::TokenStream;
use syn::{Generics, Ident, Path, Visibility};

use super::arguments::Arguments;
use super::attributes::{carried, hides, page};
use super::container::Container;
use super::parameters::{is_named, mentions_lifetime, mentions_parameter, with_self_replaced};
use super::plain_type::PlainType;
use super::suggest::slip_of_a_kind;
use super::type_tokens::split;
use super::{demands, methods, places};
use crate::errors::Errors;
use crate::model::{self, Meant, Places, Plain};
use crate::parse::{Argument, Field, KindAttribute, Transition};
use crate::schema::{Body, Cell, KINDS, Kind, Method, Ordering, Setting, Shares, Sort};

/// A field of the model, and the methods that a stub has for it.
#[derive(Default)]
pub(super) struct Draft {
    /// None if there is a mistake in it.
    pub(super) field: Option<model::Field>,
    pub(super) meant: Vec<Meant>,
}

/// Whether `take_extremes` restarts something in the field.
pub(super) fn has_extremes(field: &model::Field) -> bool {
    field.kind.extreme || field.kind.cell == Cell::State
}

pub(super) fn draft(
    mut field: Field,
    plain: &Ident,
    container: &Container,
    generics: &Generics,
    errors: &mut Errors,
) -> Draft {
    let before = errors.len();
    let field_type = with_self_replaced(field.ty, plain, generics);
    let (one, places) = split(&field_type);
    let holds_anything = matches!(field.kinds.as_slice(), [only] if only.kind.cell == Cell::Absent);
    let places = places.filter(|_| !holds_anything);
    field.ty = if places.is_some() { one } else { field_type.clone() };
    let ty = PlainType::of(&field.ty, generics);
    let vis = container.vis_of_methods(&field.vis);
    let mut kinds = std::mem::take(&mut field.kinds);
    if let (true, Some((kind, word))) = (kinds.is_empty(), &container.default) {
        kinds.push(KindAttribute { kind, path: word.clone().into(), arguments: Vec::new() });
    }
    let [KindAttribute { .. }] = kinds.as_slice() else {
        let meant = mistaken_kinds(&field, &ty, places.as_ref(), kinds, container, generics, errors);
        return Draft { field: None, meant };
    };
    let KindAttribute { kind, arguments, .. } = kinds.into_iter().next().expect("there is one");
    let kind = with_key(kind, &arguments);
    let arguments = Arguments::new(&format!("`#[{}]`", kind.name), &kind.keys(), arguments, errors);
    let label = places::check(&field_type, &ty, places.as_ref(), kind, generics, &arguments, errors);
    let fits = check_type(&field.ty, &ty, kind, generics, errors);
    demands::check(kind, &ty, &arguments, errors);
    let samples = ty.inner.as_ref().and_then(|inner| inner.sort);
    let timer = asked_for(kind, &arguments, |method| method.body == Body::Timer);
    if let (Some(Sort::Unsigned), Some(key)) = (samples, timer) {
        errors.at(key, "a timer records a `Duration`: write `Histogram<Duration>`");
    }
    if let (true, Some(key)) = (ty.is_duration(), arguments.key("unit")) {
        errors.at(key, "a `Duration` is in seconds: remove this key");
    }
    let per_thread = shared_out(kind, container, &arguments, errors);
    let ordering = ordering(kind, per_thread, container, &arguments, errors);
    let starts_set = kind.settings.contains(&Setting::Start) && arguments.boolean("start", errors).unwrap_or(false);
    let start = demands::start(kind, &field.ty, &ty, plain, generics, &arguments, errors);
    let moves = arguments.transitions("transitions", errors);
    let of = arguments.word("of", "in_flight", errors);
    let state = arguments.ty("state", errors);
    let unit = arguments.unit("unit", errors);
    let methods = methods::named(kind, &field.ident, &arguments, errors);
    let inner = ty.inner.as_ref().map(|inner| inner.tokens.clone());
    let page = ty.path.as_ref().and_then(page);
    let written = Plain { inner, ty: field.ty.into(), places, state, page };
    // The compiler reports a struct that holds itself.
    let is_right =
        errors.len() == before && !ty.is_refused && !ty.path.as_ref().is_some_and(|path| is_named(path, plain));
    let shown = if fits { written.clone() } else { ty.intended(&written, kind, &container.runtime) };
    let meant = if ty.is_refused { Vec::new() } else { methods::meant(kind, &methods, &arguments, &shown, &vis) };
    let generic =
        [Some(&field_type), written.state.as_ref()].into_iter().flatten().any(|ty| mentions_parameter(ty, generics));
    // Where the whole type must fit, only the compiler can tell of an `Option`.
    let is_known = ty.is_known() && !(ty.sort == Some(Sort::Optional) && kind.bound == Some(kind.fits));
    let field = is_right.then(|| model::Field {
        index: 0,
        ident: field.ident,
        // A constant expression, which is what checks, cannot name a parameter; there the plain bound must do.
        checked: (written.state.is_some() || !is_known) && !generic && kind.cell != Cell::Absent,
        generic,
        wide: ty.is_wide(),
        plain: written,
        kind,
        ordering,
        per_thread,
        starts_set,
        start,
        moves: moves.into_iter().map(|Transition { from, to }| (from, to)).collect(),
        of,
        peak: None,
        unit,
        label,
        unit_key: arguments.key("unit").filter(|_| !ty.is_known() && !generic).cloned(),
        text: field.docs.text,
        continues: field.docs.continues,
        linkable: matches!(field.vis, Visibility::Public(_)),
        vis,
        seen_with_state: false,
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
    places: Option<&Places>,
    kinds: Vec<KindAttribute>,
    container: &Container,
    generics: &Generics,
    errors: &mut Errors,
) -> Vec<Meant> {
    let vis = &container.vis_of_methods(&field.vis);
    let mut meant = Vec::new();
    let slip = field.attributes.iter().filter(|_| kinds.is_empty()).find_map(|attribute| {
        let kind = slip_of_a_kind(attribute.path().get_ident()?)?;
        Some((kind, Argument::all_in(attribute, &mut Errors::default())))
    });
    if kinds.is_empty() && slip.is_none() && !container.lacks_default {
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
    let likely = ty.likely_kind().filter(|_| kinds.is_empty()).map(|kind| (kind, Vec::new()));
    let guess = slip.or(likely);
    let claimed = kinds.into_iter().map(|claimed| (claimed.kind, claimed.arguments)).chain(guess);
    let inner = ty.inner.as_ref().map(|inner| inner.tokens.clone());
    let plain = Plain { ty: field.ty.clone().into(), places: places.cloned(), inner, state: None, page: None };
    for (kind, arguments) in claimed {
        let kind = with_key(kind, &arguments);
        let arguments = Arguments::unchecked(&kind.keys(), arguments);
        let named = methods::named(kind, &field.ident, &arguments, &mut Errors::default());
        let plain = Plain { state: arguments.ty("state", &mut Errors::default()), ..plain.clone() };
        let fits = kind.misfits.iter().all(|(sort, _)| ty.sort != Some(*sort)) && ty.misfit.is_none();
        let shown = if fits { plain.clone() } else { ty.intended(&plain, kind, &container.runtime) };
        meant.extend(methods::meant(kind, &named, &arguments, &shown, vis));
    }
    meant
}

/// The kind, or another one where a key asks for it.
fn with_key(kind: &'static Kind, arguments: &[Argument]) -> &'static Kind {
    match kind.with_key {
        Some((key, with_key)) if arguments.iter().any(|argument| argument.key == key) => with_key,
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

/// Whether the type can be of the kind, as far as its tokens tell. Reports it if not.
fn check_type(tokens: &TokenStream, ty: &PlainType, kind: &Kind, generics: &Generics, errors: &mut Errors) -> bool {
    let inner = ty.inner.as_ref().and_then(|inner| inner.sort);
    let message = |table: &[(Sort, &'static str)], sort: Option<Sort>| {
        table.iter().find(|(misfit, _)| sort == Some(*misfit)).map(|(_, message)| (*message).to_owned())
    };
    // Any struct of the user's can be nested, whatever its name.
    let may_be_own = kind.cell == Cell::Absent || kind.cell == Cell::State && ty.may_be_own;
    let misfit = ty.misfit.clone().filter(|_| !may_be_own);
    let problem = misfit
        .or_else(|| message(kind.misfits, ty.sort))
        .or_else(|| message(kind.optional_misfits, inner))
        .or_else(|| {
            let open = kind.bound.is_none() && kind.cell != Cell::Absent && mentions_parameter(tokens, generics);
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
    } else {
        return true;
    }
    false
}

fn inner_is_hidden(tokens: &TokenStream, ty: &PlainType, generics: &Generics) -> bool {
    ty.inner.is_none() && mentions_parameter(tokens, generics)
}

/// The user's key for a method of some sort.
fn asked_for<'a>(kind: &Kind, arguments: &'a Arguments, is: fn(&Method) -> bool) -> Option<&'a Ident> {
    kind.methods.iter().filter(|method| is(method)).find_map(|method| arguments.key(method.key))
}

/// Whether each thread has a share of the field.
fn shared_out(kind: &Kind, container: &Container, arguments: &Arguments, errors: &mut Errors) -> bool {
    let before = errors.len();
    let (shared, asked) =
        (arguments.word_alone("shared", errors).is_some(), arguments.word_alone("per_thread", errors).is_some());
    if errors.len() > before {
        return false;
    }
    if container.per_thread.is_none() {
        if let Some(key) = arguments.key("shared") {
            errors.at(key, "every field of this struct is shared, as it is not `per_thread`: remove this word");
        } else if let Some(key) = arguments.key("per_thread") {
            errors.at(key, "this needs `#[atomic_state(per_thread)]` on the struct");
        }
        return false;
    }
    let per_thread = kind.share.is_some() && !shared && (asked || !kind.shares_on_request);
    let refuses = asked_for(kind, arguments, |method| method.shares == Shares::Refuses);
    if let (true, Some(key)) = (per_thread, refuses) {
        let cure = if asked { "remove its `per_thread`" } else { "write `shared` beside it" };
        errors.at(key, format!("`{key}` needs one place for all threads, and here each thread has its own: {cure}"));
    }
    per_thread
}

/// The ordering, if it is not the kind's default.
fn ordering(
    kind: &Kind,
    per_thread: bool,
    container: &Container,
    arguments: &Arguments,
    errors: &mut Errors,
) -> Option<Ordering> {
    let default = *kind.orderings.first()?;
    let Some(word) = arguments.word("ordering", default.name(), errors) else {
        return container.ordering.filter(|of_all| kind.orderings.contains(of_all) && *of_all != default);
    };
    let known = kind.orderings.iter().copied().find(|ordering| word == ordering.name());
    if known.is_none() {
        errors.at(&word, no_such_ordering(kind, &word));
    } else if per_thread && known != Some(Ordering::Relaxed) {
        let message = "`per_thread` supports only `Relaxed`, since each thread writes its own copy: leave the ordering \
                       out, or write `shared` beside it";
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

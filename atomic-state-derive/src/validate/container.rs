//! `#[atomic_state(…)]`

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Ident, Path, Visibility, parse_quote};

use super::arguments::{Arguments, Name};
use super::visibility::{covers, generated, narrower};
use crate::errors::Errors;
use crate::model::Functions;
use crate::parse::{Argument, Input};
use crate::schema::{KINDS, Kind, Ordering};

const KEYS: &[&str] = &[
    "name",
    "vis",
    "crate",
    "per_thread",
    "default",
    "ordering",
    "new",
    "snapshot",
    "take",
    "take_extremes",
    "merge",
    "local",
    "event",
];
const STATE: &str = "State";

pub(super) struct Container {
    pub(super) name: Ident,
    /// The state's visibility, if the user wrote one.
    pub(super) vis: Option<Visibility>,
    pub(super) runtime: Path,
    /// The user's key.
    pub(super) per_thread: Option<Ident>,
    /// The kind of fields without one, with the user's word for it.
    pub(super) default: Option<(&'static Kind, Ident)>,
    /// Whether a default kind was asked for that there is none of.
    pub(super) lacks_default: bool,
    /// The ordering of fields that can have it and ask for no other.
    pub(super) ordering: Option<Ordering>,
    pub(super) functions: Functions,
    /// Whether `take_extremes` was asked for.
    pub(super) wants_take_extremes: bool,
}

impl Container {
    pub(super) fn new(input: &Input, arguments: Vec<Argument>, errors: &mut Errors) -> Self {
        let arguments = Arguments::new("`#[atomic_state]`", KEYS, arguments, errors);
        let vis = arguments.visibility("vis", errors);
        if let (Some(Visibility::Public(vis)), false) = (&vis, matches!(input.vis, Visibility::Public(_))) {
            let message =
                format!("the state cannot be more visible than `{}`, which its snapshot returns", input.ident);
            errors.at(vis, message);
        }
        let per_thread = arguments.word_alone("per_thread", errors).cloned();
        let ordering = ordering(&arguments, per_thread.is_some(), errors);
        for (word, article) in [("local", "a"), ("event", "an")] {
            if let (Some(key), None) = (arguments.key(word), &per_thread) {
                let message =
                    format!("only a state `per_thread` has {article} `{word}`: remove this key, or add `per_thread`");
                errors.at(key, message);
            }
        }
        let mut taken = Vec::new();
        let mut function = |key: &str| {
            let name = match arguments.name(key, errors) {
                Some(Name::Given(name)) => name,
                Some(Name::LeftOut) => return None,
                None => format_ident!("{key}"),
            };
            let given = arguments.key(key);
            if let Some((_, earlier)) = taken.iter().find(|(earlier, _)| *earlier == name.unraw()) {
                let message = format!("two functions of the state named `{name}`: choose another name for one of them");
                errors.at(given.or(*earlier).unwrap_or(&name), message);
                return None;
            }
            taken.push((name.unraw(), given));
            Some(name)
        };
        let functions = Functions {
            new: function("new"),
            snapshot: function("snapshot"),
            take: function("take"),
            take_extremes: function("take_extremes"),
            merge: function("merge"),
            local: function("local").filter(|_| per_thread.is_some()),
            event: function("event").filter(|_| per_thread.is_some()),
        };
        let default = default_kind(&arguments, errors);
        Self {
            per_thread,
            lacks_default: default.is_none() && arguments.is_meant("default"),
            default,
            ordering,
            functions,
            wants_take_extremes: arguments.is_meant("take_extremes"),
            name: match arguments.name("name", errors) {
                Some(Name::Given(name)) if name == input.ident => {
                    errors.at(&name, "this is the plain struct's own name: the live state needs another");
                    with_suffix(&input.ident)
                }
                Some(Name::Given(name)) => name,
                Some(Name::LeftOut) => {
                    errors.at(arguments.key("name"), "a live state needs a name, as in `name = LiveWorker`");
                    with_suffix(&input.ident)
                }
                None if arguments.is_meant("name") => with_suffix(&input.ident),
                None => default_name(&input.ident, errors),
            },
            vis,
            runtime: arguments.path("crate", errors).unwrap_or_else(|| parse_quote!(::atomic_state)),
        }
    }

    /// The names of the functions that the state has, whatever its fields.
    pub(super) fn generated(&self) -> Vec<String> {
        let named = self.functions.all().map(|name| name.unraw().to_string());
        named.chain(["from".to_owned(), "default".to_owned()]).collect()
    }

    /// Whether the state can be named wherever the plain struct, of visibility `plain`, can.
    pub(super) fn nameable(&self, plain: &Visibility) -> bool {
        self.vis.as_ref().is_none_or(|vis| covers(vis, plain))
    }

    /// The visibility of a field's methods: the field's, but never more than the state's.
    pub(super) fn vis_of_methods(&self, field: &Visibility) -> Visibility {
        generated(self.vis.as_ref().map_or(field, |vis| narrower(field, vis)).clone())
    }
}

fn default_kind(arguments: &Arguments, errors: &mut Errors) -> Option<(&'static Kind, Ident)> {
    let word = arguments.word("default", "counter", errors)?;
    let kind = KINDS.iter().copied().find(|kind| word == kind.name);
    if kind.is_none() {
        let names = KINDS.iter().map(|kind| format!("`{}`", kind.name)).collect::<Vec<_>>().join(", ");
        errors.at(&word, format!("`default` is the kind of fields without one: {names}"));
    }
    Some((kind?, word))
}

fn ordering(arguments: &Arguments, per_thread: bool, errors: &mut Errors) -> Option<Ordering> {
    let word = arguments.word("ordering", "SeqCst", errors)?;
    let known = [Ordering::Relaxed, Ordering::AcqRel, Ordering::SeqCst].into_iter().find(|known| word == known.name());
    if per_thread {
        errors.at(&word, "`per_thread` supports only `Relaxed`: write an ordering on fields that are `shared`");
    } else if known.is_none() {
        errors.at(&word, format!("there is no ordering `{word}` here: choose one of `Relaxed`, `AcqRel`, `SeqCst`"));
    }
    known
}

fn default_name(plain: &Ident, errors: &mut Errors) -> Ident {
    if plain.unraw().to_string().ends_with(STATE) {
        let message = format!(
            "the live state would be named `{plain}{STATE}`: name the struct for what it shows, such as `Worker`, \
             or write `#[atomic_state(name = …)]`"
        );
        errors.at(plain, message);
    }
    with_suffix(plain)
}

fn with_suffix(plain: &Ident) -> Ident {
    format_ident!("{plain}{STATE}")
}

//! `#[atomic_state(…)]`

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Ident, Path, Visibility, parse_quote};

use super::arguments::{Arguments, Name};
use super::visibility::{covers, generated, narrower};
use crate::errors::Errors;
use crate::parse::{Argument, Input};

const KEYS: &[&str] = &["name", "vis", "crate", "per_thread"];
const STATE: &str = "State";

/// The functions that every state has.
pub(super) const GENERATED: &[&str] = &["new", "snapshot", "take", "merge", "from", "default"];

pub(super) struct Container {
    pub(super) name: Ident,
    /// The state's visibility, if the user wrote one.
    pub(super) vis: Option<Visibility>,
    pub(super) runtime: Path,
    /// The user's key.
    pub(super) per_thread: Option<Ident>,
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
        Self {
            per_thread: arguments.word_alone("per_thread", errors).cloned(),
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
                None if arguments.key("name").is_some() => with_suffix(&input.ident),
                None => default_name(&input.ident, errors),
            },
            vis,
            runtime: arguments.path("crate", errors).unwrap_or_else(|| parse_quote!(::atomic_state)),
        }
    }

    /// The functions that the state has, whatever its fields.
    pub(super) fn generated(&self) -> Vec<&'static str> {
        let local = self.per_thread.is_some().then_some("local");
        GENERATED.iter().copied().chain(local).collect()
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

//! `#[atomic_state(…)]`

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Ident, Path, Visibility, parse_quote};

use super::arguments::Arguments;
use super::needs_feature;
use super::visibility::{covers, narrower};
use crate::errors::Errors;
use crate::parse::{Argument, Input};

const KEYS: &[&str] = &["name", "vis", "crate", "per_thread"];
const STATE: &str = "State";

pub(super) struct Container {
    pub(super) name: Ident,
    /// The state's visibility, where it is said.
    pub(super) vis: Option<Visibility>,
    pub(super) runtime: Path,
    pub(super) per_thread: bool,
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
        let per_thread = arguments.word_alone("per_thread", errors);
        if let (Some(key), false) = (per_thread, cfg!(feature = "per-thread")) {
            errors.at(key, needs_feature(key, "per-thread"));
        }
        let per_thread = per_thread.is_some();
        Self {
            per_thread,
            name: match arguments.name("name", errors) {
                Some(name) if name == input.ident => {
                    errors.at(&name, "this is the plain struct's own name: the live state needs another");
                    with_suffix(&input.ident)
                }
                Some(name) => name,
                None => default_name(&input.ident, errors),
            },
            vis,
            runtime: arguments.path("crate", errors).unwrap_or_else(|| parse_quote!(::atomic_state)),
        }
    }

    /// Whether the state can be named wherever the plain struct, of visibility `plain`, can.
    pub(super) fn nameable(&self, plain: &Visibility) -> bool {
        self.vis.as_ref().is_none_or(|vis| covers(vis, plain))
    }

    /// A field's visibility for its methods, but never more than the state's.
    pub(super) fn vis_of_methods(&self, field: &Visibility) -> Visibility {
        self.vis.as_ref().map_or(field, |vis| narrower(field, vis)).clone()
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

//! Names that would clash.

use std::collections::BTreeMap;

use syn::Ident;
use syn::ext::IdentExt;

use super::container::Container;
use super::field::Draft;
use crate::errors::Errors;
use crate::model::Meant;

/// Reports methods that cannot have their name.
pub(super) fn check(drafts: &[Draft], container: &Container, errors: &mut Errors) {
    let generated = container.generated();
    let mut taken: BTreeMap<String, (&'static str, &Ident)> = BTreeMap::new();
    for field in drafts.iter().filter_map(|draft| draft.field.as_ref()) {
        for named in &field.methods {
            let (name, key) = (named.name.unraw().to_string(), named.method.key);
            let other = if generated.contains(&name) {
                format!("the generated `{}::{name}`", container.name)
            } else if let Some((key, field)) = taken.get(&name) {
                format!("`{key}` of field `{field}`")
            } else {
                taken.insert(name, (key, &field.ident));
                continue;
            };
            let this = format!("`{key}` of field `{}`", field.ident);
            let message = format!("two methods named `{name}`: {other}, and {this}; write `{key} = another_name`");
            errors.at(if named.key.is_some() { &named.name } else { &field.ident }, message);
        }
    }
}

/// The methods of a stub, without a second one of a name: one that the user named goes before one by default.
pub(super) fn each_once(methods: impl Iterator<Item = Meant>, generated: &[String]) -> Vec<Meant> {
    let mut kept: Vec<Meant> = Vec::new();
    let (named, by_default): (Vec<_>, Vec<_>) = methods.partition(|meant| meant.is_named);
    for meant in named.into_iter().chain(by_default) {
        let name = meant.name.unraw().to_string();
        if !kept.iter().any(|other| other.name.unraw() == name) && !generated.contains(&name) {
            kept.push(meant);
        }
    }
    kept
}

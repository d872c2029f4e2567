//! Names that would clash.

use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::model::State;

/// The functions that every state has, but for `local`, which those have that are `per_thread`.
const GENERATED: &[&str] = &["new", "snapshot", "take", "merge", "from", "default"];

/// Reports methods that cannot have their name, and removes them.
pub(super) fn check(state: &mut State, errors: &mut Errors) {
    let (state_name, per_thread) = (&state.name, state.per_thread.is_some());
    let mut taken: Vec<(String, String)> = Vec::new();
    for field in &mut state.fields {
        let field_name = &field.ident;
        field.methods.retain(|named| {
            let name = named.name.unraw().to_string();
            let key = named.method.key;
            let this = format!("`{key}` of field `{field_name}`");
            let clash = if GENERATED.contains(&name.as_str()) || (per_thread && name == "local") {
                Some(format!("the generated `{state_name}::{name}`"))
            } else {
                taken.iter().find(|(other, _)| *other == name).map(|(_, other)| other.clone())
            };
            if let Some(other) = &clash {
                let message = format!("two methods named `{name}`: {other}, and {this}; write `{key} = another_name`");
                errors.at(&named.name, message);
            } else {
                taken.push((name, this));
            }
            clash.is_none()
        });
    }
}

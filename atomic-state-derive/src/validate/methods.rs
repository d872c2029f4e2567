//! The methods of a field: those it asks for, and those it has by default.

use proc_macro2::Span;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Ident, Visibility};

use super::arguments::{Arguments, Name};
use crate::errors::Errors;
use crate::model::{Meant, NamedMethod, Plain};
use crate::schema::Kind;

/// The methods with the names that they get.
pub(super) fn named(kind: &Kind, field: &Ident, arguments: &Arguments, errors: &mut Errors) -> Vec<NamedMethod> {
    let mut methods = Vec::new();
    for method in kind.methods {
        let key = arguments.key(method.key).cloned();
        let name = match (arguments.name(method.key, errors), method.prefix) {
            (Some(Name::Given(name)), _) => name,
            (Some(Name::LeftOut), None) => {
                let message = format!("there is no `{}` unless it is named: remove this key", method.key);
                errors.at(&key, message);
                continue;
            }
            (None, Some(prefix)) => prefixed(prefix, field),
            (Some(Name::LeftOut), Some(_)) | (None, None) => continue,
        };
        methods.push(NamedMethod { method, name, key });
    }
    methods
}

/// The same for a stub.
pub(super) fn meant(
    kind: &Kind,
    methods: &[NamedMethod],
    arguments: &Arguments,
    plain: &Plain,
    vis: &Visibility,
) -> Vec<Meant> {
    let meant = |method, name, is_named| Meant { method, name, vis: vis.clone(), plain: plain.clone(), is_named };
    let named = methods.iter().map(|named| meant(named.method, named.name.clone(), named.key.is_some()));
    let more = arguments.more_names().filter_map(|(key, name)| {
        let method = kind.methods.iter().find(|method| method.key == key)?;
        Some(meant(method, name, false))
    });
    named.chain(more).collect()
}

/// The default name of a method. Without a prefix it is the field's own, raw where that is. With one, the underscores
/// before the field's name go.
fn prefixed(prefix: &str, field: &Ident) -> Ident {
    // Marked as generated, so that lints on names speak of the field only.
    let span = field.span().resolved_at(Span::call_site());
    if prefix.is_empty() {
        return field.clone();
    }
    let name = field.unraw().to_string();
    let bare = name.trim_start_matches('_');
    format_ident!("{prefix}{}", if bare.is_empty() { &name } else { bare }, span = span)
}

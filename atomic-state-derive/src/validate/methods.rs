//! The methods of a field: those it asks for, and those it has by default.

use proc_macro2::Span;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Ident, Visibility};

use super::arguments::{Arguments, Name};
use crate::errors::Errors;
use crate::model::{Meant, NamedMethod, Plain};
use crate::schema::{Body, Kind, Ordering};

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

/// The same for a stub. A method that returns a type which there is none of is left out.
pub(super) fn meant(
    kind: &Kind,
    methods: &[NamedMethod],
    plain: &Plain,
    fits: bool,
    ordering: Option<Ordering>,
    vis: &Visibility,
) -> Vec<Meant> {
    let can_be_named = |named: &&NamedMethod| fits || named.method.body != Body::Borrow;
    let meant = methods.iter().filter(can_be_named).map(|named| Meant {
        method: named.method,
        name: named.name.clone(),
        vis: vis.clone(),
        plain: plain.clone(),
        ordering: ordering.filter(|ordering| kind.orderings.contains(ordering)),
        is_named: named.key.is_some(),
    });
    meant.collect()
}

/// The default name of a method. Without a prefix it is the field's own, raw where that is. With one, the underscores
/// before the field's name go.
fn prefixed(prefix: &str, field: &Ident) -> Ident {
    // Marked as generated, so that lints on names speak of the field only.
    let span = field.span().resolved_at(Span::call_site());
    if prefix.is_empty() {
        let mut name = field.clone();
        name.set_span(span);
        return name;
    }
    let name = field.unraw().to_string();
    let bare = name.trim_start_matches('_');
    format_ident!("{prefix}{}", if bare.is_empty() { &name } else { bare }, span = span)
}

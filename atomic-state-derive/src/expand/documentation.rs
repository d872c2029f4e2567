//! The words on the generated items.

use quote::ToTokens;
use syn::Visibility;
use syn::ext::IdentExt;

use crate::docs;
use crate::kind::Access;
use crate::model::{Field, NamedMethod, State};

pub(super) fn of_type(state: &State) -> Vec<String> {
    let plain = state.plain.unraw();
    let mut lines = vec![
        format!("The live state of [`{plain}`]: its fields as atomics, which threads share by reference."),
        String::new(),
    ];
    let (_, own) = docs::split(&state.carried);
    if !own.is_empty() {
        lines.extend(docs::carried(&own, &state.plain));
        lines.push(String::new());
    }
    let rows: Vec<_> =
        state.fields.iter().filter(|field| !is_hidden(field)).map(|field| row(field, &state.vis)).collect();
    if !rows.is_empty() {
        lines.push("| field | kind | orderings | methods |".to_owned());
        lines.push("| --- | --- | --- | --- |".to_owned());
        lines.extend(rows);
        lines.push(String::new());
    }
    lines.push(format!(
        "Each method is one atomic operation. [`snapshot`](Self::snapshot) reads all fields into a plain [`{plain}`], one \
         after the other: values that must agree with each other belong in an `Arc<Mutex<_>>` instead."
    ));
    lines
}

fn row(field: &Field, vis: &Visibility) -> String {
    let write = field.kind.methods.iter().map(|method| method.access).find(|access| !matches!(access, Access::Load));
    let load = field.ordering.of(Access::Load);
    let orderings = match write.map(|access| field.ordering.of(access)) {
        Some(write) if write != load => format!("{write}, {load}"),
        _ => load.to_owned(),
    };
    let methods: Vec<_> = field.methods.iter().map(|named| link(named, field, vis)).collect();
    format!("| `{}` | {} | {orderings} | {} |", field.ident.unraw(), field.kind.name, methods.join(", "))
}

/// A link where the method can be seen wherever the type is: `rustdoc` refuses others.
fn link(named: &NamedMethod, field: &Field, vis: &Visibility) -> String {
    let name = named.name.unraw();
    if field.vis.to_token_stream().to_string() == vis.to_token_stream().to_string() {
        format!("[`{name}`](Self::{name})")
    } else {
        format!("`{name}`")
    }
}

fn is_hidden(field: &Field) -> bool {
    field.carried.iter().any(|attribute| attribute.to_token_stream().to_string().replace(' ', "") == "#[doc(hidden)]")
}

pub(super) fn of_method(state: &State, field: &Field, named: &NamedMethod, own: &[String]) -> Vec<String> {
    let method = named.method;
    let mut lines = docs::carried(own, &state.plain);
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(method.does.replace("{field}", &field.ident.unraw().to_string()));
    if let Some(unit) = &field.unit {
        lines.push(format!("The unit is {unit}."));
    }
    lines.push(String::new());
    lines.push(format!(
        "Ordering: {} `{}`. {}",
        field.ordering.of(method.access),
        method.operation,
        (field.kind.why)(field.ordering, method.access)
    ));
    lines
}

pub(super) fn of_snapshot(state: &State) -> Vec<String> {
    let order = if state.fields.iter().any(|field| field.kind.read_first) {
        "Flags are read first, with Acquire, then the other fields in the order of their declaration: a snapshot that shows \
         a flag set includes all that the thread which set it had recorded before."
    } else {
        "The fields are read one after the other, in the order of their declaration."
    };
    vec![
        format!("Reads every field into a plain [`{}`].", state.plain.unraw()),
        String::new(),
        order.to_owned(),
        "It is not a cut across the fields: other threads go on while it reads.".to_owned(),
    ]
}

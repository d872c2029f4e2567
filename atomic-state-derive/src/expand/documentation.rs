//! The words on the generated items.

use quote::ToTokens;
use syn::Visibility;
use syn::ext::IdentExt;

use crate::docs;
use crate::kind::{Access, Reach};
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
    if state.per_thread.is_some() {
        lines.push(
            "What is kept per thread, each thread records in a block of its own, with a load and a store. A signal handler \
             that records between the two, on the thread that it interrupts, has its record undone; and the first record of \
             a thread takes a lock and allocates."
                .to_owned(),
        );
        lines.push(String::new());
    }
    lines.push(format!(
        "[`snapshot`](Self::snapshot) reads all fields into a plain [`{plain}`], one after the other: values that must \
         agree with each other belong in an `Arc<Mutex<_>>` instead."
    ));
    lines
}

fn row(field: &Field, vis: &Visibility) -> String {
    let mut orderings = Vec::new();
    for named in field.methods.iter().filter(|named| named.method.access != Access::Borrow) {
        let ordering = field.ordering.of(named.method.access);
        if !orderings.contains(&ordering) {
            orderings.push(ordering);
        }
    }
    let methods: Vec<_> = field.methods.iter().map(|named| link(named, field, vis)).collect();
    let (name, kind) = (field.ident.unraw(), field.kind.name);
    let per_thread = if field.per_thread { ", per thread" } else { "" };
    format!("| `{name}` | {kind}{per_thread} | {} | {} |", orderings.join(", "), methods.join(", "))
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
    // What it does comes first: a summary that is the same for all methods of a field would tell none from the other.
    let mut lines = vec![method.does.replace("{field}", &field.ident.unraw().to_string())];
    if let Some(unit) = &field.unit {
        lines.push(format!("The unit is {unit}."));
    }
    if !own.is_empty() {
        lines.push(String::new());
        lines.extend(docs::carried(own, &state.plain));
    }
    if method.access != Access::Borrow {
        lines.push(String::new());
        lines.push(ordering(field, named));
    }
    lines
}

fn ordering(field: &Field, named: &NamedMethod) -> String {
    let method = named.method;
    if !field.per_thread {
        let (ordering, why) = (field.ordering.of(method.access), (field.kind.why)(field.ordering, method.access));
        return format!("Ordering: {ordering} `{}`. {why}", method.operation);
    }
    match method.reach {
        Reach::All if method.access == Access::Load => {
            "Ordering: Relaxed `load` of each thread's share. The shares publish \
            no other memory; after the recording threads are joined, what they make up is exact."
                .to_owned()
        }
        Reach::All => {
            "Ordering: Relaxed `load` or `swap` of each thread's share, while threads go on recording. Of several \
            takers, each amount goes to one."
                .to_owned()
        }
        _ => "Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal \
            handlers, nor for a global allocator."
            .to_owned(),
    }
}

pub(super) fn of_local(state: &State) -> Vec<String> {
    let name = state.name.unraw();
    vec![
        format!("One thread's view of a [`{name}`], with its block at hand: made by [`{name}::local`]."),
        String::new(),
        format!(
            "It has the methods that record, and dereferences to the [`{name}`] for all others. It stays on its thread."
        ),
    ]
}

pub(super) fn of_local_fn() -> Vec<String> {
    vec![
        "This thread's view of the state, which finds the thread's block once instead of at each record: for the hottest \
         loops."
            .to_owned(),
        String::new(),
        "It cannot be sent to another thread, nor be held across an `.await` in a task that may be. As long as it lives, and \
         forever if it is leaked (`mem::forget`), no later thread is given its block."
            .to_owned(),
    ]
}

pub(super) fn of_local_method(state: &State, field: &Field, named: &NamedMethod) -> Vec<String> {
    let (state, name) = (state.name.unraw(), named.name.unraw());
    vec![
        format!("As `{name}` of the [`{state}`], with this thread's block at hand."),
        String::new(),
        ordering(field, named),
    ]
}

pub(super) fn of_new() -> Vec<String> {
    vec!["As at the start: numbers at zero, flags unset, no samples.".to_owned()]
}

/// The documentation of `snapshot`, `take` and `merge`.
pub(super) fn of_whole(state: &State) -> [Vec<String>; 3] {
    let plain = state.plain.unraw();
    let order = if state.fields.iter().any(|field| field.kind.read_first) {
        "Flags are read first, then the other fields in the order of their declaration. A snapshot that shows a flag set \
         includes in the other fields all that the thread which set it had recorded before."
    } else {
        "The fields are read one after the other, in the order of their declaration."
    };
    [
        vec![
            format!("Reads every field into a plain [`{plain}`]."),
            String::new(),
            order.to_owned(),
            "It is not a cut across the fields, which are read one after the other while other threads go on.".to_owned(),
        ],
        vec![
            "As [`snapshot`](Self::snapshot), and starts a new interval: counters restart at zero, minima and maxima without \
             a sample; gauges and flags stay."
                .to_owned(),
            String::new(),
            if state.per_thread.is_some() {
                "Of several takers, each recorded amount goes to exactly one. A read at the same time may still show some of what \
                 is taken."
            } else {
                "Each field is read and restarted in one step: of several takers, each recorded amount goes to exactly one."
            }
            .to_owned(),
        ],
        vec![
            format!("Adds a [`{plain}`] that one thread filled without atomics."),
            String::new(),
            "Counters and gauges add, minima and maxima keep the better sample, and flags that are set in the batch are set \
             last: who sees one sees the rest of the batch."
                .to_owned(),
        ],
    ]
}

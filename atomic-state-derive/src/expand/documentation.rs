//! The words on the generated items.

use syn::Ident;

use super::signature::key;
use super::text;
use crate::model::{Field, Head, NamedMethod, Places, State};
use crate::schema::{Body, Cell, KINDS, Kind, Ordering, Setting, Words};

/// A documentation page, line by line. A paragraph stands apart from the one before it.
#[derive(Default)]
struct Page(Vec<String>);

impl Page {
    fn paragraph(&mut self, line: impl Into<String>) {
        if !self.0.is_empty() {
            self.0.push(String::new());
        }
        self.0.push(line.into());
    }
}

pub(super) fn of_type(state: &State) -> Vec<String> {
    let plain = text(&state.head.plain);
    let mut page = Page::default();
    page.paragraph(format!("The live state of [`{plain}`]: its fields as atomics, which threads share by reference."));
    if let Some(own) = &state.text {
        page.paragraph(own);
    }
    let shown = state.fields.iter().filter(|field| !field.hidden && field.kind.cell != Cell::Absent);
    let rows: Vec<_> = shown.map(|field| row(field, &state.head)).collect();
    if !rows.is_empty() {
        page.paragraph("| field | kind | ordering | methods |");
        page.0.push("| --- | --- | --- | --- |".to_owned());
        page.0.extend(rows);
    }
    if state.block.is_some() {
        page.paragraph(
            "Each thread records `per_thread` fields in its own block, with a load and a store. A signal handler that \
             records between the two, on the thread that it interrupts, has its record undone. A thread's first record \
             takes a lock and allocates.",
        );
    }
    let snapshot = function(state.head.functions.snapshot.as_ref(), "snapshot");
    let event = state.head.functions.event.as_ref().map_or_else(String::new, |event| {
        format!(" `per_thread` fields that must agree are recorded in one [`{0}`](Self::{0}).", text(event))
    });
    let others = if event.is_empty() { "Values" } else { "Other values" };
    page.paragraph(format!(
        "{snapshot} reads the fields into a plain [`{plain}`], one by one while other threads write.{event} {others} \
         that must agree with each other belong in an `Arc<Mutex<_>>`."
    ));
    page.0
}

/// A link to a function of the state, by the name that it has there.
fn function(name: Option<&Ident>, method: &str) -> String {
    name.map_or_else(|| format!("`LiveState::{method}`"), |name| format!("[`{0}`](Self::{0})", text(name)))
}

/// ```text
/// | `bytes` | [counter](::atomic_state::Counter) | Relaxed | [`record_bytes`](Self::record_bytes), … |
/// ```
fn row(field: &Field, head: &Head) -> String {
    let methods: Vec<_> = field.methods.iter().map(|named| link(named, field)).collect();
    let ordering = match field.ordering() {
        Some(Ordering::Relaxed) => "Relaxed",
        Some(Ordering::AcqRel) => "Acquire and Release",
        Some(Ordering::SeqCst) => "`SeqCst`",
        // A cell of several atomics has no choice.
        None if matches!(field.kind.cell, Cell::Of(_)) => "Relaxed",
        None => "",
    };
    let per_thread = if field.per_thread { ", per thread" } else { "" };
    let several = match &field.plain.places {
        Some(Places::Array(_)) => ", by index",
        Some(Places::Variants { .. }) => ", by variant",
        None => "",
    };
    let (name, kind) = (text(&field.ident), kind(field, head));
    format!("| `{name}` | {kind}{several}{per_thread} | {ordering} | {} |", methods.join(", "))
}

/// The kind's name, as a link to the page of its cell.
fn kind(field: &Field, head: &Head) -> String {
    let name = field.kind.name;
    let cell = match field.kind.cell {
        Cell::Of(cell) | Cell::Fixed(cell) => cell,
        Cell::State => "HasState",
        Cell::PeakOf(_) | Cell::Absent => "Gauge",
    };
    head.runtime_page.as_ref().map_or_else(|| name.to_owned(), |runtime| format!("[{name}]({runtime}::{cell})"))
}

/// A link, if the method can be seen wherever the type is: `rustdoc` refuses others.
fn link(named: &NamedMethod, field: &Field) -> String {
    let name = text(&named.name);
    if field.seen_with_state { format!("[`{name}`](Self::{name})") } else { format!("`{name}`") }
}

/// What it does comes first. The field's own words stand on the field's first method only.
pub(super) fn of_method(state: &State, field: &Field, named: &NamedMethod) -> Vec<String> {
    let mut page = Page::default();
    let gauge = field.of.as_ref().map(text).unwrap_or_default();
    page.paragraph(named.method.does.replace("{field}", &shown(field)).replace("{gauge}", &gauge));
    if named.method.body == Body::Borrow {
        page.0.extend(state_of(field, &state.head));
    }
    page.0.extend(moves(field, named));
    if let Some(unit) = &field.unit {
        page.0.push(format!("The unit is {unit}."));
    }
    if field.methods.first().is_some_and(|first| first.name == named.name) {
        if let Some(own) = &field.text {
            page.paragraph(own);
        }
        if field.continues && field.linkable {
            let (plain, name) = (text(&state.head.plain), text(&field.ident));
            page.paragraph(format!("The field says more: [`{plain}::{name}`](field@{plain}::{name})."));
        }
    }
    if let Some(Places::Array(_)) = field.plain.places {
        page.paragraph("# Panics");
        page.paragraph("If there is no such index. Nothing is recorded then.");
    }
    page.0
}

/// Which moves a phase allows, and what they mean for a wait.
fn moves(field: &Field, named: &NamedMethod) -> Option<String> {
    let is_wait = matches!(named.method.body, Body::Wait(_));
    if field.moves.is_empty() {
        let forward = "Every move to a variant that is declared later is allowed, and no other.";
        return (named.method.body == Body::Advance).then(|| forward.to_owned());
    }
    if is_wait {
        return Some("If an allowed move leads back, a waiter can miss a phase that was left again.".to_owned());
    }
    let of_one = |(from, to): &(Ident, Vec<Ident>)| {
        let to = to.iter().map(|to| format!("`{}`", text(to))).collect::<Vec<_>>();
        format!("from `{}` to {}", text(from), to.join(" or "))
    };
    let moves = field.moves.iter().map(of_one).collect::<Vec<_>>();
    (named.method.body == Body::Advance).then(|| format!("These moves are allowed: {}.", moves.join("; ")))
}

/// The field's name, and which of several values is meant.
fn shown(field: &Field) -> String {
    let name = text(&field.ident);
    field.plain.places.as_ref().map_or(name.clone(), |places| format!("{name}[{}]", key(places).0))
}

/// Where the type that a nested field's method returns is to be found.
fn state_of(field: &Field, head: &Head) -> Option<String> {
    let (ty, runtime) = (field.plain.page.as_ref()?, head.runtime_page.as_ref()?);
    let can_be_linked = field.linkable && field.plain.state.is_none();
    can_be_linked.then(|| format!("It is the [`State`]({runtime}::HasState) of [`{ty}`], whose page names it."))
}

pub(super) fn of_local(state: &State) -> Vec<String> {
    let name = text(&state.head.name);
    let mut page = Page::default();
    page.paragraph(format!("One thread's view of a [`{name}`], with the thread's block at hand."));
    let local = state.head.functions.local.as_ref().map_or_else(|| "local".to_owned(), text);
    page.paragraph(format!(
        "[`{name}::{local}`] makes it. It has the methods that record, and dereferences to the [`{name}`] for all \
         others. It stays on its thread."
    ));
    page.0
}

pub(super) fn of_local_fn() -> Vec<String> {
    let mut page = Page::default();
    page.paragraph(
        "This thread's view of the state, for the hottest loops: it finds the thread's block once, not at each record.",
    );
    page.paragraph(
        "The view cannot be sent to another thread, nor be held across an `.await` in a task that may move. No other \
         thread gets the block while the view lives, and none ever does if the view is leaked (`mem::forget`).",
    );
    page.0
}

pub(super) fn of_local_method(state: &State, named: &NamedMethod) -> Vec<String> {
    vec![format!(
        "Like `{}` of the [`{}`], with this thread's block at hand.",
        text(&named.name),
        text(&state.head.name)
    )]
}

pub(super) fn of_event(state: &State) -> Vec<String> {
    let name = text(&state.head.name);
    let mut page = Page::default();
    page.paragraph(format!("What one thread records in a [`{name}`] as one event."));
    page.paragraph("It exists in the function that is called with it, and stays on its thread.");
    page.0
}

pub(super) fn of_event_fn() -> Vec<String> {
    let mut page = Page::default();
    page.paragraph(
        "Makes one event of what `event` records: every snapshot, take and merge has all of its records or none. A \
         panic ends the event with what it has recorded.",
    );
    page.paragraph(
        "Only `per_thread` fields are part of an event. A getter reads one field, and may show half an event. An event \
         within an event is part of the outer one. A reader waits for the end of an event, so record in it and do \
         nothing else: a lock that is taken in it may belong to a thread that waits for its end. Within an event a \
         snapshot waits for no one and shows what is there, and a take panics.",
    );
    page.0
}

pub(super) fn of_event_method(state: &State, named: &NamedMethod) -> Vec<String> {
    vec![format!("Like `{}` of the [`{}`], as part of this event.", text(&named.name), text(&state.head.name))]
}

pub(super) fn of_new(state: &State) -> Vec<String> {
    let set = state.fields.iter().filter(|field| field.starts_set);
    let set: Vec<_> = set.map(|field| format!(" `{}` starts set.", text(&field.ident))).collect();
    let starts = state.fields.iter().filter_map(|field| {
        let constant = field.start.as_ref()?.constant.to_string().replace(' ', "");
        Some(format!(" `{}` starts at `{constant}`.", text(&field.ident)))
    });
    let starts = words(state, |words| words.starts) + &set.concat() + &starts.collect::<String>();
    vec!["A state in which nothing has been recorded.".to_owned(), starts]
}

/// The documentation of `snapshot`, `take`, `take_extremes` and `merge`.
pub(super) fn of_functions(state: &State) -> [Vec<String>; 4] {
    let like = format!("Like {}", function(state.head.functions.snapshot.as_ref(), "snapshot"));
    let plain = text(&state.head.plain);
    let mut snapshot = Page::default();
    snapshot.paragraph(format!("Reads every field into a plain [`{plain}`]."));
    if state.fields.iter().any(|field| field.kind.publishes) {
        let has_phase = state.fields.iter().any(|field| field.kind.settings.contains(&Setting::Transitions));
        snapshot.paragraph(if has_phase {
            "Flags and phases are read first, those of nested states too. If the snapshot shows a flag set, its other \
             fields include everything that the setting thread recorded before. The same holds for a phase and the \
             thread that moved to it."
        } else {
            "Flags are read first, those of nested states too. If the snapshot shows a flag set, its other fields \
             include everything that the setting thread recorded before."
        });
    }
    snapshot.paragraph(
        "Fields are read one by one, in the order of their declaration, while other threads write: they may differ by \
         a moment.",
    );
    let mut take = Page::default();
    take.paragraph(format!("{like}, and starts a new interval. {}", words(state, |words| words.takes)));
    take.paragraph("If several threads take, each recorded amount goes to exactly one of them.");
    if state.block.is_some() {
        take.0.push(
            "A snapshot at the same time shows what was there before the `per_thread` fields were taken or after, \
             never both."
                .to_owned(),
        );
        take.paragraph("# Panics");
        take.paragraph("Within an event, of any state: it would wait for the event's end.");
    }
    let take_extremes = vec![format!(
        "{like}, and restarts minima, maxima and peaks only, those of nested states too. Everything else goes on."
    )];
    let mut merge = Page::default();
    merge.paragraph(format!(
        "Adds the values of a plain [`{plain}`] that one thread filled. {}",
        words(state, |words| words.merges)
    ));
    [snapshot.0, take.0, take_extremes, merge.0]
}

/// The sentences of the kinds that the state has, each once.
fn words(state: &State, sentence: fn(&Words) -> &'static str) -> String {
    let of_kind = |kind: &'static Kind| state.fields.iter().filter(move |field| field.kind.name == kind.name);
    let mut sentences: Vec<_> =
        KINDS.iter().flat_map(|kind| of_kind(kind)).map(|field| sentence(&field.kind.words)).collect();
    sentences.dedup();
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

//! What `#[atomic_state(…)]` changes for all fields at once.

use atomic_state::{AtomicState, LiveState};

/// A struct whose fields and own methods have the names that every state has.
#[derive(AtomicState, Debug, PartialEq)]
#[atomic_state(new = starting, snapshot = read, take = drain, merge = _, take_extremes = _)]
struct Names {
    #[counter(record = _, increment = record_new)]
    new: u64,
    #[counter]
    snapshot: u64,
    #[max]
    merge: Option<u64>,
}

impl NamesState {
    /// The user's own, which stands where a generated one would.
    fn take(&self) -> &'static str {
        if self.new() > 0 { "something" } else { "nothing" }
    }
}

#[test]
fn functions_of_the_state_have_the_names_that_are_asked_for() {
    static NAMES: NamesState = NamesState::starting();
    NAMES.record_new();
    NAMES.record_snapshot(2);
    assert_eq!(NAMES.take(), "something");
    assert_eq!(NAMES.read(), Names { new: 1, snapshot: 2, merge: None });
    assert_eq!(NAMES.drain().snapshot, 2);
    assert_eq!(NAMES.snapshot(), 0);
}

#[test]
fn a_function_that_is_left_out_is_still_the_traits() {
    let names = NamesState::starting();
    LiveState::merge(&names, &Names { new: 3, snapshot: 0, merge: Some(4) });
    assert_eq!(LiveState::take_extremes(&names).merge, Some(4));
    assert_eq!(names.merge(), None);
}

/// A field without an attribute has the default kind.
#[derive(AtomicState, Debug, Default, PartialEq)]
#[atomic_state(default = counter, ordering = SeqCst)]
struct Defaults {
    hits: u64,
    _reserved: u32,
    #[counter(ordering = Relaxed)]
    misses: u64,
    #[max]
    largest: Option<u32>,
    #[flag(start = true)]
    open: bool,
    #[flag(start = true, wait = until_warm)]
    warm: bool,
    /// Filled in by whoever takes the snapshot.
    #[skip]
    label: String,
    #[skip]
    parts: Vec<u64>,
}

#[test]
fn a_field_without_a_kind_has_the_default_one() {
    let state = DefaultsState::new();
    state.record_hits(2);
    state.record_reserved(3);
    state.record_misses(1);
    assert_eq!((state.hits(), state._reserved(), state.misses()), (2, 3, 1));
}

#[test]
fn a_flag_starts_as_it_is_told() {
    static DEFAULTS: DefaultsState = DefaultsState::new();
    assert!(DEFAULTS.open() && DEFAULTS.warm());
    DEFAULTS.until_warm().wait();
    assert!(DefaultsState::default().open());
}

#[test]
fn a_state_from_saved_values_has_their_flags() {
    assert!(!DefaultsState::from(Defaults::default()).open());
}

#[test]
fn a_skipped_field_is_the_callers_to_fill_in() {
    let state = DefaultsState::from(Defaults { label: "saved".to_owned(), hits: 5, ..Defaults::default() });
    let seen = state.snapshot();
    assert_eq!((seen.hits, seen.label.as_str()), (5, ""));
    let mut plain = Defaults { label: "mine".to_owned(), ..seen };
    plain.merge(&Defaults { label: "other".to_owned(), hits: 1, ..Defaults::default() });
    assert_eq!((plain.hits, plain.label.as_str()), (6, "mine"));
    assert_eq!(plain.since(&Defaults::default()).label, "");
}

#[test]
fn a_skipped_field_is_in_no_metadata() {
    let names: Vec<_> = Defaults::FIELDS.iter().map(|field| field.name).collect();
    assert_eq!(names, ["hits", "_reserved", "misses", "largest", "open", "warm"]);
    let mut shown = Vec::new();
    Defaults { hits: 7, ..Defaults::default() }.visit(&mut Shown(&mut shown));
    assert_eq!(shown, names);
}

struct Shown<'a>(&'a mut Vec<&'static str>);

impl atomic_state::Visitor for Shown<'_> {
    fn field(&mut self, field: &'static atomic_state::Field, _: Option<usize>, _: atomic_state::Value<'_>) {
        self.0.push(field.name);
    }
}

#[derive(AtomicState)]
#[repr(C, align(128))]
struct Padded {
    #[counter]
    hits: u64,
}

#[derive(AtomicState)]
struct Pair {
    #[nested]
    left: Padded,
    #[nested]
    right: Padded,
}

#[test]
fn an_alignment_goes_to_the_state() {
    assert_eq!(align_of::<PaddedState>(), 128);
    let pair = PairState::new();
    let [left, right] = [pair.left(), pair.right()].map(|state| core::ptr::from_ref(state).addr());
    assert_eq!(left.abs_diff(right), 128);
}

#[derive(AtomicState)]
struct Exits {
    #[flag(try_clear = leave)]
    inside: bool,
}

#[test]
fn one_of_many_clears_a_flag() {
    let exits = ExitsState::new();
    assert!(!exits.leave());
    exits.set_inside();
    let left: Vec<bool> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| exits.leave())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(left.into_iter().filter(|left| *left).count(), 1);
}

#[derive(AtomicState, Default)]
struct Tagged<T: Default> {
    #[skip]
    tag: std::marker::PhantomData<T>,
    #[counter]
    hits: u64,
}

#[test]
fn a_skipped_field_may_be_all_that_uses_a_parameter() {
    static TAGGED: TaggedState<String> = TaggedState::new();
    TAGGED.record_hits(1);
    assert_eq!(TaggedState::<String>::from(TAGGED.snapshot()).hits(), 1);
}

//! `#[value]` fields.

use std::panic;
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, Field, Kind, LastValue, StoredValue, Value, Variants, Visitor};

#[derive(Variants, Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Mode {
    #[default]
    Normal = 9,
    ReadOnly,
    Down = -4,
}

/// A type of the user's, in tenths of a degree.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Celsius(pub(super) i16);

impl StoredValue for Celsius {
    type Int = i16;

    fn into_int(self) -> i16 {
        self.0
    }

    fn from_int(int: i16) -> Self {
        Celsius(int)
    }

    fn value(self) -> Value<'static> {
        Value::Float(f64::from(self.0) / 10.0)
    }
}

#[test]
fn a_number_of_64_bits_is_no_level() {
    #[derive(AtomicState)]
    struct Session {
        #[value]
        id: u64,
    }

    let session = SessionState::new();
    session.set_id(0xdead_beef_0000_0001);
    assert_eq!(session.snapshot().id, 0xdead_beef_0000_0001);
}

/// The derive cannot tell what these are.
type Alias = Mode;
type Maybe = Option<u8>;

const DEFAULT_LIMIT: u32 = 50 + 50;

#[derive(AtomicState, Clone, Debug, PartialEq)]
struct Settings {
    /// Requests per second.
    #[value(unit = "requests", start = DEFAULT_LIMIT, swap = swap_limit, update = change_limit)]
    limit: u32,
    #[value(start = -0.5, update = change_average, ordering = AcqRel)]
    average: f64,
    #[value(take = take_pending, swap = swap_pending)]
    pending: Option<u16>,
    #[value(take = take_maybe)]
    maybe: Maybe,
    #[value(start = Duration::from_secs(20) )]
    timeout: Duration,
    #[value(start = true, set = turn, get = is_on)]
    on: bool,
    #[value(start = ReadOnly)]
    mode: Mode,
    #[value(start = Mode::Down)]
    next: Alias,
    #[value(start = -1 - 1)]
    step: i8,
    #[value(start = Self::WINDOW * 1_000)]
    window: u64,
    #[value]
    measured: Celsius,
    #[value]
    seen: Option<Mode>,
}

impl Settings {
    const WINDOW: u64 = 1_000;
}

static SETTINGS: SettingsState = SettingsState::new();

fn at_the_start() -> Settings {
    Settings {
        limit: 100,
        average: -0.5,
        pending: None,
        maybe: None,
        timeout: Duration::from_secs(20),
        on: true,
        mode: Mode::ReadOnly,
        next: Mode::Down,
        step: -2,
        window: 1_000_000,
        measured: Celsius(0),
        seen: None,
    }
}

#[test]
fn a_state_starts_at_its_constants() {
    assert_eq!(SETTINGS.snapshot(), at_the_start());
    assert_eq!(SettingsState::default().snapshot(), at_the_start());
}

#[test]
fn a_saved_state_goes_on_where_it_was() {
    let saved =
        Settings { limit: 7, average: f64::MIN, seen: Some(Mode::Down), measured: Celsius(-3), ..at_the_start() };
    assert_eq!(SettingsState::from(saved.clone()).snapshot(), saved);
}

#[test]
fn the_methods_do_what_they_say() {
    let state = SettingsState::new();
    assert_eq!((state.swap_limit(7), state.swap_limit(9), state.limit()), (100, 7, 9));
    assert_eq!((state.change_limit(|limit| limit * 2), state.limit()), (9, 18));
    assert_eq!((state.change_average(|average| average / 2.0), state.average()), (-0.5, -0.25));
    state.set_pending(Some(3));
    assert_eq!((state.take_pending(), state.take_pending()), (Some(3), None));
    assert_eq!((state.swap_pending(Some(0)), state.pending()), (None, Some(0)));
    state.set_maybe(Some(0));
    assert_eq!((state.take_maybe(), state.maybe()), (Some(0), None));
    state.turn(false);
    assert!(!state.is_on());
    let mut calls = 0;
    state.change_limit(|limit| {
        calls += 1;
        limit
    });
    assert_eq!(calls, 1);
}

#[test]
fn a_take_leaves_values() {
    let state = SettingsState::new();
    state.set_limit(7);
    state.set_seen(Some(Mode::Normal));
    let taken = state.take();
    assert_eq!((taken.limit, taken.seen), (7, Some(Mode::Normal)));
    assert_eq!(state.snapshot(), taken);
}

#[test]
fn since_keeps_the_later_value() {
    let (earlier, later) = (Settings { limit: 500, ..at_the_start() }, Settings { limit: 7, ..at_the_start() });
    assert_eq!(later.since(&earlier), later);
}

#[test]
fn an_update_loses_no_other_threads_change() {
    let state = SettingsState::new();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..10_000 {
                    state.change_average(|average| average + 1.0);
                }
            });
        }
    });
    assert_eq!(state.average().to_bits(), 39_999.5_f64.to_bits());
}

#[test]
fn an_update_that_panics_or_is_overtaken_by_itself_leaves_a_whole_value() {
    let level = LastValue::<i32>::new();
    level.set(2);
    let panicked = panic::catch_unwind(|| level.update(|_| panic::resume_unwind(Box::new("on the way"))));
    assert!(panicked.is_err());
    assert_eq!(level.get(), 2);
    // The function sees the value that it was overtaken by.
    let before = level.update(|seen| {
        if seen < 10 {
            level.set(10);
        }
        seen + 1
    });
    assert_eq!((before, level.get()), (10, 11));
}

#[test]
fn exporters_see_each_type_as_what_it_is() {
    struct Seen(Vec<(&'static Field, String)>);

    impl Visitor for Seen {
        fn field(&mut self, field: &'static Field, _: Option<usize>, value: Value<'_>) {
            self.0.push((field, format!("{value:?}")));
        }
    }

    let mut seen = Seen(Vec::new());
    Settings { pending: Some(3), measured: Celsius(215), ..at_the_start() }.visit(&mut seen);
    let find = |name| seen.0.iter().find(|(field, _)| field.name == name).expect("the field is visited");
    assert!(seen.0.iter().all(|(field, _)| field.kind == Kind::Value));
    for (name, value) in [
        ("limit", "Unsigned(100)"),
        ("average", "Float(-0.5)"),
        ("pending", "Unsigned(3)"),
        ("maybe", "Missing"),
        ("timeout", "Duration(20s)"),
        ("on", "Bool(true)"),
        ("measured", "Float(21.5)"),
        ("seen", "Missing"),
    ] {
        assert_eq!(find(name).1, value, "{name}");
    }
    assert!(find("mode").1.contains("Variant"));
    let names = ["normal", "read_only", "down"];
    assert_eq!(
        (find("mode").0.variants, find("seen").0.variants, find("limit").0.variants),
        (&names[..], &names[..], &[][..])
    );
    assert_eq!((find("limit").0.unit, find("timeout").0.unit), (Some("requests"), Some("seconds")));
}

#[test]
fn debug_shows_the_values() {
    let shown = format!("{SETTINGS:?}");
    assert!(shown.starts_with("SettingsState { limit: 100, average: -0.5, pending: None, maybe: None, timeout: 20s"));
    assert!(shown.contains("mode: read_only"), "{shown}");
}

//! Fields that hold several values: in generic structs, by aliases, as metadata, and where an index is past the end.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Field, Kind, Value, Visitor};

use super::several::{Client, ClientState, Page, Reason, Route};

#[derive(Default)]
struct Log(Vec<String>);

impl Visitor for Log {
    fn field(&mut self, field: &'static Field, variant: Option<usize>, value: Value<'_>) {
        self.0.push(format!("{} {variant:?} {value}", field.name));
    }

    fn enter(&mut self, field: &'static Field, variant: Option<usize>) {
        self.0.push(format!("enter {} {variant:?}", field.name));
    }

    fn leave(&mut self, field: &'static Field, variant: Option<usize>) {
        self.0.push(format!("leave {} {variant:?}", field.name));
    }
}

#[test]
fn a_visitor_sees_each_with_its_index() {
    #[derive(AtomicState)]
    struct Small {
        #[counter]
        errors: ByVariant<Reason, u64>,
        #[nested]
        inner: [Inner; 2],
    }

    #[derive(AtomicState)]
    struct Inner {
        #[max]
        most: [Option<u8>; 1],
    }

    let small = SmallState::new();
    small.record_errors(Reason::Refused, 2);
    small.inner(1).record_most(0, 4);
    let mut log = Log::default();
    small.snapshot().visit(&mut log);
    let inner = ["enter inner Some(0)", "most Some(0) None", "leave inner Some(0)"];
    let second = ["enter inner Some(1)", "most Some(0) 4", "leave inner Some(1)"];
    let errors = ["errors Some(0) 0", "errors Some(1) 2", "errors Some(2) 0"];
    assert_eq!(log.0, [errors, inner, second].concat());
}

#[test]
fn fields_tell_variants_and_label() {
    let [errors, sizes, ..] = Client::FIELDS else { panic!("more than two") };
    assert_eq!((errors.kind, errors.label), (Kind::Counter, Some("reason")));
    assert_eq!(errors.variants, ["timed_out", "refused", "reset"]);
    assert_eq!((sizes.label, sizes.variants), (Some("sizes"), [].as_slice()));
    assert_eq!((Page::FIELDS[0].label, Client::FIELDS[8].fields), (None, Page::FIELDS));
}

/// Held while a hook is set: hooks are of the whole process.
static HOOK: Mutex<()> = Mutex::new(());

/// The line at which `then` panics.
pub(crate) fn line_of_panic(then: impl FnOnce()) -> u32 {
    static LINE: Mutex<u32> = Mutex::new(0);

    let _held = HOOK.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let before = panic::take_hook();
    let this = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == this {
            assert!(info.location().is_some_and(|place| place.file().contains("several_")), "{info}");
            *LINE.lock().unwrap() = info.location().map_or(0, panic::Location::line);
        }
    }));
    let result = panic::catch_unwind(AssertUnwindSafe(then));
    panic::set_hook(before);
    assert!(result.is_err());
    *LINE.lock().unwrap()
}

#[test]
fn an_index_past_the_end_records_nothing_and_panics_where_it_is_called() {
    let client = ClientState::new();
    assert_eq!(line_of_panic(|| client.record_sizes(3, 1)), line!());
    assert_eq!(line_of_panic(|| drop(client.enter(2))), line!());
    assert_eq!(line_of_panic(|| client.shards(2).record_hits(1)), line!());
    assert_eq!(client.snapshot(), Client::default());
}

#[test]
fn names_inside_may_be_aliases() {
    type Cause = Reason;
    type Total = u64;
    const LENGTH: usize = 2;

    #[derive(AtomicState)]
    struct Aliased {
        #[counter]
        causes: ByVariant<Cause, Total>,
        #[counter]
        totals: [Total; LENGTH + 1],
    }

    let aliased = AliasedState::new();
    aliased.record_causes(Reason::Reset, 1);
    aliased.record_totals(2, 1);
    assert_eq!((aliased.causes(Cause::Reset), aliased.totals(LENGTH)), (1, 1));
}

#[cfg(feature = "wait")]
#[test]
fn each_flag_and_gauge_can_be_waited_for() {
    #[derive(AtomicState)]
    struct Service {
        #[flag(wait = until_closed)]
        closed: ByVariant<Route, bool>,
        #[gauge(guard = enter, wait_zero = drained)]
        in_flight: [u32; 2],
        #[gauge(guard = open, wait_zero = all_closed)]
        opened: ByVariant<Route, i8>,
    }

    let service = ServiceState::new();
    thread::scope(|scope| {
        let waiting = scope.spawn(|| service.until_closed(Route::About).wait());
        service.set_closed(Route::About);
        waiting.join().unwrap();
    });
    assert!(!service.until_closed(Route::Home).wait_timeout(Duration::ZERO));
    let guard = service.enter(1);
    assert!(service.drained(0).wait_timeout(Duration::ZERO) && !service.drained(1).wait_timeout(Duration::ZERO));
    drop(guard);
    service.drained(1).wait();
    let _opened = service.open(Route::Home);
    assert!(!service.all_closed(Route::Home).wait_timeout(Duration::ZERO));
    service.all_closed(Route::About).wait();
}

/// A type that a macro was given, and so stands in a group of its own.
#[test]
fn several_values_may_come_through_a_macro() {
    macro_rules! of_type {
        ($name:ident, $ty:ty) => {
            #[derive(AtomicState)]
            struct $name {
                #[counter]
                values: $ty,
            }
        };
    }

    of_type!(Pair, [u64; 2]);
    let pair = PairState::new();
    pair.record_values(1, 3);
    assert_eq!(pair.snapshot().values, [0, 3]);
}

#[test]
fn a_length_is_any_constant_expression() {
    const IS_LARGE: bool = true;

    #[derive(AtomicState)]
    struct Lengths {
        #[counter]
        chosen: [u64; if IS_LARGE { 3 } else { 1 }],
        #[max]
        computed: [Option<u32>; {
            let half = 2;
            half * 2
        }],
        #[flag]
        looked_up: [bool; [1, 5][1]],
    }

    macro_rules! with_length {
        ($name:ident, $value:ty, $length:block) => {
            #[derive(AtomicState)]
            struct $name<const N: usize> {
                #[counter]
                given: [$value; $length],
                #[counter]
                of_parameter: [$value; N],
            }
        };
    }
    with_length!(Given, u64, { 6 });

    let lengths = LengthsState::new();
    lengths.record_chosen(2, 1);
    lengths.record_computed(3, 1);
    lengths.set_looked_up(4);
    let seen = lengths.snapshot();
    assert_eq!((seen.chosen.len(), seen.computed.len(), seen.looked_up.len()), (3, 4, 5));
    let seen = GivenState::<7>::new().snapshot();
    assert_eq!((seen.given.len(), seen.of_parameter.len()), (6, 7));
}

//! Fields that hold several values: arrays and `ByVariant`.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Field, Kind, Value, Variants, Visitor};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Reason {
    TimedOut,
    Refused,
    Reset,
}

#[derive(Variants, Clone, Copy)]
enum Route {
    Home,
    About,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Page {
    #[counter]
    hits: u64,
    #[flag]
    closed: bool,
    #[max]
    slowest: Option<Duration>,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Client {
    #[counter(record = record_errors, increment = count_error, fetch = ticket, take = take_errors, label = "reason")]
    errors: ByVariant<Reason, u64>,
    #[counter]
    sizes: [u32; 3],
    #[gauge(guard = enter, try_guard = try_enter, set = set_level)]
    level: [i16; 2],
    #[gauge(guard_by = open, owned_guard = open_owned)]
    opened: ByVariant<Route, u32>,
    #[max(take = take_slowest)]
    slowest: ByVariant<Reason, Option<Duration>>,
    #[min]
    smallest: [Option<u8>; 2],
    #[max]
    largest: [u64; 2],
    #[flag(clear = reopen, try_set = close_once)]
    closed: ByVariant<Route, bool>,
    #[nested]
    pages: ByVariant<Route, Page>,
    #[nested]
    shards: [Page; 2],
}

static CLIENT: ClientState = ClientState::new();

#[test]
fn a_record_is_of_one_variant_or_index() {
    let client = ClientState::new();
    client.record_errors(Reason::Refused, 2);
    client.count_error(Reason::Refused);
    client.record_sizes(2, 7);
    assert_eq!(Reason::ALL.iter().map(|reason| client.errors(*reason)).collect::<Vec<_>>(), [0, 3, 0]);
    assert_eq!((client.sizes(0), client.sizes(2)), (0, 7));
    assert_eq!((client.ticket(Reason::Reset, 4), client.ticket(Reason::Reset, 1)), (0, 4));
    assert_eq!((client.take_errors(Reason::Reset), client.errors(Reason::Reset)), (5, 0));
}

#[test]
fn a_static_state_has_them() {
    CLIENT.count_error(Reason::Reset);
    assert_eq!(CLIENT.snapshot().errors[Reason::Reset], 1);
}

#[test]
fn gauges_have_guards_for_each() {
    let client = std::sync::Arc::new(ClientState::new());
    let first = client.enter(1);
    assert_eq!((client.level(0), client.level(1)), (0, 1));
    assert!(client.try_enter(1, 1).is_none());
    assert!(client.try_enter(0, 1).is_some());
    drop(first);
    let opened = client.open(Route::About, 3);
    let owned = client.open_owned(Route::Home);
    assert_eq!((client.opened(Route::Home), client.opened(Route::About)), (1, 3));
    drop((opened, owned));
    assert_eq!(client.snapshot().opened, ByVariant::default());
    client.set_level(0, -5);
    client.sub_level(1, 2);
    assert_eq!(client.snapshot().level, [-5, -2]);
}

#[test]
fn extremes_are_kept_for_each() {
    let client = ClientState::new();
    client.record_slowest(Reason::TimedOut, Duration::from_secs(2));
    client.record_smallest(1, 9);
    client.record_largest(0, 4);
    assert_eq!((client.slowest(Reason::TimedOut), client.slowest(Reason::Reset)), (Some(Duration::from_secs(2)), None));
    assert_eq!(client.snapshot().smallest, [None, Some(9)]);
    assert_eq!(client.snapshot().largest, [4, 0]);
    assert_eq!(client.take_slowest(Reason::TimedOut), Some(Duration::from_secs(2)));
    assert_eq!(client.slowest(Reason::TimedOut), None);
}

#[test]
fn flags_are_set_for_each() {
    let client = ClientState::new();
    assert!(client.close_once(Route::Home) && !client.close_once(Route::Home));
    client.set_closed(Route::About);
    client.reopen(Route::Home);
    assert_eq!((client.closed(Route::Home), client.closed(Route::About)), (false, true));
}

#[test]
fn states_are_nested_for_each() {
    let client = ClientState::new();
    client.pages(Route::About).record_hits(3);
    client.pages(Route::About).set_closed();
    client.shards(1).record_hits(4);
    let seen = client.snapshot();
    assert_eq!((seen.pages[Route::About].hits, seen.pages[Route::About].closed), (3, true));
    assert_eq!((seen.pages[Route::Home].closed, seen.shards[1].hits), (false, 4));
}

fn recorded() -> ClientState {
    let client = ClientState::new();
    client.record_errors(Reason::Refused, 2);
    client.record_sizes(1, 3);
    client.add_level(0, 4);
    client.record_slowest(Reason::Reset, Duration::from_secs(5));
    client.record_smallest(0, 6);
    client.set_closed(Route::Home);
    client.pages(Route::Home).record_hits(7);
    client.shards(0).set_closed();
    client
}

#[test]
fn a_state_starts_from_a_snapshot() {
    let saved = recorded().snapshot();
    assert_eq!(ClientState::from(saved.clone()).snapshot(), saved);
}

#[test]
fn a_take_restarts_counters_and_extremes() {
    let client = recorded();
    let taken = client.take();
    assert_eq!((taken.errors[Reason::Refused], taken.sizes, taken.level), (2, [0, 3, 0], [4, 0]));
    let rest = client.snapshot();
    assert_eq!(rest.level, [4, 0]);
    assert!(rest.closed[Route::Home] && rest.shards[0].closed);
    assert_eq!((rest.errors, rest.sizes, rest.smallest), (ByVariant::default(), [0; 3], [None; 2]));
    assert_eq!((rest.slowest, rest.pages), (ByVariant::default(), ByVariant::default()));
}

#[test]
fn a_take_of_extremes_leaves_counters() {
    let client = recorded();
    assert_eq!(client.take_extremes().slowest[Reason::Reset], Some(Duration::from_secs(5)));
    assert_eq!((client.slowest(Reason::Reset), client.errors(Reason::Refused)), (None, 2));
}

#[test]
fn since_subtracts_each() {
    let client = recorded();
    let before = client.snapshot();
    client.record_errors(Reason::Refused, 5);
    client.record_sizes(2, 1);
    let between = client.snapshot().since(&before);
    assert_eq!((between.errors[Reason::Refused], between.sizes, between.level), (5, [0, 0, 1], [4, 0]));
}

#[test]
fn live_and_plain_merges_agree() {
    let (mut plain, live) = (recorded().snapshot(), recorded());
    let batch = recorded().snapshot();
    plain.merge(&batch);
    live.merge(&batch);
    assert_eq!(live.snapshot(), plain);
    assert_eq!((plain.errors[Reason::Refused], plain.level, plain.pages[Route::Home].hits), (4, [8, 0], 14));
}

#[test]
fn debug_shows_variants_by_name_and_arrays_as_lists() {
    let shown = format!("{:?}", recorded());
    assert!(shown.contains(r#"errors: {"timed_out": 0, "refused": 2, "reset": 0}"#), "{shown}");
    assert!(shown.contains("sizes: [0, 3, 0]"), "{shown}");
    assert!(shown.contains("closed: {\"home\": true, \"about\": false}"), "{shown}");
}

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
fn line_of_panic(then: impl FnOnce()) -> u32 {
    static LINE: Mutex<u32> = Mutex::new(0);

    let _held = HOOK.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let before = panic::take_hook();
    let this = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == this {
            assert!(info.location().is_some_and(|place| place.file().ends_with("several.rs")), "{info}");
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
fn a_generic_struct_has_them() {
    #[derive(AtomicState)]
    struct Table<E: Variants, T, const N: usize> {
        #[counter(increment = count)]
        by_variant: ByVariant<E, T>,
        #[counter]
        by_index: [u32; N],
        #[max]
        most: [Option<T>; N],
    }

    let table = TableState::<Reason, u16, 2>::new();
    table.count(Reason::Reset);
    table.record_by_index(1, 3);
    let seen = table.snapshot();
    assert_eq!((seen.by_variant[Reason::Reset], seen.by_index), (1, [0, 3]));
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

#[cfg(feature = "per-thread")]
mod per_thread {
    use super::*;

    #[derive(AtomicState, Clone, Debug, Default, PartialEq)]
    #[atomic_state(per_thread)]
    struct Worker {
        #[counter(increment = count_error, take = take_errors)]
        errors: ByVariant<Reason, u64>,
        #[counter]
        sizes: [u8; 3],
        #[max]
        slowest: ByVariant<Reason, Option<u32>>,
        #[gauge(per_thread, guard = enter)]
        level: [i64; 2],
        #[counter(shared)]
        together: [u64; 2],
        #[nested]
        pages: ByVariant<Route, Page>,
    }

    #[test]
    fn the_records_of_all_threads_add_up() {
        let worker = WorkerState::new();
        thread::scope(|scope| {
            for thread in 0..4_u8 {
                let worker = &worker;
                scope.spawn(move || {
                    worker.count_error(Reason::Reset);
                    worker.record_sizes(1, 100);
                    worker.record_slowest(Reason::Refused, u32::from(thread));
                    let local = worker.local();
                    local.record_errors(Reason::Reset, 10);
                    worker.event(|event| {
                        event.record_sizes(2, 1);
                        event.record_slowest(Reason::TimedOut, 7);
                    });
                    worker.add_level(usize::from(thread) % 2, 5);
                    drop(worker.enter(0));
                    worker.record_together(0, 1);
                    worker.pages(Route::Home).record_hits(1);
                });
            }
        });
        assert_eq!((worker.errors(Reason::Reset), worker.sizes(1), worker.level(0)), (44, 144, 10));
        let seen = worker.snapshot();
        assert_eq!((seen.errors[Reason::Reset], seen.sizes, seen.level), (44, [0, 144, 4], [10, 10]));
        assert_eq!((seen.slowest[Reason::Refused], seen.slowest[Reason::TimedOut]), (Some(3), Some(7)));
        assert_eq!((seen.together, seen.pages[Route::Home].hits), ([4, 0], 4));
        assert_eq!(WorkerState::from(seen.clone()).snapshot(), seen);
        assert_eq!(worker.take_errors(Reason::Reset), 44);
        assert_eq!(worker.take().sizes, [0, 144, 4]);
        let rest = worker.snapshot();
        assert_eq!((rest.errors, rest.sizes, rest.slowest), (ByVariant::default(), [0; 3], ByVariant::default()));
        assert!(format!("{worker:?}").contains("level: [10, 10]"), "{worker:?}");
    }

    #[test]
    fn a_batch_is_merged() {
        let (mut plain, live) = (Worker::default(), WorkerState::new());
        let mut batch = Worker { sizes: [1, 2, 200], ..Worker::default() };
        batch.errors[Reason::Reset] = 3;
        batch.slowest[Reason::Reset] = Some(4);
        for _ in 0..2 {
            plain.merge(&batch);
            live.merge(&batch);
        }
        assert_eq!(live.snapshot(), plain);
    }

    #[test]
    fn an_index_past_the_end_records_nothing_and_panics_where_it_is_called() {
        let worker = WorkerState::new();
        assert_eq!(line_of_panic(|| worker.record_sizes(3, 1)), line!());
        assert_eq!(line_of_panic(|| worker.local().record_sizes(3, 1)), line!());
        assert_eq!(line_of_panic(|| worker.event(|event| event.record_sizes(9, 1))), line!());
        assert_eq!(line_of_panic(|| assert_eq!(worker.sizes(3), 0)), line!());
        assert_eq!(worker.snapshot(), Worker::default());
    }
}

//! Fields that hold several values: arrays and `ByVariant`.

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Variants};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reason {
    TimedOut,
    Refused,
    Reset,
}

#[derive(Variants, Clone, Copy)]
pub(crate) enum Route {
    Home,
    About,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
pub(crate) struct Page {
    #[counter]
    pub(crate) hits: u64,
    #[flag]
    pub(crate) closed: bool,
    #[max]
    pub(crate) slowest: Option<Duration>,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
pub(crate) struct Client {
    #[counter(record = record_errors, increment = count_error, fetch = ticket, take = take_errors, label = "reason")]
    pub(crate) errors: ByVariant<Reason, u64>,
    #[counter]
    pub(crate) sizes: [u32; 3],
    #[gauge(guard = enter, try_guard = try_enter, set = set_level)]
    pub(crate) level: [i16; 2],
    #[gauge(guard_by = open, owned_guard = open_owned)]
    pub(crate) opened: ByVariant<Route, u32>,
    #[max(take = take_slowest)]
    pub(crate) slowest: ByVariant<Reason, Option<Duration>>,
    #[min]
    pub(crate) smallest: [Option<u8>; 2],
    #[max]
    pub(crate) largest: [u64; 2],
    #[flag(clear = reopen, try_set = close_once)]
    pub(crate) closed: ByVariant<Route, bool>,
    #[nested]
    pub(crate) pages: ByVariant<Route, Page>,
    #[nested]
    pub(crate) shards: [Page; 2],
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

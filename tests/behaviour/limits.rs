//! Gauges that services need: limits, amounts, guards that people keep.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

use atomic_state::{AtomicState, GaugeGuard, OwnedGaugeGuard};

#[derive(AtomicState)]
struct Server {
    #[gauge(
        guard = enter, try_guard = try_enter, increment = arrive, decrement = leave, fetch = next, set = reset
    )]
    in_flight: u32,
    #[gauge(guard_by = buffer, ordering = SeqCst)]
    buffered: u64,
    #[gauge(try_guard = try_owe)]
    balance: i8,
}

#[test]
fn increment_and_decrement_change_by_one() {
    let server = ServerState::new();
    server.arrive();
    server.arrive();
    server.leave();
    assert_eq!(server.in_flight(), 1);
}

#[test]
fn fetch_returns_the_level_before() {
    let server = ServerState::new();
    assert_eq!((server.next(2), server.next(1), server.in_flight()), (0, 2, 3));
}

#[test]
fn an_amount_is_given_back_once() {
    let server = ServerState::new();
    let buffers: Vec<_> = [1500, 10].into_iter().map(|bytes| server.buffer(bytes)).collect();
    assert_eq!(server.buffered(), 1510);
    drop(buffers);
    assert_eq!(server.buffered(), 0);
}

#[test]
fn the_largest_amount_is_given_back() {
    let server = ServerState::new();
    drop(server.buffer(u64::MAX >> 1));
    assert_eq!(server.buffered(), 0);
}

#[test]
fn a_limit_admits_exactly_the_limit() {
    const LIMIT: u32 = 3;
    let server = ServerState::new();
    let (admitted, most) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..20_000 {
                    if let Some(_guard) = server.try_enter(LIMIT) {
                        admitted.fetch_add(1, Relaxed);
                        most.fetch_max(server.in_flight(), Relaxed);
                    }
                }
            });
        }
    });
    assert!(most.into_inner() <= LIMIT);
    assert!(admitted.into_inner() > 0);
    let guards: Vec<_> = (0..10).filter_map(|_| server.try_enter(LIMIT)).collect();
    assert_eq!(guards.len(), 3);
}

#[test]
fn a_negative_level_counts_as_it_is() {
    let server = ServerState::new();
    server.sub_balance(1);
    let first = server.try_owe(0);
    assert!(first.is_some(), "from -1 to 0");
    assert!(server.try_owe(0).is_none());
}

struct App {
    name: String,
    servers: Vec<ServerState>,
}

/// A response whose body is sent after its handler is gone.
struct Body {
    _guard: OwnedGaugeGuard<ServerState, App>,
}

#[test]
fn any_guard_can_be_owned_by_what_the_state_is_in() {
    let app = Arc::new(App { name: "app".to_owned(), servers: vec![ServerState::new(), ServerState::new()] });
    let index = 1;
    let mut bodies =
        vec![Body { _guard: app.servers[index].enter().owned_by(&app, move |app: &App| &app.servers[index]) }];
    let amount = app.servers[0].buffer(7).owned_by(&app, |app| &app.servers[0]);
    let limited = app.servers[0].try_enter(1).map(|guard| guard.owned_by(&app, |app| &app.servers[0]));
    let state = Arc::downgrade(&app);
    assert_eq!((app.name.as_str(), app.servers[1].in_flight(), app.servers[0].buffered()), ("app", 1, 7));
    drop(app);
    let app = state.upgrade().expect("the guards keep it alive");
    thread::spawn(move || drop((amount, limited))).join().unwrap();
    assert_eq!((app.servers[0].in_flight(), app.servers[0].buffered()), (0, 0));
    bodies.clear();
    assert_eq!(app.servers[1].in_flight(), 0);
}

#[test]
fn an_owner_of_another_state_is_refused_and_nothing_is_lost() {
    let app = Arc::new(App { name: String::new(), servers: vec![ServerState::new(), ServerState::new()] });
    let guard = app.servers[0].enter();
    let refused = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = guard.owned_by(&app, |app| &app.servers[1]);
    }));
    assert!(refused.is_err());
    assert_eq!((app.servers[0].in_flight(), app.servers[1].in_flight()), (0, 0));
}

#[test]
fn a_guard_is_the_state_a_function_an_index_and_an_amount() {
    type Parts<'a> = (&'a ServerState, fn(), usize, i64);
    assert_eq!(size_of::<GaugeGuard<'_, ServerState>>(), size_of::<Parts<'_>>());
}

//! `#[gauge]` fields.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::{future, panic, thread};

use atomic_state::{AtomicState, GaugeValue};

#[derive(AtomicState)]
struct Load {
    #[gauge(guard = enter, owned_guard = enter_owned, set = set_in_flight)]
    in_flight: u64,
    #[gauge]
    balance: i32,
    #[gauge]
    small: u8,
    #[gauge(ordering = SeqCst)]
    size: usize,
    #[gauge(set = set_tiny)]
    tiny: i8,
}

#[test]
fn a_gauge_goes_up_and_down() {
    let load = LoadState::new();
    load.add_in_flight(5);
    load.sub_in_flight(2);
    load.add_balance(-7);
    load.sub_balance(3);
    load.add_size(1);
    assert_eq!((load.in_flight(), load.balance(), load.size()), (3, -10, 1));
}

#[test]
fn set_replaces_the_level() {
    let load = LoadState::new();
    load.add_in_flight(5);
    load.set_in_flight(40);
    load.add_in_flight(2);
    assert_eq!(load.in_flight(), 42);
}

#[test]
fn an_unsigned_gauge_shows_zero_for_a_passing_negative() {
    let load = LoadState::new();
    load.sub_in_flight(2);
    load.sub_small(2);
    assert_eq!((load.in_flight(), load.small()), (0, 0));
    load.add_in_flight(3);
    load.add_small(3);
    assert_eq!((load.in_flight(), load.small()), (1, 1));
}

#[test]
fn an_unsigned_gauge_holds_its_whole_range() {
    let load = LoadState::new();
    load.add_small(u8::MAX);
    assert_eq!(load.small(), u8::MAX);
    load.add_small(1);
    assert_eq!(load.small(), u8::MAX, "the nearest that the type holds");
    load.sub_small(1);
    assert_eq!(load.small(), u8::MAX);
}

#[test]
fn a_signed_gauge_wraps_like_its_type() {
    let load = LoadState::new();
    load.set_tiny(i8::MAX);
    load.add_tiny(1);
    assert_eq!(load.tiny(), i8::MIN);
}

#[test]
fn subtractions_before_additions_end_exact() {
    const ROUNDS: usize = 10_000;
    let load = LoadState::new();
    thread::scope(|scope| {
        scope.spawn(|| (0..ROUNDS).for_each(|_| load.sub_in_flight(1)));
        scope.spawn(|| (0..=ROUNDS).for_each(|_| load.add_in_flight(1)));
        scope.spawn(|| (0..ROUNDS).for_each(|_| assert!(load.in_flight() <= 1 + ROUNDS as u64, "no underflow shows")));
    });
    assert_eq!(load.in_flight(), 1);
}

#[test]
fn a_guard_gives_back_at_the_end_of_its_scope() {
    let load = LoadState::new();
    {
        let _first = load.enter();
        let _second = load.enter();
        assert_eq!(load.in_flight(), 2);
    }
    assert_eq!(load.in_flight(), 0);
}

#[test]
fn a_guard_gives_back_in_a_panic() {
    let load = LoadState::new();
    let outcome = panic::catch_unwind(panic::AssertUnwindSafe(|| {
        let _guard = load.enter();
        assert_eq!(load.in_flight(), 0, "this panic is meant");
    }));
    assert!(outcome.is_err());
    assert_eq!(load.in_flight(), 0);
}

#[test]
fn a_guard_gives_back_when_its_future_is_cancelled() {
    let load = LoadState::new();
    {
        let mut request = pin!(async {
            let _guard = load.enter();
            future::pending::<()>().await;
        });
        let poll = request.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        assert_eq!((poll, load.in_flight()), (Poll::Pending, 1));
    }
    assert_eq!(load.in_flight(), 0);
}

#[test]
fn an_owned_guard_outlives_the_function_and_keeps_the_state() {
    let load = Arc::new(LoadState::new());
    let guard = load.enter_owned();
    assert_eq!(load.in_flight(), 1, "the `Arc` stays usable");
    thread::spawn(move || drop(guard)).join().unwrap();
    assert_eq!(load.in_flight(), 0);
    assert_eq!(Arc::strong_count(&load), 1);
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Seats(u16);

impl GaugeValue for Seats {
    type Int = u16;

    fn into_int(self) -> u16 {
        self.0
    }

    fn from_int(int: u16) -> Self {
        Self(int)
    }
}

#[derive(AtomicState)]
struct Hall {
    #[gauge(guard = sit, owned_guard = sit_owned)]
    taken: Seats,
}

#[test]
fn a_newtype_can_be_a_gauge_with_guards() {
    let hall = Arc::new(HallState::from(Hall { taken: Seats(4) }));
    let _guard = hall.sit();
    let _owned = hall.sit_owned();
    hall.add_taken(Seats(10));
    assert_eq!(hall.snapshot().taken, Seats(16));
}

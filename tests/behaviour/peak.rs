//! `#[max(of = …)]`: the highest level that a gauge has had.

use std::sync::Barrier;
use std::thread;

use atomic_state::{AtomicState, Field, LiveState, Value, Visitor};

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Server {
    /// The most that were in flight.
    #[max(of = in_flight, take = take_peak)]
    peak: u32,
    #[gauge(guard = enter, try_guard = try_enter, guard_by = enter_many, set = reset, fetch = arrive)]
    in_flight: u32,
    #[counter]
    requests: u64,
}

#[test]
fn a_peak_stays_when_the_level_falls() {
    let server = ServerState::new();
    drop([server.enter(), server.enter()]);
    assert_eq!((server.in_flight(), server.peak()), (0, 2));
}

#[test]
fn every_way_to_raise_the_level_counts() {
    let server = ServerState::new();
    server.add_in_flight(1);
    assert_eq!(server.peak(), 1);
    server.arrive(1);
    assert_eq!(server.peak(), 2);
    let limited = server.try_enter(3);
    assert_eq!(server.peak(), 3);
    drop(limited);
    let many = server.enter_many(8);
    assert_eq!(server.peak(), 10);
    drop(many);
    server.reset(11);
    assert_eq!(server.peak(), 11);
    server.merge(&Server { in_flight: 4, ..Server::default() });
    assert_eq!(server.peak(), 15);
    server.merge(&Server { peak: 20, ..Server::default() });
    assert_eq!((server.in_flight(), server.peak()), (15, 20));
}

#[test]
fn a_take_starts_anew_at_the_level_there_is() {
    let server = ServerState::new();
    let guard = server.enter();
    drop(server.enter());
    assert_eq!(server.take_peak(), 2);
    assert_eq!(server.peak(), 1);
    drop(guard);
    assert_eq!(server.take().peak, 1);
    assert_eq!(server.peak(), 0);
    drop(server.enter());
    server.record_requests(3);
    let seen = LiveState::take_extremes(&server);
    assert_eq!((seen.peak, server.peak(), server.requests()), (1, 0, 3));
}

#[test]
fn the_true_peak_of_many_threads_is_recorded() {
    const THREADS: u32 = 16;
    let (server, all_in) = (ServerState::new(), Barrier::new(THREADS as usize));
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                let _guard = server.enter();
                all_in.wait();
            });
        }
    });
    assert_eq!((server.in_flight(), server.peak()), (0, THREADS));
}

#[test]
fn a_snapshot_shows_no_level_above_its_peak() {
    let server = ServerState::new();
    thread::scope(|scope| {
        let recorders: Vec<_> = (0..2)
            .map(|_| {
                scope.spawn(|| {
                    for _ in 0..20_000 {
                        drop(server.enter());
                    }
                })
            })
            .collect();
        while recorders.iter().any(|recorder| !recorder.is_finished()) {
            for seen in [server.snapshot(), server.take()] {
                assert!(seen.peak >= seen.in_flight, "{seen:?}");
            }
        }
    });
}

#[test]
fn since_keeps_the_later_level_and_its_peak() {
    let server = ServerState::new();
    let enough = server.enter_many(7);
    let earlier = server.snapshot();
    drop(enough);
    let since = server.snapshot().since(&earlier);
    assert_eq!((since.in_flight, since.peak), (0, 7));
}

#[test]
fn a_visitor_sees_the_peak_and_the_level() {
    #[derive(Default)]
    struct Seen(Vec<(&'static str, u64)>);

    impl Visitor for Seen {
        fn field(&mut self, field: &'static Field, _: Option<usize>, value: Value<'_>) {
            let Value::Unsigned(value) = value else { panic!("{}: {value:?}", field.name) };
            self.0.push((field.name, value));
        }
    }

    let server = ServerState::new();
    drop(server.enter());
    let mut seen = Seen::default();
    server.snapshot().visit(&mut seen);
    assert_eq!(seen.0, [("peak", 1), ("in_flight", 0), ("requests", 0)]);
}

#[test]
fn a_saved_peak_goes_on() {
    let server = ServerState::from(Server { peak: 9, in_flight: 2, requests: 0 });
    assert_eq!(server.snapshot(), Server { peak: 9, in_flight: 2, requests: 0 });
    let repaired = ServerState::from(Server { peak: 1, in_flight: 2, requests: 0 });
    assert_eq!(repaired.peak(), 2);
}

#[test]
fn plain_peaks_keep_the_higher() {
    let mut total = Server { peak: 3, in_flight: 1, requests: 0 };
    total.merge(&Server { peak: 5, in_flight: 1, requests: 0 });
    assert_eq!((total.peak, total.in_flight), (5, 2));
    assert_eq!(format!("{:?}", ServerState::from(total)), "ServerState { peak: 5, in_flight: 2, requests: 0 }");
}

type Alias = u16;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Seats(u8);

impl atomic_state::GaugeValue for Seats {
    type Int = u8;

    fn into_int(self) -> u8 {
        self.0
    }

    fn from_int(int: u8) -> Self {
        Self(int)
    }
}

#[derive(AtomicState, Debug, Default, PartialEq)]
struct Hall<T: atomic_state::GaugeValue> {
    #[gauge]
    doors: Alias,
    #[max(of = doors)]
    most_doors: Alias,
    #[max(of = seats)]
    most_seats: Seats,
    #[gauge(guard_by = sit)]
    seats: Seats,
    #[gauge]
    other: T,
    #[max(of = other)]
    most_other: T,
}

#[test]
fn a_peak_has_any_type_that_a_gauge_has() {
    let hall = HallState::<i64>::new();
    hall.add_doors(2);
    hall.sub_doors(1);
    drop(hall.sit(Seats(3)));
    hall.add_other(4);
    hall.sub_other(5);
    let seen = hall.snapshot();
    assert_eq!((seen.doors, seen.most_doors, seen.seats, seen.most_seats), (1, 2, Seats(0), Seats(3)));
    assert_eq!((seen.other, seen.most_other), (-1, 4));
}

#[test]
fn a_live_and_a_plain_merge_agree_on_peaks() {
    let values = |in_flight, peak| Server { peak, in_flight, requests: 0 };
    for (start, batch) in [(values(5, 5), values(3, 3)), (values(0, 0), values(3, 1)), (values(2, 9), values(1, 4))] {
        let live = ServerState::from(start.clone());
        live.merge(&batch);
        let mut plain = start;
        plain.merge(&batch);
        assert_eq!(live.snapshot(), plain);
    }
}

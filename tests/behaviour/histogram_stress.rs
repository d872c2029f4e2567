//! Histograms in events under stress. `ATOMIC_STATE_STRESS=25000` gives each test 25 seconds, instead of a half.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::{AtomicState, Histogram};

use crate::per_thread_stress::stress_time;

/// Forty counters and two histograms, all of which an event records in.
macro_rules! forty {
    ($($field:ident)*) => {
        #[derive(AtomicState)]
        #[atomic_state(per_thread)]
        struct Forty {
            $(#[counter(record = $field, get = _)] $field: u64,)*
            #[histogram]
            latency: Histogram<Duration>,
            #[histogram]
            sizes: Histogram<u64>,
        }

        fn event(state: &FortyState, sample: u64) {
            state.event(|event| {
                $(event.$field(1);)*
                event.record_latency(Duration::from_nanos(sample));
                event.record_sizes(sample);
            });
        }

        /// All counters, which are the number of events, and so the counts of both histograms. Their sums agree too.
        fn is_whole(seen: &Forty) -> bool {
            let events = [$(seen.$field),*];
            let counts = [seen.latency.count(), seen.sizes.count()];
            events.iter().chain(&counts).all(|count| *count == events[0])
                && seen.latency.sum() == Duration::from_nanos(seen.sizes.sum())
        }
    };
}

forty! {
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9
    c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9
}

/// A thread that does nothing but events, of samples that are spread over the buckets.
fn beside_events(read: impl FnOnce(&FortyState)) {
    let (state, over) = (FortyState::new(), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut sample = 1_u64;
            while !over.load(Relaxed) {
                sample = sample.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                event(&state, sample >> 20);
            }
        });
        read(&state);
        over.store(true, Relaxed);
    });
}

#[test]
fn a_snapshot_returns_beside_a_thread_that_does_nothing_but_events() {
    beside_events(|state| {
        let (start, mut longest, mut seen) = (Instant::now(), Duration::ZERO, 0);
        for _ in 0..1000 {
            let before = Instant::now();
            let snapshot = state.snapshot();
            longest = longest.max(before.elapsed());
            assert!(is_whole(&snapshot), "torn");
            seen = snapshot.sizes.count();
        }
        println!("{:?} for each snapshot, {longest:?} for the longest", start.elapsed() / 1000);
        assert!(seen > 0);
    });
}

#[test]
fn no_snapshot_and_no_take_is_torn() {
    beside_events(|state| {
        let (start, mut takes, mut events) = (Instant::now(), 0_u32, 0);
        thread::scope(|scope| {
            scope.spawn(|| {
                while start.elapsed() < stress_time() {
                    assert!(is_whole(&state.snapshot()), "torn");
                }
            });
            while start.elapsed() < stress_time() {
                let seen = state.take();
                assert!(is_whole(&seen), "torn");
                events += seen.sizes.count();
                takes += 1;
            }
        });
        println!("{takes} takes of {events} events");
        assert!(takes > 10 && events > 0);
    });
}

/// The control: a getter reads one field, and two of them are no snapshot.
#[test]
fn two_getters_are_torn() {
    beside_events(|state| {
        let torn = (0..2000).filter(|_| state.latency().count() != state.sizes().count()).count();
        assert!(torn > 0, "the check proves nothing");
    });
}

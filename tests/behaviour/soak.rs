//! Threads that record, take, look, wait, start and stop in a random order. Nothing that was recorded is lost or seen
//! twice. `ATOMIC_STATE_STRESS=60000` soaks for a minute, instead of half a second. `ATOMIC_STATE_SEED` repeats the
//! choices of a run, though not the moments at which threads take turns.

use std::env;
use std::hash::{BuildHasher, RandomState};
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};

use crate::per_thread_stress::stress_time;

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Route {
    Home,
    Search,
    Other,
}

#[derive(Variants, Clone, Copy, Debug, Default, PartialEq)]
enum Stage {
    #[default]
    Starting,
    Running,
    Over,
}

/// The same fields twice: in one place for all threads, and in a block for each thread.
macro_rules! loads {
    ($($(#[$container:meta])* $name:ident,)*) => { $(
        #[derive(AtomicState, Debug, Default, PartialEq)]
        $(#[$container])*
        struct $name {
            #[counter]
            bytes: u64,
            #[counter(increment = count_record, take = take_records)]
            records: u64,
            #[counter]
            busy: Duration,
            #[counter]
            routes: ByVariant<Route, u64>,
            #[histogram]
            sizes: Histogram<u64>,
            #[max]
            largest: Option<u64>,
            #[min]
            smallest: Option<u64>,
        }

        impl $name {
            fn of(sample: u64, route: Route) -> Self {
                let mut load = Self {
                    bytes: sample,
                    records: 1,
                    busy: Duration::from_nanos(sample),
                    largest: Some(sample),
                    smallest: Some(sample),
                    ..Self::default()
                };
                load.routes[route] = sample;
                load.sizes.record(sample);
                load
            }

            fn extremes(&self) -> Self {
                Self { largest: self.largest, smallest: self.smallest, ..Self::default() }
            }

            /// What an event or a merge records is seen together.
            fn is_whole(&self) -> bool {
                self.bytes == self.sizes.sum()
                    && self.busy == Duration::from_nanos(self.bytes)
                    && self.bytes == self.routes.iter().map(|(_, bytes)| bytes).sum::<u64>()
                    && self.largest >= self.smallest
            }
        }
    )* };
}

loads! {
    Shared,
    #[atomic_state(per_thread)]
    PerThread,
}

#[derive(AtomicState, Debug, Default, PartialEq)]
struct Soak {
    #[nested]
    shared: Shared,
    #[nested]
    per_thread: PerThread,
    #[gauge(guard_by = hold, wait_zero = released)]
    held: u64,
    #[max(of = held)]
    most_held: u64,
    #[flag(clear = clear_signal, wait = signalled)]
    signal: bool,
    #[phase(wait = staged)]
    stage: Stage,
}

impl SoakState {
    fn record(&self, sample: u64, route: Route) {
        let shared = self.shared();
        shared.record_bytes(sample);
        shared.count_record();
        shared.record_busy(Duration::from_nanos(sample));
        shared.record_routes(route, sample);
        shared.record_sizes(sample);
        shared.record_largest(sample);
        shared.record_smallest(sample);
        self.per_thread().event(|event| {
            event.record_bytes(sample);
            event.record_busy(Duration::from_nanos(sample));
            event.record_routes(route, sample);
            event.record_sizes(sample);
            event.record_largest(sample);
            event.record_smallest(sample);
        });
        // Outside the event, so that the blocks have both.
        self.per_thread().count_record();
    }
}

/// Numbers that look random, the same for the same seed: `SplitMix64`.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

/// What was recorded, and what was taken, so far.
#[derive(Default)]
struct Books {
    recorded: Soak,
    taken: Soak,
    actions: u64,
}

impl Books {
    fn add(&mut self, other: &Self) {
        self.recorded.merge(&other.recorded);
        self.taken.merge(&other.taken);
        self.actions += other.actions;
    }

    fn record(&mut self, state: &SoakState, random: &mut Random) {
        // All sizes of samples, few enough of the large ones that no sum wraps.
        let sample = random.next() >> (24 + random.below(40));
        let route = Route::ALL[usize::try_from(random.below(3)).expect("it is small")];
        let load =
            Soak { shared: Shared::of(sample, route), per_thread: PerThread::of(sample, route), ..Soak::default() };
        if random.below(8) == 0 {
            state.merge(&load);
        } else {
            state.record(sample, route);
        }
        self.recorded.merge(&load);
    }

    fn take(&mut self, state: &SoakState, random: &mut Random) {
        match random.below(4) {
            0 => self.taken.shared.records += state.shared().take_records(),
            1 => self.taken.per_thread.records += state.per_thread().take_records(),
            2 => {
                let seen = state.take_extremes();
                assert!(seen.per_thread.is_whole(), "{seen:?}");
                // Its counters and histograms go on: the take that restarts them brings them into the books.
                self.taken.shared.merge(&seen.shared.extremes());
                self.taken.per_thread.merge(&seen.per_thread.extremes());
            }
            _ => {
                let seen = state.take();
                assert!(seen.per_thread.is_whole(), "{seen:?}");
                self.taken.merge(&seen);
            }
        }
    }

    /// One thread's life: so many actions.
    fn live(&mut self, state: &SoakState, random: &mut Random) {
        let mut guards = Vec::new();
        for _ in 0..random.below(2_000) {
            self.actions += 1;
            let moment = Duration::from_micros(random.below(300));
            match random.below(64) {
                0..3 => self.take(state, random),
                3..6 => {
                    let seen = state.snapshot();
                    assert!(seen.per_thread.is_whole(), "{seen:?}");
                    assert!(seen.most_held >= seen.held, "{seen:?}");
                }
                6..10 => guards.push(state.hold(random.below(5))),
                10..16 => drop(guards.pop()),
                16 => _ = state.signalled().wait_timeout(moment),
                17 => _ = state.released().wait_timeout(moment),
                18 => _ = state.staged(Stage::Over).wait_timeout(moment),
                19..22 => state.set_signal(),
                22..25 => state.clear_signal(),
                25 => thread::yield_now(),
                _ => self.record(state, random),
            }
        }
    }
}

/// Lives one after the other, each on a thread of its own, until the time is up.
fn generations(state: &SoakState, random: &mut Random, end: Instant) -> Books {
    let mut books = Books::default();
    while Instant::now() < end {
        let lived = thread::scope(|scope| {
            let thread = scope.spawn(|| {
                let mut books = Books::default();
                books.live(state, random);
                books
            });
            thread.join().expect("a thread of the soak does not panic")
        });
        books.add(&lived);
    }
    books
}

/// `ATOMIC_STATE_SEED`, or another number each time.
fn seed() -> u64 {
    let given = env::var("ATOMIC_STATE_SEED").ok().map(|text| text.parse().expect("the variable holds a number"));
    given.unwrap_or_else(|| RandomState::new().hash_one(()))
}

#[test]
fn every_amount_is_accounted_for() {
    /// Longer than any of the waits takes, so that one that is not woken is a failure and no hang.
    const LONG: Duration = Duration::from_secs(60);
    let seed = seed();
    println!("ATOMIC_STATE_SEED={seed}");
    let (state, end) = (SoakState::new(), Instant::now() + stress_time());
    let mut books = thread::scope(|scope| {
        let state = &state;
        let waits_for_the_end = scope.spawn(move || state.staged(Stage::Over).wait_timeout(stress_time() + LONG));
        let lines = [0, 1, 2, 3, 4].map(|line| {
            let mut random = Random(seed ^ (line << 32));
            scope.spawn(move || generations(state, &mut random, end))
        });
        let mut books = Books::default();
        for line in lines {
            books.add(&line.join().expect("no line of threads panics"));
        }
        assert!(state.released().wait_timeout(LONG), "all guards are dropped: {state:?}");
        state.advance_stage(Stage::Over).expect("nobody advanced it before");
        assert!(matches!(waits_for_the_end.join(), Ok(true)), "the end wakes who waits for it");
        books
    });
    let rest = state.take();
    assert_eq!((rest.held, rest.stage), (0, Stage::Over));
    books.taken.merge(&rest);
    println!("{} actions, {} records", books.actions, books.recorded.shared.records);
    assert_eq!(books.taken.shared, books.recorded.shared);
    assert_eq!(books.taken.per_thread, books.recorded.per_thread);
    assert!(books.taken.shared.is_whole() && books.taken.per_thread.is_whole());
    assert!(books.recorded.shared.records > 100, "the soak is long enough to prove something");
}

//! Scrapes beside all that goes on meanwhile.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use atomic_state::AtomicState;
use atomic_state_prometheus_client::StateCollector;

use crate::openmetrics;

#[derive(AtomicState)]
struct Shared {
    #[counter(increment = count)]
    jobs: u64,
    #[max]
    largest: Option<u64>,
}

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct PerThread {
    #[counter(increment = count)]
    jobs: u64,
    #[max]
    largest: Option<u64>,
}

const SCRAPES: usize = 200;

/// Tells threads to stop, also if a check fails, so that it is not waited for them without end.
struct AtTheEnd<'a>(&'a AtomicBool);

impl Drop for AtTheEnd<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// No family stands in a page twice, and no sample does.
fn check(page: &str) {
    let mut seen = HashSet::new();
    for line in page.lines() {
        let is_sample = !line.starts_with('#');
        let what = if is_sample { line.rsplit_once(' ').expect("a sample has a value").0 } else { line };
        assert!(seen.insert(what), "{what} is there twice:\n{page}");
    }
    assert!(page.ends_with("# EOF\n"));
}

/// The counters in a page, by all that stands before their values.
fn counters(page: &str) -> HashMap<String, u64> {
    let samples = page.lines().filter(|line| line.contains("_total"));
    let split = samples.map(|line| line.rsplit_once(' ').expect("a sample has a value"));
    split.map(|(name, value)| (name.to_owned(), value.parse().expect("it is a number"))).collect()
}

macro_rules! beside {
    ($test:ident, $state:ident) => {
        #[test]
        fn $test() {
            let collector = StateCollector::<$state>::new("pool").unwrap();
            let states: Vec<_> = (0..3).map(|_| Arc::new($state::new())).collect();
            for (number, state) in states.iter().enumerate() {
                collector.add(&[("pool", &number.to_string())], state).unwrap();
            }
            let done = AtomicBool::new(false);
            thread::scope(|scope| {
                let _end = AtTheEnd(&done);
                for state in &states {
                    scope.spawn(|| {
                        while !done.load(Ordering::Relaxed) {
                            state.count();
                            state.record_largest(7);
                        }
                    });
                }
                // States that come and go.
                scope.spawn(|| {
                    for number in 0_usize.. {
                        if done.load(Ordering::Relaxed) {
                            break;
                        }
                        let passing = Arc::new($state::new());
                        collector.add(&[("pool", "passing"), ("number", &number.to_string())], &passing).unwrap();
                        passing.count();
                    }
                });
                // A busy machine may not have started them yet.
                while states.iter().any(|state| state.snapshot().jobs == 0) {
                    thread::yield_now();
                }
                let mut before = HashMap::new();
                for _ in 0..SCRAPES {
                    let page = openmetrics(&collector);
                    check(&page);
                    let now = counters(&page);
                    for number in 0..states.len() {
                        let name = format!("pool_jobs_total{{pool=\"{number}\"}}");
                        let (was, is) = (before.get(&name).copied().unwrap_or(0), now[&name]);
                        assert!(is >= was, "{name} went down from {was} to {is}");
                    }
                    before = now;
                }
            });
            let last = counters(&openmetrics(&collector));
            let sum: u64 = states.iter().map(|state| state.snapshot().jobs).sum();
            assert_eq!(last.values().sum::<u64>(), sum, "the passing ones have left");
        }
    };
}

beside!(shared_states, SharedState);
beside!(states_per_thread, PerThreadState);

#[test]
fn beside_a_take_a_counter_starts_again_and_nothing_else_happens() {
    let collector = StateCollector::<SharedState>::new("pool").unwrap();
    let state = Arc::new(SharedState::new());
    collector.add(&[], &state).unwrap();
    let done = AtomicBool::new(false);
    let taken = thread::scope(|scope| {
        let end = AtTheEnd(&done);
        let taker = scope.spawn(|| {
            let (mut taken, mut counted) = (0, 0);
            while !done.load(Ordering::Relaxed) {
                for _ in 0..100 {
                    state.count();
                    counted += 1;
                }
                taken += state.take().jobs;
            }
            (taken, counted)
        });
        for _ in 0..SCRAPES {
            let page = openmetrics(&collector);
            check(&page);
            let jobs = counters(&page)["pool_jobs_total"];
            assert!(jobs <= 100, "no more than between two takes: {jobs}");
        }
        drop(end);
        taker.join().unwrap()
    });
    assert_eq!(taken.0, taken.1, "a scrape takes nothing");
}

#[test]
fn two_scrapes_at_once() {
    let collector = StateCollector::<SharedState>::new("pool").unwrap();
    let state = Arc::new(SharedState::new());
    collector.add(&[], &state).unwrap();
    state.count();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..SCRAPES {
                    assert!(openmetrics(&collector).contains("pool_jobs_total 1\n"));
                }
            });
        }
    });
}

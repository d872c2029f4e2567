//! `event` under stress. `ATOMIC_STATE_STRESS=25000` gives each test 25 seconds, instead of a half.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::{AtomicState, Counter};

#[derive(AtomicState, Debug)]
#[atomic_state(per_thread)]
struct Cache {
    #[counter(increment = count_request)]
    requests: u64,
    #[counter(increment = count_hit)]
    hits: u64,
    #[counter(increment = count_miss)]
    misses: u64,
    #[max]
    largest: Option<u64>,
}

fn is_whole(seen: &Cache) -> bool {
    seen.requests == seen.hits + seen.misses && seen.largest.is_some() == (seen.requests > 0)
}

/// Threads that record events and come and go, beside readers and takers, for some time.
fn torn_reads_beside(record: impl Fn(&CacheState, u64) + Sync, time: Duration) -> (u64, u64, u64) {
    let cache = CacheState::new();
    let over = AtomicBool::new(false);
    // Not std's: some targets have no 64-bit atomics.
    let [torn, reads, takes, events] = [const { Counter::<u64>::new() }; 4];
    let count = |seen: &Cache, of: &Counter<u64>| {
        of.increment();
        if !is_whole(seen) {
            torn.increment();
        }
    };
    let total = thread::scope(|scope| {
        for number in 0..2 {
            let (cache, over, events, record) = (&cache, &over, &events, &record);
            scope.spawn(move || {
                while !over.load(Relaxed) {
                    let short = scope.spawn(move || {
                        for sample in 0..5_000 {
                            record(cache, sample + number);
                        }
                    });
                    short.join().unwrap();
                    events.record(5_000);
                }
            });
        }
        scope.spawn(|| {
            while !over.load(Relaxed) {
                count(&cache.snapshot(), &reads);
            }
        });
        let intervals = [(); 2].map(|()| {
            scope.spawn(|| {
                let mut sum = 0;
                while !over.load(Relaxed) {
                    let seen = cache.take();
                    count(&seen, &takes);
                    sum += seen.requests;
                    thread::sleep(Duration::from_micros(200));
                }
                sum
            })
        });
        let start = Instant::now();
        while start.elapsed() < time {
            thread::sleep(Duration::from_millis(5));
        }
        over.store(true, Relaxed);
        intervals.map(|taker| taker.join().unwrap()).into_iter().sum::<u64>()
    });
    let total = total + cache.take().requests;
    assert_eq!(total, events.get());
    (torn.get(), reads.get(), takes.get())
}

/// How long, in milliseconds, the stress takes.
pub(super) fn stress_time() -> Duration {
    let milliseconds = std::env::var("ATOMIC_STATE_STRESS").ok().and_then(|text| text.parse().ok());
    Duration::from_millis(milliseconds.unwrap_or(500))
}

#[test]
fn no_snapshot_and_no_take_is_torn() {
    let (torn, reads, takes) = torn_reads_beside(
        |cache, sample| {
            cache.event(|event| {
                event.count_request();
                event.record_largest(sample);
                if sample % 3 == 0 { event.count_hit() } else { event.count_miss() }
            });
        },
        stress_time(),
    );
    println!("{reads} snapshots and {takes} takes, {torn} torn");
    assert_eq!(torn, 0, "of {reads} snapshots and {takes} takes");
    assert!(reads > 10 && takes > 10, "{reads} snapshots and {takes} takes");
}

/// The control: the same records outside an event.
#[test]
fn records_outside_events_are_torn() {
    let (torn, reads, takes) = torn_reads_beside(
        |cache, sample| {
            cache.count_request();
            cache.record_largest(sample);
            if sample % 3 == 0 { cache.count_hit() } else { cache.count_miss() }
        },
        stress_time(),
    );
    println!("{reads} snapshots and {takes} takes, {torn} torn");
    assert!(torn > 0, "the check proves nothing: none torn of {reads} snapshots and {takes} takes");
}

/// A reader gets its turn beside a thread that does nothing but events.
#[test]
fn a_reader_is_not_starved() {
    let cache = CacheState::new();
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Relaxed) {
                cache.event(|event| {
                    event.count_request();
                    event.count_hit();
                    event.record_largest(1);
                });
            }
        });
        let start = Instant::now();
        for _ in 0..1000 {
            assert!(is_whole(&cache.snapshot()));
        }
        println!("{:?} for each snapshot", start.elapsed() / 1000);
        over.store(true, Relaxed);
    });
}

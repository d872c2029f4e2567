//! `event`: what one thread records all at once.

#![allow(clippy::redundant_closure_for_method_calls, reason = "the path that it suggests does not compile")]

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::Duration;

use atomic_state::AtomicState;

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
pub(super) struct Cache {
    #[counter(increment = count_request, take = take_requests)]
    pub(super) requests: u64,
    #[counter(increment = count_hit)]
    pub(super) hits: u64,
    #[counter(increment = count_miss)]
    misses: u64,
    #[counter]
    narrow: u8,
    #[max]
    largest: Option<u64>,
    #[gauge(per_thread, guard = enter)]
    in_flight: i64,
    #[flag]
    stop: bool,
}

pub(super) fn hit(cache: &CacheState) {
    cache.event(|event| {
        event.count_request();
        event.count_hit();
    });
}

fn is_whole(seen: &Cache) -> bool {
    seen.requests == seen.hits + seen.misses
}

#[test]
fn what_goes_through_the_state_is_part_of_the_event() {
    let cache = CacheState::new();
    let seen = thread::scope(|scope| {
        let cache = &cache;
        cache
            .event(|event| {
                cache.count_request();
                let reader = scope.spawn(|| cache.snapshot());
                thread::sleep(Duration::from_millis(20));
                event.count_hit();
                reader
            })
            .join()
            .unwrap()
    });
    assert_eq!((seen.requests, seen.hits), (1, 1));
}

#[test]
fn an_event_records_and_returns() {
    let cache = CacheState::new();
    let answer = cache.event(|event| {
        event.record_requests(3);
        event.record_hits(2);
        event.count_miss();
        event.record_narrow(200);
        event.record_narrow(100);
        event.record_largest(7);
        event.record_largest(5);
        42
    });
    assert_eq!(answer, 42);
    let expected = Cache { requests: 3, hits: 2, misses: 1, narrow: 44, largest: Some(7), ..Cache::default() };
    assert_eq!(cache.snapshot(), expected);
    assert_eq!(cache.take(), expected);
    assert_eq!(cache.snapshot(), Cache::default());
}

#[test]
fn an_event_of_a_view_is_one_of_the_state() {
    let cache = CacheState::new();
    let local = cache.local();
    local.event(|event| {
        event.count_request();
        event.count_hit();
        // In the same event, by whatever way.
        local.record_largest(3);
        cache.record_largest(4);
    });
    hit(&cache);
    assert_eq!(cache.snapshot(), Cache { requests: 2, hits: 2, largest: Some(4), ..Cache::default() });
}

#[test]
fn an_event_within_an_event_is_part_of_it() {
    let cache = CacheState::new();
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !over.load(Relaxed) {
                let seen = cache.snapshot();
                assert_eq!(seen.requests % 2, 0, "half an outer event: {seen:?}");
                reads += 1;
            }
            reads
        });
        for _ in 0..20_000 {
            cache.event(|outer| {
                outer.count_request();
                cache.event(|inner| inner.count_hit());
                cache.local().event(|inner| inner.count_hit());
                outer.count_request();
            });
        }
        over.store(true, Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
    assert_eq!((cache.requests(), cache.hits()), (40_000, 40_000));
}

#[test]
fn events_of_two_states_within_each_other() {
    let [first, second] = [CacheState::new(), CacheState::new()];
    first.event(|outer| {
        outer.count_request();
        second.event(|inner| {
            inner.count_request();
            outer.count_hit();
            inner.count_hit();
        });
        // The inner event has ended, and this thread still waits for no one.
        assert!(is_whole(&second.snapshot()));
        assert!(is_whole(&first.snapshot()));
    });
    assert!(is_whole(&first.take()) && is_whole(&second.take()));
}

#[test]
fn a_panic_ends_the_event_with_what_it_recorded() {
    let cache = CacheState::new();
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        cache.event(|event| {
            event.count_request();
            event.count_hit();
            panic!("in the middle of an event, as this test wants it");
        })
    }));
    assert!(panicked.is_err());
    hit(&cache);
    // On another thread, a read would wait for an event that has not ended.
    let seen = thread::scope(|scope| scope.spawn(|| cache.take()).join().unwrap());
    assert_eq!((seen.requests, seen.hits), (2, 2));
}

#[test]
fn within_an_event_a_read_shows_what_is_there() {
    let cache = CacheState::from(Cache { requests: 10, hits: 10, ..Cache::default() });
    cache.event(|event| {
        event.count_request();
        let seen = cache.snapshot();
        assert_eq!((seen.requests, seen.hits), (11, 10));
        assert_eq!((cache.requests(), cache.local().hits()), (11, 10));
        event.count_hit();
    });
}

#[test]
fn within_an_event_a_take_panics() {
    let [cache, other] = [CacheState::new(), CacheState::new()];
    let takes: [fn(&CacheState); 3] =
        [|cache| _ = cache.take(), |cache| _ = cache.take_extremes(), |cache| _ = cache.take_requests()];
    for take in takes {
        for taken in [&cache, &other] {
            let panicked = catch_unwind(AssertUnwindSafe(|| cache.event(|_| take(taken))));
            let message = *panicked.unwrap_err().downcast::<&str>().unwrap();
            assert!(message.contains("within an event"), "{message}");
        }
        take(&cache);
    }
}

#[test]
fn a_guard_taken_in_one_event_may_end_in_another() {
    let cache = CacheState::new();
    let guard = cache.event(|event| {
        event.count_request();
        cache.enter()
    });
    assert_eq!(cache.snapshot().in_flight, 1);
    cache.event(|event| {
        event.count_hit();
        drop(guard);
    });
    assert_eq!(cache.snapshot(), Cache { requests: 1, hits: 1, ..Cache::default() });
}

#[test]
fn a_merge_is_an_event() {
    let cache = CacheState::new();
    let batch = Cache { requests: 2, hits: 1, misses: 1, largest: Some(9), ..Cache::default() };
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            for _ in 0..20_000 {
                cache.merge(&batch);
            }
            over.store(true, Relaxed);
        });
        while !over.load(Relaxed) {
            let seen = cache.snapshot();
            assert!(is_whole(&seen) && seen.hits == seen.misses, "{seen:?}");
        }
    });
    assert_eq!(cache.requests(), 40_000);
}

struct AtTheEnd(fn());

impl Drop for AtTheEnd {
    fn drop(&mut self) {
        (self.0)();
    }
}

/// An ending thread finds the event's block again, by whatever way it records.
#[test]
fn an_ending_thread_has_whole_events() {
    static CACHE: CacheState = CacheState::new();
    thread_local! {
        static FIRST: RefCell<Option<AtTheEnd>> = const { RefCell::new(None) };
    }
    fn events() {
        CACHE.event(|event| {
            event.count_request();
            CACHE.event(|inner| inner.count_request());
            CACHE.count_hit();
            CACHE.count_hit();
        });
        let local = CACHE.local();
        local.event(|event| {
            event.count_request();
            CACHE.count_hit();
        });
    }
    const THREADS: u64 = 200;
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Relaxed) {
                let seen = CACHE.snapshot();
                assert!(is_whole(&seen), "{seen:?}");
            }
        });
        for _ in 0..THREADS {
            // Registered first, so destroyed last, or the reverse: then the thread has its number still.
            thread::spawn(|| {
                FIRST.set(Some(AtTheEnd(events)));
                events();
            })
            .join()
            .unwrap();
        }
        over.store(true, Relaxed);
    });
    assert_eq!((CACHE.requests(), CACHE.hits()), (6 * THREADS, 6 * THREADS));
}

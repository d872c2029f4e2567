//! Snapshots beside threads that are in the middle of events.

use std::sync::Barrier;
use std::thread;
use std::time::Duration;

use super::per_thread_events::{CacheState, hit};

/// Blocks are read several at a time. Each of nine threads in turn is in the middle of an event, while the blocks
/// before and after its own are whole.
#[test]
fn a_snapshot_overlooks_the_event_of_no_thread() {
    const THREADS: usize = 9;
    let cache = CacheState::new();
    let turn = &Barrier::new(THREADS + 1);
    let seen = thread::scope(|scope| {
        for thread in 0..THREADS {
            let cache = &cache;
            scope.spawn(move || {
                hit(cache);
                for whose in 0..THREADS {
                    if whose == thread {
                        cache.event(|event| {
                            event.count_request();
                            turn.wait();
                            thread::sleep(Duration::from_millis(5));
                            event.count_hit();
                        });
                    } else {
                        turn.wait();
                    }
                    turn.wait();
                }
            });
        }
        [(); THREADS].map(|()| {
            turn.wait();
            let seen = cache.snapshot();
            turn.wait();
            (seen.requests, seen.hits)
        })
    });
    assert_eq!(seen, [10, 11, 12, 13, 14, 15, 16, 17, 18].map(|events| (events, events)));
}

//! Several histograms in one field: their timers, and the room that they take.

use std::mem;
use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram};

use super::several::Route;

/// The same tests for a struct in one place, and for one with a share for each thread.
macro_rules! tests {
    ($module:ident $(, $attribute:meta)?) => {
        mod $module {
            use super::*;

            #[derive(AtomicState, Debug)]
            $(#[$attribute])?
            struct Served {
                #[histogram(timer = time, take = take_latency)]
                latency: ByVariant<Route, Histogram<Duration>>,
                #[histogram]
                sizes: [Histogram<u64>; 2],
            }

            #[test]
            fn they_are_kept_for_each() {
                let served = ServedState::new();
                drop(served.time(Route::About));
                served.record_sizes(1, 5);
                let seen = served.snapshot();
                assert_eq!((seen.latency[Route::About].count(), seen.latency[Route::Home].count()), (1, 0));
                assert_eq!((seen.sizes[1].sum(), seen.sizes[0].count()), (5, 0));
                assert_eq!((served.take_latency(Route::About).count(), served.latency(Route::About).count()), (1, 0));
            }

            #[test]
            fn a_timer_records_once_or_not_at_all() {
                let served = ServedState::new();
                served.time(Route::About).discard();
                mem::forget(served.time(Route::About));
                assert_eq!(served.latency(Route::About).count(), 0);
                let panicked = panic::catch_unwind(AssertUnwindSafe(|| {
                    let _timer = served.time(Route::About);
                    panic::resume_unwind(Box::new("on the way"));
                }));
                assert!(panicked.is_err());
                let (early, late) = (served.time(Route::Home), served.time(Route::About));
                thread::sleep(Duration::from_millis(2));
                drop(early);
                // A timer that another thread drops is recorded there.
                thread::scope(|scope| scope.spawn(|| drop(late)).join().unwrap());
                let seen = served.snapshot().latency;
                assert_eq!((seen[Route::Home].count(), seen[Route::About].count()), (1, 2));
                assert!(seen.iter().all(|(_, latency)| latency.max() >= Some(Duration::from_millis(2))));
            }

            #[test]
            fn sixteen_fit_on_the_stack_of_a_usual_thread() {
                #[derive(AtomicState, Clone, Debug)]
                $(#[$attribute])?
                struct Sizes {
                    #[histogram]
                    sizes: [Histogram<u64>; 16],
                }

                let read = || {
                    let state = SizesState::new();
                    state.record_sizes(15, 7);
                    let (before, shown) = (state.snapshot(), format!("{state:?}"));
                    assert!(shown.contains("count: 1"), "{shown}");
                    state.merge(&before);
                    assert_eq!(state.take().since(&before).sizes[15].count(), 1);
                };
                thread::Builder::new().stack_size(2 << 20).spawn(read).unwrap().join().unwrap();
            }
        }
    };
}

tests!(shared);
#[cfg(feature = "per-thread")]
tests!(per_thread, atomic_state(per_thread));

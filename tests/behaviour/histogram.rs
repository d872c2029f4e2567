//! `#[histogram]` in a state whose threads share it, and in one that is per thread where that is on.

use std::panic::catch_unwind;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::Duration;

use atomic_state::{
    AtomicState, ByVariant, Distribution, Field, Histogram, Kind, LiveHistogram, LiveState, Value, Variants, Visitor,
};

type Sizes = Histogram<u64>;

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Route {
    Home,
    Search,
}

/// Both structs, so that each test is run on both.
macro_rules! for_both {
    ($($(#[$container:meta])* $name:ident $state:ident $module:ident)*) => {$(
        #[derive(AtomicState, Clone, Debug, Default, PartialEq)]
        $(#[$container])*
        struct $name {
            /// How long requests took.
            #[histogram(timer = time_request, take = take_latency)]
            latency: Histogram<Duration>,
            #[histogram(record = record_size, unit = "bytes")]
            sizes: Sizes,
            #[max]
            largest: Option<u64>,
            #[histogram(timer = time_route, take = take_routes)]
            routes: ByVariant<Route, Histogram<Duration>>,
            #[histogram]
            shards: [Sizes; 2],
        }

        mod $module {
            use super::*;

            static STATIC: $state = $state::new();

            #[test]
            fn a_static_records() {
                thread::scope(|scope| {
                    scope.spawn(|| STATIC.record_size(3));
                });
                STATIC.record_size(4);
                assert_eq!((STATIC.sizes().count(), STATIC.sizes().sum()), (2, 7));
            }

            #[test]
            fn what_threads_record_adds_up() {
                let state = $state::new();
                let mut expected = Sizes::new();
                (0..4).for_each(|thread| (0..1000).for_each(|n| expected.record(n << thread)));
                thread::scope(|scope| {
                    for thread in 0..4 {
                        let state = &state;
                        scope.spawn(move || (0..1000).for_each(|n| state.record_size(n << thread)));
                    }
                });
                assert_eq!(state.sizes(), expected);
                assert_eq!(state.snapshot().sizes, expected);
                assert_eq!(state.take().sizes, expected);
                assert_eq!((state.sizes(), state.take().sizes), (Sizes::new(), Sizes::new()));
            }

            #[test]
            fn take_restarts_it_and_take_extremes_does_not() {
                let state = $state::new();
                state.record_size(7);
                state.record_largest(7);
                let seen = state.take_extremes();
                assert_eq!((seen.sizes.count(), seen.largest), (1, Some(7)));
                let seen = state.take();
                assert_eq!((seen.sizes.count(), seen.sizes.sum(), seen.largest), (1, 7, None));
                assert_eq!(state.snapshot(), $name::default());
                state.record_latency(Duration::from_secs(1));
                assert_eq!(state.take_latency().sum(), Duration::from_secs(1));
                assert_eq!(state.latency().count(), 0);
                state.record_latency(Duration::from_secs(2));
                assert_eq!(state.snapshot().latency.sum(), Duration::from_secs(2));
            }

            #[test]
            fn several_takers_get_each_sample_once() {
                const EACH: u64 = 20_000;
                let state = $state::new();
                let recording = AtomicUsize::new(2);
                let taken = thread::scope(|scope| {
                    let (state, recording) = (&state, &recording);
                    for _ in 0..2 {
                        scope.spawn(move || {
                            (0..EACH).for_each(|n| state.record_size(n));
                            recording.fetch_sub(1, Relaxed);
                        });
                    }
                    let take = move || {
                        let mut all = Sizes::new();
                        while recording.load(Relaxed) > 0 {
                            all.merge(&state.take().sizes);
                        }
                        all
                    };
                    [scope.spawn(take), scope.spawn(take)].map(|taker| taker.join().unwrap())
                });
                let mut all = state.take().sizes;
                for taken in &taken {
                    all.merge(taken);
                }
                let mut expected = Sizes::new();
                (0..2).for_each(|_| (0..EACH).for_each(|n| expected.record(n)));
                assert_eq!(all, expected);
            }

            #[test]
            fn a_state_starts_from_saved_samples_and_live_and_plain_merge_agree() {
                let mut saved = $name::default();
                for size in [0, 3, 3, u64::MAX] {
                    saved.sizes.record(size);
                }
                saved.latency.record(Duration::MAX);
                let state = $state::from(saved.clone());
                assert_eq!(state.snapshot(), saved);
                let mut batch = $name::default();
                for size in [3, u64::MAX, 1 << 40] {
                    batch.sizes.record(size);
                }
                (0..3).for_each(|_| batch.latency.record(Duration::MAX));
                state.merge(&batch);
                let mut plain = saved.clone();
                AtomicState::merge(&mut plain, &batch);
                assert_eq!(state.snapshot(), plain);
                assert_eq!(state.snapshot().since(&saved), batch);
                state.take();
                assert_eq!(state.snapshot().since(&saved), $name::default());
            }

            #[test]
            fn several_are_apart() {
                let state = $state::new();
                state.record_routes(Route::Search, Duration::from_secs(1));
                drop(state.time_route(Route::Search));
                state.time_route(Route::Home).discard();
                state.record_shards(1, 7);
                let seen = state.snapshot();
                assert_eq!((seen.routes[Route::Home].count(), seen.routes[Route::Search].count()), (0, 2));
                assert_eq!((state.shards(0).count(), state.shards(1).sum()), (0, 7));
                assert_eq!($state::from(seen.clone()).snapshot(), seen);
                assert_eq!(state.take_routes(Route::Search), seen.routes[Route::Search]);
                assert_eq!(state.take().shards, seen.shards);
                assert_eq!(state.snapshot(), $name::default());
                catch_unwind(|| state.record_shards(2, 7)).unwrap_err();
            }

            #[test]
            fn visitors_and_debug_see_it() {
                let state = $state::new();
                state.record_latency(Duration::from_millis(500));
                let mut seen = Seen::default();
                state.snapshot().visit(&mut seen);
                assert_eq!(seen.0[..2], [("latency", 1, 0.5), ("sizes", 0, 0.0)]);
                assert_eq!(seen.0.len(), 6);
                let [latency, sizes, _, routes, _] = $name::FIELDS else { panic!("five fields") };
                assert_eq!((routes.kind, routes.unit), (Kind::Histogram, Some("seconds")));
                assert_eq!((routes.label, routes.variants), (Some("routes"), ["home", "search"].as_slice()));
                assert_eq!((latency.kind, latency.unit), (Kind::Histogram, Some("seconds")));
                assert_eq!((sizes.kind, sizes.unit), (Kind::Histogram, Some("bytes")));
                let text = format!("{state:?}");
                assert!(text.contains("latency: Histogram { count: 1, p50: 478.352691ms"), "{text}");
                assert!(text.contains("sizes: Histogram { count: 0 }"), "{text}");
            }

            #[test]
            fn a_timer_records_when_it_is_dropped() {
                let state = $state::new();
                let timer = state.time_request();
                assert_eq!(state.latency().count(), 0);
                thread::sleep(Duration::from_millis(5));
                drop(timer);
                let sum = state.latency().sum();
                assert!(sum >= Duration::from_millis(5) && sum < Duration::from_secs(5), "{sum:?}");
                state.time_request().discard();
                assert_eq!(state.latency().count(), 1);
                catch_unwind(|| {
                    let _timer = state.time_request();
                    panic!("the request fails");
                })
                .unwrap_err();
                assert_eq!(state.latency().count(), 2);
                // A future that is dropped while it waits.
                let request = async {
                    let _timer = state.time_request();
                    std::future::pending::<()>().await;
                };
                let mut request = Box::pin(request);
                let context = &mut std::task::Context::from_waker(std::task::Waker::noop());
                assert!(request.as_mut().poll(context).is_pending());
                drop(request);
                assert_eq!(state.latency().count(), 3);
            }
        }
    )*};
}

for_both! { Shared SharedState shared }
#[cfg(feature = "per-thread")]
for_both! { #[atomic_state(per_thread)] PerThread PerThreadState per_thread }

#[derive(Default)]
struct Seen(Vec<(&'static str, u64, f64)>);

impl Visitor for Seen {
    fn field(&mut self, field: &'static Field, _: Option<usize>, value: Value<'_>) {
        assert_eq!(value.as_f64(), None);
        if let Value::Histogram(samples) = value {
            self.0.push((field.name, samples.count(), samples.sum()));
            assert_eq!(value.to_string(), format!("{samples:?}"));
        }
    }
}

struct Equal(Histogram<u64>);

impl Visitor for Equal {
    fn field(&mut self, field: &'static Field, _: Option<usize>, value: Value<'_>) {
        if field.name == "sizes" {
            assert_eq!(value, Value::Histogram(Distribution::of(&self.0)));
        }
    }
}

#[test]
fn a_visitor_sees_the_same_samples() {
    let mut plain = Shared::default();
    plain.sizes.record(90);
    plain.visit(&mut Equal(plain.sizes.clone()));
}

/// What the documentation says of ten routes.
#[test]
fn a_histogram_is_about_four_kilobytes() {
    let one = size_of::<LiveHistogram<u64>>();
    assert_eq!((one, size_of::<LiveHistogram<Duration>>(), size_of::<Histogram<u64>>()), (4120, 4120, 4120));
    assert_eq!((10 * one, 10 * one * 65), (41_200, 2_678_000));
}

#[test]
fn the_cell_works_by_itself() {
    static SIZES: LiveHistogram<u64> = LiveHistogram::new();
    SIZES.record(9);
    assert_eq!(SIZES.get().sum(), 9);
    assert_eq!(format!("{SIZES:?}"), "Histogram { count: 1, p50: 9, p90: 9, p99: 9, max: 9 }");
    let copy = LiveHistogram::<u64>::from(SIZES.take());
    assert_eq!((copy.get().count(), SIZES.get().count()), (1, 0));
}

#[test]
fn a_state_of_any_kind_is_read_through_the_trait() {
    fn sum<S: LiveState<Snapshot = Shared>>(state: &S) -> u64 {
        state.snapshot().sizes.sum()
    }
    let state = SharedState::new();
    state.record_size(5);
    assert_eq!(sum(&state), 5);
}

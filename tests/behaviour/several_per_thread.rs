//! Fields of a `per_thread` state that hold several values.

use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram};

use super::several::{Page, Reason, Route};
use super::several_shapes::line_of_panic;

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter(increment = count_error, take = take_errors)]
    errors: ByVariant<Reason, u64>,
    #[counter]
    sizes: [u8; 3],
    #[max]
    slowest: ByVariant<Reason, Option<u32>>,
    #[gauge(per_thread, guard = enter)]
    level: [i64; 2],
    #[counter(shared)]
    together: [u64; 2],
    #[nested]
    pages: ByVariant<Route, Page>,
    #[histogram(timer = time)]
    latency: ByVariant<Route, Histogram<Duration>>,
    #[histogram]
    lengths: [Histogram<u64>; 2],
}

#[test]
fn the_records_of_all_threads_add_up() {
    let worker = WorkerState::new();
    thread::scope(|scope| {
        for thread in 0..4_u8 {
            let worker = &worker;
            scope.spawn(move || {
                worker.count_error(Reason::Reset);
                worker.record_sizes(1, 100);
                worker.record_slowest(Reason::Refused, u32::from(thread));
                let local = worker.local();
                local.record_errors(Reason::Reset, 10);
                worker.event(|event| {
                    event.record_sizes(2, 1);
                    event.record_slowest(Reason::TimedOut, 7);
                });
                worker.add_level(usize::from(thread) % 2, 5);
                drop(worker.enter(0));
                worker.record_together(0, 1);
                worker.pages(Route::Home).record_hits(1);
                drop(worker.time(Route::About));
                local.record_lengths(1, 6);
                worker.event(|event| event.record_lengths(1, 7));
            });
        }
    });
    assert_eq!((worker.errors(Reason::Reset), worker.sizes(1), worker.level(0)), (44, 144, 10));
    let seen = worker.snapshot();
    assert_eq!((seen.errors[Reason::Reset], seen.sizes, seen.level), (44, [0, 144, 4], [10, 10]));
    assert_eq!((seen.slowest[Reason::Refused], seen.slowest[Reason::TimedOut]), (Some(3), Some(7)));
    assert_eq!((seen.together, seen.pages[Route::Home].hits), ([4, 0], 4));
    assert_eq!((seen.latency[Route::About].count(), seen.lengths[1].sum()), (4, 52));
    assert_eq!(WorkerState::from(seen.clone()).snapshot(), seen);
    assert_eq!(worker.take_errors(Reason::Reset), 44);
    assert_eq!(worker.take().sizes, [0, 144, 4]);
    let rest = worker.snapshot();
    assert_eq!((rest.errors, rest.sizes, rest.slowest), (ByVariant::default(), [0; 3], ByVariant::default()));
    assert!(format!("{worker:?}").contains("level: [10, 10]"), "{worker:?}");
}

#[test]
fn a_batch_is_merged() {
    let (mut plain, live) = (Worker::default(), WorkerState::new());
    let mut batch = Worker { sizes: [1, 2, 200], ..Worker::default() };
    batch.errors[Reason::Reset] = 3;
    batch.slowest[Reason::Reset] = Some(4);
    for _ in 0..2 {
        plain.merge(&batch);
        live.merge(&batch);
    }
    assert_eq!(live.snapshot(), plain);
}

#[test]
fn an_index_past_the_end_records_nothing_and_panics_where_it_is_called() {
    let worker = WorkerState::new();
    assert_eq!(line_of_panic(|| worker.record_sizes(3, 1)), line!());
    assert_eq!(line_of_panic(|| worker.local().record_sizes(3, 1)), line!());
    assert_eq!(line_of_panic(|| worker.event(|event| event.record_sizes(9, 1))), line!());
    assert_eq!(line_of_panic(|| assert_eq!(worker.sizes(3), 0)), line!());
    assert_eq!(worker.snapshot(), Worker::default());
}

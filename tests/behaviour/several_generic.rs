//! Several values in structs with parameters, for every kind.

use std::fmt::Debug;
use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, CounterValue, ExtremeValue, Histogram, StoredValue, Variants};

use super::several::{Page, Reason, Route};

#[derive(AtomicState, Debug)]
struct Table<E: Variants + Debug, T: CounterValue + ExtremeValue + StoredValue, const N: usize>
where
    Option<T>: StoredValue,
{
    #[counter(increment = count)]
    errors: ByVariant<E, T>,
    #[counter]
    sizes: [u32; N],
    #[flag]
    closed: ByVariant<E, bool>,
    #[gauge(guard = enter)]
    level: [i16; N],
    #[max]
    most: [Option<T>; N],
    #[histogram(timer = time, take = take_latency)]
    latency: ByVariant<E, Histogram<Duration>>,
    #[histogram]
    lengths: [Histogram<u64>; N],
    #[value(update = change)]
    last: ByVariant<E, T>,
    #[value]
    pending: [Option<T>; N],
    #[nested]
    pages: ByVariant<E, Page>,
    #[nested]
    shards: [Page; N],
}

#[test]
fn each_kind_has_several_by_parameters() {
    let table = TableState::<Reason, u16, 2>::new();
    table.count(Reason::Reset);
    table.record_sizes(1, 3);
    table.set_closed(Reason::Refused);
    let _guard = table.enter(1);
    table.record_most(0, 7);
    drop(table.time(Reason::Reset));
    table.record_lengths(1, 5);
    table.change(Reason::Reset, |last| last + 4);
    table.set_pending(1, Some(0));
    table.pages(Reason::Reset).record_hits(1);
    table.shards(1).record_hits(2);

    let seen = table.snapshot();
    assert_eq!((seen.errors[Reason::Reset], seen.sizes, seen.level, seen.most), (1, [0, 3], [0, 1], [Some(7), None]));
    assert_eq!((seen.closed[Reason::Refused], seen.latency[Reason::Reset].count()), (true, 1));
    assert_eq!((seen.lengths[1].sum(), seen.last[Reason::Reset], seen.pending), (5, 4, [None, Some(0)]));
    assert_eq!((seen.pages[Reason::Reset].hits, seen.shards[1].hits), (1, 2));
    assert_eq!(table.take_latency(Reason::Reset).count(), 1);

    let again = TableState::from(seen);
    assert_eq!((again.errors(Reason::Reset), again.latency(Reason::Reset).count()), (1, 1));
    again.merge(&table.snapshot());
    assert_eq!((again.errors(Reason::Reset), again.lengths(1).count()), (2, 2));
}

#[cfg(feature = "per-thread")]
#[test]
fn shares_too() {
    #[derive(AtomicState, Debug)]
    #[atomic_state(per_thread)]
    struct Shares<E: Variants, const N: usize> {
        #[counter]
        errors: ByVariant<E, u64>,
        #[min]
        least: [Option<u8>; N],
        #[histogram(timer = time)]
        latency: ByVariant<E, Histogram<Duration>>,
        #[histogram]
        lengths: [Histogram<u64>; N],
    }

    let shares = SharesState::<Route, 2>::new();
    shares.event(|event| {
        event.record_errors(Route::About, 1);
        event.record_least(1, 6);
        event.record_latency(Route::About, Duration::ZERO);
        event.record_lengths(1, 8);
    });
    drop(shares.local().time(Route::About));
    assert_eq!((shares.errors(Route::About), shares.least(1), shares.lengths(1).sum()), (1, Some(6), 8));
    let taken = shares.take();
    assert_eq!((taken.latency[Route::About].count(), taken.lengths[1].count()), (2, 1));
    assert_eq!(shares.snapshot().latency[Route::About].count(), 0);
}

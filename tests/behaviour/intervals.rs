//! `take`, `since` and `merge`.

use std::thread;
use std::time::Duration;

use arbtest::arbitrary::{Arbitrary, Result, Unstructured};
use arbtest::arbtest;
use atomic_state::AtomicState;

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct All {
    #[counter]
    count: u64,
    #[counter]
    small: u8,
    #[counter]
    busy: Duration,
    #[flag]
    closed: bool,
    #[gauge]
    level: i16,
    #[gauge]
    open: u32,
    #[max]
    largest: Option<u64>,
    #[max]
    peak: u16,
    #[min]
    smallest: Option<i32>,
    #[nested]
    inner: Inner,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Inner {
    #[counter]
    count: usize,
    #[flag]
    closed: bool,
}

impl<'a> Arbitrary<'a> for All {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self {
            count: u.arbitrary::<u64>()? >> 2,
            small: u.arbitrary()?,
            // Short enough that several of them add up to less than the longest.
            busy: Duration::from_nanos(u.arbitrary::<u64>()? >> 2),
            closed: u.arbitrary()?,
            level: u.arbitrary()?,
            open: u.arbitrary()?,
            largest: u.arbitrary()?,
            peak: u.arbitrary()?,
            smallest: u.arbitrary()?,
            inner: Inner { count: u.arbitrary::<usize>()? >> 2, closed: u.arbitrary()? },
        })
    }
}

fn merged(a: &All, b: &All) -> All {
    let mut total = a.clone();
    total.merge(b);
    total
}

#[test]
fn merge_is_associative() {
    arbtest(|u| {
        let (a, b, c): (All, All, All) = u.arbitrary()?;
        assert_eq!(merged(&merged(&a, &b), &c), merged(&a, &merged(&b, &c)));
        Ok(())
    });
}

#[test]
fn merge_is_commutative() {
    arbtest(|u| {
        let (a, b): (All, All) = u.arbitrary()?;
        assert_eq!(merged(&a, &b), merged(&b, &a));
        Ok(())
    });
}

#[test]
fn default_changes_nothing_when_merged() {
    arbtest(|u| {
        let a: All = u.arbitrary()?;
        assert_eq!(merged(&a, &All::default()), a);
        Ok(())
    });
}

#[test]
fn since_undoes_what_was_counted() {
    arbtest(|u| {
        let (earlier, between): (All, All) = u.arbitrary()?;
        let later = merged(&earlier, &between);
        let since = later.since(&earlier);
        assert_eq!((since.count, since.small, since.busy), (between.count, between.small, between.busy));
        assert_eq!(since.inner.count, between.inner.count);
        assert_eq!((since.level, since.closed, since.largest), (later.level, later.closed, later.largest));
        Ok(())
    });
}

#[test]
fn since_shows_what_came_after_a_restart() {
    let earlier = All { count: 10, busy: Duration::from_secs(10), ..All::default() };
    let later = All { count: 7, busy: Duration::from_secs(7), ..All::default() };
    let since = later.since(&earlier);
    assert_eq!((since.count, since.busy), (7, Duration::from_secs(7)));
}

#[test]
fn since_wraps_where_a_counter_is_narrow() {
    let since = All { small: 4, ..All::default() }.since(&All { small: 250, ..All::default() });
    assert_eq!(since.small, 10);
}

#[derive(AtomicState, Clone, Debug, PartialEq)]
struct Levels {
    #[gauge]
    byte: u8,
    #[gauge]
    wide: u64,
    #[gauge]
    signed: i8,
}

#[test]
fn a_live_and_a_plain_merge_agree_on_levels_that_do_not_fit() {
    let (start, batch) =
        (Levels { byte: 200, wide: 1 << 62, signed: 100 }, Levels { byte: 100, wide: 1 << 62, signed: 100 });
    let live = LevelsState::from(start.clone());
    live.merge(&batch);
    let mut plain = start;
    plain.merge(&batch);
    assert_eq!(live.snapshot(), plain);
    assert_eq!(plain, Levels { byte: 255, wide: u64::MAX >> 1, signed: -56 }, "unsigned clamps, and signed wraps");
}

#[test]
fn a_duration_that_went_wrong_makes_no_total_go_down() {
    let busy = |busy| All { busy, ..All::default() };
    let (five, longest) = (busy(Duration::from_secs(5)), busy(Duration::MAX));
    let (recorded, merged_in) = (AllState::from(five.clone()), AllState::from(five.clone()));
    recorded.record_busy(Duration::MAX);
    merged_in.merge(&longest);
    assert!(recorded.busy() > five.busy && merged_in.busy() > five.busy);
    assert_eq!(merged(&five, &longest), merged(&longest, &five));
    assert_eq!(merged(&five, &longest), merged_in.snapshot());
    merged_in.record_busy(Duration::from_secs(1));
    assert!(merged_in.busy() > merged(&five, &longest).busy);
}

#[test]
fn a_batch_is_added_as_plain_values_are() {
    arbtest(|u| {
        let (mut saved, mut batch): (All, All) = u.arbitrary()?;
        // The largest `u64` is kept as its neighbour.
        for plain in [&mut saved, &mut batch] {
            plain.largest = plain.largest.map(|largest| largest.min(u64::MAX - 1));
        }
        let state = AllState::from(saved.clone());
        state.merge(&batch);
        assert_eq!(state.snapshot(), merged(&saved, &batch));
        Ok(())
    });
}

#[test]
fn take_restarts_what_counts_per_interval() {
    let state = AllState::new();
    state.record_count(1);
    state.set_closed();
    state.add_level(-2);
    state.record_largest(3);
    state.record_smallest(4);
    state.record_peak(5);
    let first = state.take();
    assert_eq!((first.count, first.largest, first.smallest, first.peak), (1, Some(3), Some(4), 5));
    let second = state.take();
    assert_eq!((second.count, second.largest, second.smallest, second.peak), (0, None, None, 0));
    assert_eq!((second.closed, second.level), (true, -2));
}

#[test]
fn concurrent_takers_lose_nothing_and_see_nothing_twice() {
    const ROUNDS: u64 = 20_000;
    let state = AllState::new();
    let taken: Vec<All> = thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for round in 0..ROUNDS {
                    state.record_count(round);
                    state.inner().record_count(1);
                    state.record_busy(Duration::from_nanos(1));
                }
            });
        }
        let takers: Vec<_> =
            (0..2).map(|_| scope.spawn(|| (0..1_000).map(|_| state.take()).collect::<Vec<_>>())).collect();
        takers.into_iter().flat_map(|taker| taker.join().unwrap()).collect()
    });
    let mut total = state.take();
    for interval in &taken {
        total.merge(interval);
    }
    assert_eq!(total.count, ROUNDS * (ROUNDS - 1));
    assert_eq!(total.inner.count as u64, 2 * ROUNDS);
    assert_eq!(total.busy, Duration::from_nanos(2 * ROUNDS));
}

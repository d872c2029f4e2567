//! `#[counter]` fields.

use std::collections::HashSet;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, CounterValue};

#[derive(AtomicState)]
struct Work {
    #[counter(increment = finish_job, fetch = next_ticket, take = drain)]
    jobs: u64,
    #[counter]
    small: u8,
    #[counter]
    half: u16,
    #[counter]
    word: u32,
    #[counter(ordering = AcqRel)]
    size: usize,
    #[counter(ordering = SeqCst)]
    busy: Duration,
}

const THREADS: u64 = 8;
const ROUNDS: u64 = 10_000;

#[test]
fn the_total_is_exact_after_joins() {
    let work = WorkState::new();
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for round in 0..ROUNDS {
                    work.record_jobs(round);
                    work.record_size(1);
                    work.record_busy(Duration::from_nanos(3));
                }
            });
        }
    });
    assert_eq!(work.jobs(), THREADS * ROUNDS * (ROUNDS - 1) / 2);
    assert_eq!(work.size() as u64, THREADS * ROUNDS);
    assert_eq!(work.busy(), Duration::from_nanos(3 * THREADS * ROUNDS));
}

#[test]
fn each_width_wraps() {
    let work = WorkState::new();
    work.record_small(u8::MAX);
    work.record_half(u16::MAX);
    work.record_word(u32::MAX);
    work.record_jobs(u64::MAX);
    work.record_size(usize::MAX);
    work.record_small(2);
    work.record_half(2);
    work.record_word(2);
    work.record_jobs(2);
    work.record_size(2);
    assert_eq!((work.small(), work.half(), work.word(), work.jobs(), work.size()), (1, 1, 1, 1, 1));
}

#[test]
fn increment_adds_one() {
    let work = WorkState::new();
    work.finish_job();
    work.finish_job();
    assert_eq!(work.jobs(), 2);
}

#[test]
fn fetch_returns_the_previous_total() {
    let work = WorkState::new();
    assert_eq!(work.next_ticket(5), 0);
    assert_eq!(work.next_ticket(1), 5);
    assert_eq!(work.jobs(), 6);
}

#[test]
fn fetch_gives_no_ticket_twice() {
    let work = WorkState::new();
    let tickets = Mutex::new(HashSet::new());
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                let mine: Vec<_> = (0..1_000).map(|_| work.next_ticket(1)).collect();
                tickets.lock().unwrap().extend(mine);
            });
        }
    });
    assert_eq!(tickets.into_inner().unwrap(), (0..THREADS * 1_000).collect());
}

#[test]
fn take_gives_each_amount_to_one_taker() {
    let work = WorkState::new();
    let taken = thread::scope(|scope| {
        let takers: Vec<_> = (0..2).map(|_| scope.spawn(|| (0..ROUNDS).map(|_| work.drain()).sum::<u64>())).collect();
        for _ in 0..2 {
            scope.spawn(|| (0..ROUNDS).for_each(|_| work.finish_job()));
        }
        takers.into_iter().map(|taker| taker.join().unwrap()).sum::<u64>()
    });
    assert_eq!(taken + work.jobs(), 2 * ROUNDS);
}

#[test]
fn an_overlong_duration_counts_for_146_years() {
    // The second is a whole multiple of 2⁶⁴ ns.
    for overlong in [Duration::MAX, Duration::from_secs(1 << 60)] {
        let work = WorkState::new();
        work.record_busy(overlong);
        assert_eq!(work.busy(), Duration::from_nanos(1 << 62));
    }
}

/// A type of the user's, counted in an integer narrower than the default.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bytes(u32);

impl CounterValue for Bytes {
    type Int = u32;

    fn into_int(self) -> u32 {
        self.0
    }

    fn from_int(int: u32) -> Self {
        Self(int)
    }
}

type Alias = u16;

#[derive(AtomicState)]
struct Named {
    #[counter(increment = one_byte, fetch = fetch_bytes)]
    bytes: Bytes,
    #[counter(increment = one_alias)]
    alias: Alias,
}

#[test]
fn newtypes_and_aliases_count_like_their_integer() {
    let named = NamedState::new();
    named.record_bytes(Bytes(u32::MAX));
    named.one_byte();
    named.one_byte();
    assert_eq!(named.fetch_bytes(Bytes(4)), Bytes(1));
    named.one_alias();
    named.record_alias(9);
    let seen = named.snapshot();
    assert_eq!((seen.bytes, seen.alias), (Bytes(5), 10));
}

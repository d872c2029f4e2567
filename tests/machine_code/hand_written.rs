//! The same calls as in [`derived.rs`](../derived.rs), with the atomics written by hand.

use std::sync::Mutex;
use std::sync::atomic::{
    AtomicBool, AtomicI32, AtomicI64, AtomicU8, AtomicU32, AtomicU64,
    Ordering::{AcqRel, Acquire, Relaxed, Release, SeqCst},
};
use std::time::Duration;

/// The plain values.
#[derive(Debug)]
pub struct Worker {
    /// Bytes.
    pub bytes: u64,
    /// A narrow counter.
    pub small: u8,
    /// Time.
    pub busy: Duration,
    /// Published totals.
    pub ordered: u32,
    /// Stop.
    pub stop: bool,
    /// Done.
    pub done: bool,
    /// In flight.
    pub in_flight: u64,
    /// Signed.
    pub balance: i32,
    /// Slowest.
    pub slowest: u64,
}

/// The state.
#[derive(Debug)]
pub struct WorkerState {
    bytes: AtomicU64,
    small: AtomicU8,
    busy: AtomicU64,
    ordered: AtomicU32,
    stop: AtomicBool,
    done: AtomicBool,
    in_flight: AtomicI64,
    balance: AtomicI32,
    slowest: AtomicU64,
}

impl WorkerState {
    fn snapshot(&self) -> Worker {
        Worker {
            stop: self.stop.load(Acquire),
            done: self.done.load(SeqCst),
            bytes: self.bytes.load(Relaxed),
            small: self.small.load(Relaxed),
            busy: Duration::from_nanos(self.busy.load(Relaxed)),
            ordered: self.ordered.load(SeqCst),
            in_flight: self.in_flight.load(Relaxed).try_into().unwrap_or(0),
            balance: self.balance.load(Relaxed),
            slowest: self.slowest.load(Relaxed),
        }
    }
}

/// A state that is waited for.
#[derive(Debug)]
pub struct AwaitedState {
    done: AtomicBool,
    _waiters: (Mutex<Option<Box<()>>>, AtomicBool),
}

/// Reading such a flag.
#[allow(clippy::must_use_candidate, reason = "stands for a function of a program")]
#[inline(never)]
pub fn case_is_awaited_set(state: &AwaitedState) -> bool {
    state.done.load(Acquire)
}

/// The state, and what to give back.
struct Balanced<'a>(&'a WorkerState, i32);

impl Drop for Balanced<'_> {
    fn drop(&mut self) {
        self.0.balance.fetch_sub(self.1, Relaxed);
    }
}

/// Why a request failed.
#[derive(Clone, Copy, Debug)]
pub enum Reason {
    /// No answer.
    TimedOut,
    /// No connection.
    Refused,
    /// A broken connection.
    Reset,
}

/// A state whose fields hold several values.
#[derive(Debug)]
pub struct ClientState {
    errors: [AtomicU64; 3],
    sizes: [AtomicU32; 4],
}

/// One of several, by a variant or an index.
macro_rules! of_several {
    ($($name:ident($state:ident $(, $argument:ident: $ty:ty)?) $body:block)*) => {$(
        #[allow(missing_docs, reason = "stands for a function of a program")]
        #[inline(never)]
        pub fn $name($state: &ClientState $(, $argument: $ty)?) $body
    )*};
}

of_several! {
    case_count_refused(state) { state.errors[Reason::Refused as usize].fetch_add(1, Relaxed); }
    case_count_error(state, reason: Reason) { state.errors[reason as usize].fetch_add(1, Relaxed); }
    case_record_third_size(state) { state.sizes[2].fetch_add(7, Relaxed); }
}

/// A state of last values.
#[derive(Debug)]
pub struct SettingsState {
    load: AtomicU64,
    limit: AtomicU32,
    last: AtomicU32,
}

/// Last values.
macro_rules! of_values {
    ($($name:ident($state:ident $(, $argument:ident: $ty:ty)?) $(-> $returns:ty)? $body:block)*) => {$(
        #[allow(missing_docs, clippy::must_use_candidate, reason = "stands for a function of a program")]
        #[inline(never)]
        pub fn $name($state: &SettingsState $(, $argument: $ty)?) $(-> $returns)? $body
    )*};
}

of_values! {
    case_set_load(state, n: f64) { state.load.store(n.to_bits(), Release); }
    case_load(state) -> f64 { f64::from_bits(state.load.load(Acquire)) }
    case_swap_limit(state, n: u32) -> u32 { state.limit.swap(n, Relaxed) }
    case_set_last(state, n: Option<u16>) { state.last.store(n.map_or(0, |n| u32::from(n) + 1), Relaxed); }
}

macro_rules! functions {
    ($($name:ident($state:ident $(, $argument:ident: $ty:ty)?) $(-> $returns:ty)? $body:block)*) => {$(
        #[allow(missing_docs, clippy::must_use_candidate, reason = "stands for a function of a program")]
        #[inline(never)]
        pub fn $name($state: &WorkerState $(, $argument: $ty)?) $(-> $returns)? $body
    )*};
}

functions! {
    case_record(state, n: u64) { state.bytes.fetch_add(n, Relaxed); }
    case_record_small(state, n: u8) { state.small.fetch_add(n, Relaxed); }
    case_record_duration(state, n: Duration) {
        state.busy.fetch_add(u64::try_from(n.as_nanos()).unwrap_or(u64::MAX).min(1 << 62), Relaxed);
    }
    case_record_ordered(state, n: u32) { state.ordered.fetch_add(n, SeqCst); }
    case_increment(state) { state.bytes.fetch_add(1, Relaxed); }
    case_fetch(state, n: u64) -> u64 { state.bytes.fetch_add(n, Relaxed) }
    case_take(state) -> u64 { state.bytes.swap(0, Relaxed) }
    case_get(state) -> u64 { state.bytes.load(Relaxed) }
    case_set(state) { state.stop.store(true, Release); }
    case_set_ordered(state) { state.done.store(true, SeqCst); }
    case_clear(state) { state.stop.store(false, Release); }
    case_try_set(state) -> bool { !state.stop.swap(true, AcqRel) }
    case_is_set(state) -> bool { state.stop.load(Acquire) }
    case_add(state, n: u64) { state.in_flight.fetch_add(i64::from_ne_bytes(n.to_ne_bytes()), Relaxed); }
    case_sub(state, n: i32) { state.balance.fetch_sub(n, Relaxed); }
    case_set_level(state, n: u64) { state.in_flight.store(i64::from_ne_bytes(n.to_ne_bytes()), Relaxed); }
    case_level(state) -> u64 { state.in_flight.load(Relaxed).try_into().unwrap_or(0) }
    case_signed_level(state) -> i32 { state.balance.load(Relaxed) }
    case_guard(state, work: fn()) {
        state.balance.fetch_add(1, Relaxed);
        let _balanced = Balanced(state, 1);
        work();
    }
    case_guard_by(state, work: fn()) {
        state.balance.fetch_add(3, Relaxed);
        let _balanced = Balanced(state, 3);
        work();
    }
    case_guard_with_a_limit(state, work: fn()) {
        let mut level = state.balance.load(Relaxed);
        while level < 8 {
            match state.balance.compare_exchange(level, level + 1, Relaxed, Relaxed) {
                Ok(_) => {
                    let _balanced = Balanced(state, 1);
                    work();
                    return;
                }
                Err(now) => level = now,
            }
        }
    }
    case_max(state, n: u64) {
        if state.slowest.load(Relaxed) < n {
            state.slowest.fetch_max(n, Relaxed);
        }
    }
    case_snapshot(state) -> Worker { state.snapshot() }
}

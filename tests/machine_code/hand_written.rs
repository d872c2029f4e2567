//! The same calls as in [`derived.rs`](../derived.rs), with the atomics written by hand.

use std::sync::atomic::{
    AtomicBool, AtomicU8, AtomicU32, AtomicU64,
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
        }
    }
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
        state.busy.fetch_add(u64::try_from(n.as_nanos()).unwrap_or(u64::MAX), Relaxed);
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
    case_snapshot(state) -> Worker { state.snapshot() }
}

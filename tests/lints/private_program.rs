//! A program in which nothing is public and nobody takes a snapshot. The compiler must not report generated items as
//! unused, nor the plain struct's fields as never read.

#![deny(warnings)]
// The test harness adds an `allow` of its own to `main`.
#![cfg_attr(not(test), forbid(dead_code, unused, unreachable_pub, missing_docs, unsafe_code))]

use atomic_state::{AtomicState, ByVariant, CounterValue, Histogram, Variants};

#[derive(AtomicState)]
struct Worker {
    #[counter]
    bytes: u64,
    #[counter(increment = never_called, fetch = nor_this, take = nor_that)]
    unread: u32,
    #[flag(clear = never_cleared, try_set = never_tried)]
    stop: bool,
    #[gauge(set = never_replaced, guard = never_entered, owned_guard = nor_owned)]
    level: i32,
    #[max(take = never_taken)]
    largest: Option<u64>,
    #[min]
    smallest: Option<i8>,
    #[histogram(timer = never_timed, take = never_restarted)]
    latency: Histogram<std::time::Duration>,
    #[nested]
    inner: Inner,
    #[counter(increment = never_by_variant)]
    errors: ByVariant<Reason, u64>,
    #[gauge(guard = never_by_index)]
    pools: [u32; 2],
}

#[derive(Variants, Clone, Copy)]
enum Reason {
    TimedOut,
    Refused,
}

#[derive(AtomicState)]
struct Inner {
    #[counter]
    hits: u64,
}

#[derive(AtomicState)]
#[atomic_state(vis = pub(crate))]
struct Generic<T: CounterValue> {
    #[counter]
    amount: T,
}

#[cfg(feature = "per-thread")]
#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct PerThread<T: CounterValue> {
    #[counter(increment = never_incremented, take = never_taken)]
    amount: T,
    #[gauge(guard = never_entered)]
    level: u8,
    #[flag]
    stop: bool,
}

fn main() {
    #[cfg(feature = "per-thread")]
    PerThreadState::new().record_amount(1_u8);
    let state = WorkerState::new();
    state.record_bytes(1);
    state.record_errors(Reason::TimedOut, 1);
    state.record_errors(Reason::Refused, 1);
    GenericState::new().record_amount(1_u8);
}

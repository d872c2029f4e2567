//! Calls of a derived state, to be compared with [`hand_written.rs`](../hand_written.rs), function by function.

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Variants};

/// The state.
#[derive(AtomicState)]
pub struct Worker {
    /// Bytes.
    #[counter(increment = add_byte, fetch = fetch_bytes, take = take_bytes)]
    pub bytes: u64,
    /// A narrow counter.
    #[counter]
    pub small: u8,
    /// Time.
    #[counter]
    pub busy: Duration,
    /// Published totals.
    #[counter(ordering = SeqCst)]
    pub ordered: u32,
    /// Stop.
    #[flag(clear = resume, try_set = try_stop)]
    pub stop: bool,
    /// Done.
    #[flag(ordering = SeqCst)]
    pub done: bool,
    /// In flight.
    #[gauge(set = set_in_flight)]
    pub in_flight: u64,
    /// Signed.
    #[gauge(guard = balanced, guard_by = balanced_by, try_guard = try_balanced)]
    pub balance: i32,
    /// Slowest.
    #[max]
    pub slowest: u64,
}

/// A state that is waited for.
#[derive(AtomicState)]
pub struct Awaited {
    /// Done.
    #[flag(wait = until_done)]
    pub done: bool,
}

/// Reading such a flag.
#[allow(clippy::must_use_candidate, reason = "stands for a function of a program")]
#[inline(never)]
pub fn case_is_awaited_set(state: &AwaitedState) -> bool {
    state.done()
}

/// Why a request failed.
#[derive(Variants, Clone, Copy, Debug)]
pub enum Reason {
    /// No answer.
    TimedOut,
    /// No connection.
    Refused,
    /// A broken connection.
    Reset,
}

/// A state whose fields hold several values.
#[derive(AtomicState)]
pub struct Client {
    /// Errors.
    #[counter(increment = count_error)]
    pub errors: ByVariant<Reason, u64>,
    /// Sizes.
    #[counter]
    pub sizes: [u32; 4],
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
    case_count_refused(state) { state.count_error(Reason::Refused); }
    case_count_error(state, reason: Reason) { state.count_error(reason); }
    case_record_third_size(state) { state.record_sizes(2, 7); }
}

/// A state of last values.
#[derive(AtomicState)]
pub struct Settings {
    /// The load.
    #[value(ordering = AcqRel)]
    pub load: f64,
    /// The limit.
    #[value(swap = swap_limit)]
    pub limit: u32,
    /// The last size, if there was one.
    #[value]
    pub last: Option<u16>,
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
    case_set_load(state, n: f64) { state.set_load(n); }
    case_load(state) -> f64 { state.load() }
    case_swap_limit(state, n: u32) -> u32 { state.swap_limit(n) }
    case_set_last(state, n: Option<u16>) { state.set_last(n); }
}

macro_rules! functions {
    ($($name:ident($state:ident $(, $argument:ident: $ty:ty)?) $(-> $returns:ty)? $body:block)*) => {$(
        #[allow(missing_docs, clippy::must_use_candidate, reason = "stands for a function of a program")]
        #[inline(never)]
        pub fn $name($state: &WorkerState $(, $argument: $ty)?) $(-> $returns)? $body
    )*};
}

functions! {
    case_record(state, n: u64) { state.record_bytes(n); }
    case_record_small(state, n: u8) { state.record_small(n); }
    case_record_duration(state, n: Duration) { state.record_busy(n); }
    case_record_ordered(state, n: u32) { state.record_ordered(n); }
    case_increment(state) { state.add_byte(); }
    case_fetch(state, n: u64) -> u64 { state.fetch_bytes(n) }
    case_take(state) -> u64 { state.take_bytes() }
    case_get(state) -> u64 { state.bytes() }
    case_set(state) { state.set_stop(); }
    case_set_ordered(state) { state.set_done(); }
    case_clear(state) { state.resume(); }
    case_try_set(state) -> bool { state.try_stop() }
    case_is_set(state) -> bool { state.stop() }
    case_add(state, n: u64) { state.add_in_flight(n); }
    case_sub(state, n: i32) { state.sub_balance(n); }
    case_set_level(state, n: u64) { state.set_in_flight(n); }
    case_level(state) -> u64 { state.in_flight() }
    case_signed_level(state) -> i32 { state.balance() }
    case_guard(state, work: fn()) { let _balanced = state.balanced(); work(); }
    case_guard_by(state, work: fn()) { let _balanced = state.balanced_by(3); work(); }
    case_guard_with_a_limit(state, work: fn()) {
        if let Some(_balanced) = state.try_balanced(8) {
            work();
        }
    }
    case_max(state, n: u64) { state.record_slowest(n); }
    case_snapshot(state) -> Worker { state.snapshot() }
}

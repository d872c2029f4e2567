//! Generated code under every lint that a user may deny or forbid.
//!
//! This is a library, because many lints look only at items that other crates can reach.

#![deny(warnings)]
#![forbid(
    unsafe_code,
    missing_docs,
    unreachable_pub,
    dead_code,
    deprecated,
    non_snake_case,
    non_camel_case_types,
    non_local_definitions,
    private_interfaces,
    private_bounds,
    trivial_casts,
    trivial_numeric_casts,
    unused,
    unused_qualifications,
    unused_results,
    unused_lifetimes,
    unused_import_braces,
    single_use_lifetimes,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    let_underscore_drop,
    missing_copy_implementations,
    missing_debug_implementations,
    redundant_lifetimes,
    variant_size_differences,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::cargo
)]
#![warn(clippy::same_name_method, clippy::missing_asserts_for_indexing, clippy::absolute_paths, rustdoc::all)]

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};

/// A public struct.
#[derive(AtomicState, Clone, Copy, Debug)]
pub struct Worker {
    /// Bytes:
    ///
    /// - ```
    ///   let example = "that is tested once";
    ///   ```
    #[counter(increment = add_byte, fetch = fetch_bytes, take = take_bytes, unit = "bytes")]
    pub bytes: u64,
    /// Time.
    #[counter(ordering = SeqCst)]
    pub busy: Duration,
    /// Stop.
    #[flag(clear = resume, try_set = try_stop, try_clear = try_resume, start = true)]
    pub stop: bool,
    /// Named with an underscore.
    #[counter(record = _, increment = record_reserved)]
    _reserved: u64,
    /// A level with every key.
    #[gauge(
        set = set_level, increment = raise, decrement = lower, fetch = raise_by, guard_by = hold_many,
        try_guard = try_hold, ordering = AcqRel
    )]
    pub level: u32,
    /// Its peak.
    #[max(of = level, take = take_peak)]
    pub peak: u32,
    /// Left to the caller.
    #[skip]
    pub label: u8,
    /// In flight.
    #[gauge(set = set_in_flight, guard = enter, owned_guard = enter_owned, unit = "requests")]
    pub in_flight: u32,
    /// Slowest.
    #[max(take = take_slowest)]
    pub slowest: Option<Duration>,
    /// Fastest.
    #[min(take = take_fastest)]
    pub fastest: Option<Duration>,
    /// Nested.
    #[nested]
    pub inner: Inner,
}

/// Why something failed.
#[derive(Variants, Clone, Copy, Debug)]
pub enum Reason {
    /// No answer.
    TimedOut,
    /// No connection.
    Refused,
}

/// A struct whose fields hold several values.
#[derive(AtomicState, Clone, Copy, Debug)]
pub struct Several {
    /// Errors by reason.
    #[counter(increment = count_error, fetch = fetch_errors, take = take_errors, label = "reason")]
    pub errors: ByVariant<Reason, u64>,
    /// Levels.
    #[gauge(set = set_level, guard = enter, try_guard = try_enter, owned_guard = enter_owned)]
    pub levels: [u32; 3],
    /// Slowest.
    #[max(take = take_slowest)]
    pub slowest: [Option<Duration>; 2],
    /// Closed.
    #[flag(try_set = try_close, clear = reopen)]
    pub closed: ByVariant<Reason, bool>,
    /// Nested.
    #[nested]
    pub inner: [Inner; 2],
}

/// A struct that is waited for.
#[cfg(feature = "wait")]
#[derive(AtomicState, Clone, Copy, Debug)]
pub struct Awaited {
    /// Stop.
    #[flag(wait = until_stopped, clear = resume, try_set = try_stop)]
    pub stop: bool,
    /// Done.
    #[flag(wait = until_done, ordering = SeqCst)]
    pub done: bool,
    /// In flight.
    #[gauge(wait_zero = until_drained, guard = enter)]
    pub in_flight: u32,
    /// The most of them.
    #[max(of = in_flight)]
    pub busiest: u32,
    /// A phase.
    #[phase(wait = until_step)]
    pub step: Step,
    /// A phase with moves.
    #[phase(wait = until_moved, transitions(First => Last))]
    pub moved: Step,
}

/// Steps.
#[derive(Variants, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// First.
    First,
    /// Second.
    Second,
    /// Last.
    Last,
}

/// A struct with values and phases.
#[derive(AtomicState, Clone, Copy, Debug)]
pub struct Service {
    /// A limit.
    #[value(start = 100, swap = swap_limit, update = change_limit, unit = "requests")]
    pub limit: u64,
    /// A float.
    #[value(update = change_load, ordering = AcqRel, start = 0.5)]
    pub load: f64,
    /// What may be none.
    #[value(take = take_last)]
    pub last: Option<u32>,
    /// An enum.
    #[value(start = Second)]
    pub step: Step,
    /// How long.
    #[value(start = Duration::from_secs(30))]
    pub timeout: Duration,
    /// A phase.
    #[phase(set = force_phase)]
    pub phase: Step,
    /// A phase with moves.
    #[phase(transitions(First => Second | Last, Second => First), ordering = SeqCst)]
    pub moving: Step,
}

/// A struct whose state has other names, and none for some.
#[derive(AtomicState, Clone, Copy, Debug)]
#[atomic_state(default = counter, ordering = AcqRel, new = starting, snapshot = read, take = drain)]
#[atomic_state(take_extremes = drain_extremes, merge = _)]
#[repr(align(64))]
pub struct Renamed {
    /// Hits.
    pub hits: u64,
    /// Largest.
    #[max]
    pub largest: Option<u64>,
}

/// A struct with histograms.
#[derive(AtomicState, Clone, Debug)]
pub struct Samples {
    /// Latency.
    #[histogram(timer = time_request, take = take_latency)]
    pub latency: Histogram<Duration>,
    /// Sizes.
    #[histogram(unit = "bytes")]
    pub sizes: Histogram<u64>,
}

/// A struct whose state is hidden.
#[derive(AtomicState, Clone, Copy, Debug)]
#[atomic_state(vis = pub(self))]
pub struct Hidden {
    /// Hits.
    #[counter]
    pub hits: u64,
}

/// A struct of which each thread has its own.
#[cfg(feature = "per-thread")]
#[derive(AtomicState, Clone, Copy, Debug)]
#[atomic_state(per_thread)]
pub struct PerThread {
    /// Bytes.
    #[counter(increment = add_byte, take = take_bytes, unit = "bytes")]
    pub bytes: u64,
    /// In flight.
    #[gauge(guard = enter, owned_guard = enter_owned)]
    pub in_flight: u32,
    /// A level.
    #[gauge(set = set_level)]
    pub level: u32,
    /// A level that each thread has a part of.
    #[gauge(per_thread, increment = raise, guard_by = hold_many)]
    pub parts: i64,
    /// In one place.
    #[counter(shared, fetch = next_index, ordering = SeqCst)]
    pub index: u64,
    /// Slowest.
    #[max(take = take_slowest)]
    pub slowest: Option<Duration>,
    /// Not on the documentation page.
    #[doc(hidden)]
    #[counter]
    pub hidden: u64,
    /// For crates alone.
    #[counter]
    pub(crate) own: u64,
    /// Nested.
    #[nested]
    pub inner: Inner,
    /// Errors by reason.
    #[counter(increment = count_error, take = take_errors)]
    pub errors: ByVariant<Reason, u64>,
    /// Parts.
    #[gauge(per_thread, guard = enter_part)]
    pub several: [i64; 2],
}

/// A struct with histograms, of which each thread has its own.
#[cfg(feature = "per-thread")]
#[derive(AtomicState, Clone, Debug)]
#[atomic_state(per_thread)]
pub struct SamplesPerThread {
    /// Latency.
    #[histogram(timer = time_request, take = take_latency)]
    pub latency: Histogram<Duration>,
    /// Sizes.
    #[histogram(unit = "bytes", shared)]
    pub sizes: Histogram<u64>,
    /// Latency by reason.
    #[histogram(timer = time_reason, take = take_reasons)]
    pub reasons: ByVariant<Reason, Histogram<Duration>>,
    /// Latency by index.
    #[histogram(timer = time_pool)]
    pub pools: [Histogram<Duration>; 2],
}

/// A struct of which each thread has its own, with parameters.
#[cfg(feature = "per-thread")]
#[derive(AtomicState, Clone, Copy, Debug)]
#[atomic_state(per_thread, name = GenericLive)]
pub struct Generic<T: atomic_state::CounterValue, const N: usize> {
    /// Bytes.
    #[counter]
    pub bytes: T,
    /// Stop.
    #[flag]
    pub stop: bool,
}

/// A nested struct.
#[derive(AtomicState, Clone, Copy, Debug)]
pub struct Inner {
    /// Hits.
    #[counter]
    pub hits: u64,
    /// Not on the documentation page.
    #[doc(hidden)]
    #[counter]
    pub hidden: u64,
}

/// The examples of the README, as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

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

use std::time::Duration;

use atomic_state::AtomicState;

/// A public struct.
#[derive(AtomicState, Clone, Copy, Debug)]
pub struct Worker {
    /// Bytes.
    #[counter(increment = add_byte, fetch = fetch_bytes, take = take_bytes, unit = "bytes")]
    pub bytes: u64,
    /// Time.
    #[counter(ordering = SeqCst)]
    pub busy: Duration,
    /// Stop.
    #[flag(clear = resume, try_set = try_stop)]
    pub stop: bool,
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

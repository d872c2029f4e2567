//! Generated code compiles where all common names mean something else: in each edition, without the prelude, with the
//! runtime crate under another name, and with every warning an error.

#![no_implicit_prelude]
#![deny(warnings)]
#![forbid(unsafe_code)]
#![cfg(not(atomic_state_loom))]

#[cfg(test)]
use ::std::{assert, assert_eq};

/// Names that generated code might use without their path, all taken by something else.
pub mod shadowed {
    #![allow(non_camel_case_types, non_upper_case_globals, missing_docs, unused_macros, missing_debug_implementations)]

    pub struct Option;
    pub struct Result;
    pub struct Some;
    pub struct Ok;
    pub struct Default;
    pub struct Debug;
    pub struct From;
    pub struct Counter;
    pub struct Histogram;
    pub struct Duration;
    pub struct Flag;
    pub struct Relaxed;
    pub struct LiveState;
    pub struct HasState;
    pub struct PhantomData;
    pub struct str;
    pub struct u8;
    pub struct i32;
    pub struct usize;
    pub mod core {}
    pub mod std {}
    pub mod atomic_state {}
    pub mod renamed {}

    pub const amount: () = ();
    pub const value: () = ();
    pub const saved: () = ();
    pub const formatter: () = ();
    pub const f: () = ();
    pub const n: () = ();
    pub static sample: () = ();
    pub struct order;

    pub fn new() {}
    pub fn snapshot() {}

    /// Methods by value, which the compiler finds before a cell's own where a call does not name the cell.
    pub trait Everything: ::core::marker::Sized {
        fn record(self) {}
        fn increment(self) {}
        fn fetch(self) {}
        fn take(self) {}
        fn get(self) {}
        fn set(self) {}
        fn clear(self) {}
        fn try_set(self) {}
        fn from(self) {}
        fn wait(self) {}
        fn with(self) {}
        fn base(self) {}
        fn lease(self) {}
        fn block(self) {}
        fn deref(self) {}
    }

    impl<T> Everything for T {}

    macro_rules! unimplemented {
        () => {
            compile_error!("not the macro of core")
        };
    }
    macro_rules! const_fn {
        () => {
            compile_error!("not the macro of the runtime")
        };
    }

    /// Counts among the shadows.
    #[derive(::renamed::AtomicState)]
    #[atomic_state(crate = ::renamed)]
    pub struct Worker {
        /// Bytes.
        #[counter(increment = inc, fetch = fetch_bytes, take = take_bytes, ordering = SeqCst)]
        pub bytes: u64,
        /// An alias, which takes the checked way.
        #[counter(increment = inc_alias, fetch = fetch_alias, take = take_alias)]
        pub alias: Alias,
        /// Stop.
        #[flag(clear = clear, try_set = try_stop)]
        pub stop: bool,
        /// In flight.
        #[gauge(set = set_level, guard = enter, owned_guard = enter_owned)]
        pub level: u64,
        /// Largest.
        #[max(take = take_largest)]
        pub largest: ::core::option::Option<u64>,
        /// Latency.
        #[histogram(timer = time, take = take_latency)]
        pub latency: ::renamed::Histogram<::core::time::Duration>,
        /// Sizes, by an alias.
        #[histogram]
        pub sizes: Sizes,
        /// Nested.
        #[nested]
        pub inner: super::raw::Match,
        /// By variant.
        #[counter(increment = inc_error)]
        pub errors: ::renamed::ByVariant<Reason, u64>,
        /// By index.
        #[gauge(guard = enter_pool)]
        pub pools: [Alias; 2],
    }

    /// Keys among the shadows.
    #[derive(::renamed::Variants, ::core::clone::Clone, ::core::marker::Copy)]
    #[variant(crate = ::renamed)]
    pub enum Reason {
        /// One of the shadowed names.
        Some,
        /// A keyword.
        r#None,
    }

    /// Counts among the shadows, each thread for itself.
    #[derive(::renamed::AtomicState)]
    #[atomic_state(crate = ::renamed, per_thread)]
    pub struct PerThread {
        /// Bytes.
        #[counter(increment = inc, take = take_bytes)]
        pub bytes: u64,
        /// An alias, which takes the checked way.
        #[counter(increment = inc_alias, take = take_alias)]
        pub alias: Alias,
        /// Stop.
        #[flag(clear = clear, try_set = try_stop, wait = wait)]
        pub stop: bool,
        /// In flight.
        #[gauge(guard = enter, owned_guard = enter_owned)]
        pub level: u64,
        /// Largest.
        #[max(take = take_largest)]
        pub largest: ::core::option::Option<u64>,
        /// By variant.
        #[counter(increment = inc_error)]
        pub errors: ::renamed::ByVariant<Reason, u64>,
        /// By index.
        #[gauge(per_thread, guard = enter_pool)]
        pub pools: [Alias; 2],
        /// Latency.
        #[histogram(timer = time, take = take_latency)]
        pub latency: ::renamed::Histogram<::core::time::Duration>,
        /// Sizes, by an alias.
        #[histogram]
        pub sizes: Sizes,
        /// Latency by index.
        #[histogram(timer = time_pool)]
        pub latencies: [::renamed::Histogram<::core::time::Duration>; 2],
    }

    pub const index: () = ();
    pub const variant: () = ();
    pub static place: () = ();

    /// Values and phases among the shadows.
    #[derive(::renamed::AtomicState)]
    #[atomic_state(crate = ::renamed)]
    pub struct Service {
        /// An integer.
        #[value(start = 7, swap = swap_limit, update = change_limit, get = current)]
        pub limit: u64,
        /// An enum.
        #[value(start = Second)]
        pub start: super::Step,
        /// What may be none.
        #[value(take = take_last)]
        pub last: ::core::option::Option<super::Step>,
        /// A phase, with the way given.
        #[phase(transitions(First => Second | r#Try, Second => r#Try), set = force, wait = wait)]
        pub phase: super::Step,
        /// A phase.
        #[phase]
        pub until: super::Step,
    }

    pub struct change;
    pub struct latest;
    pub struct step;
    pub const to: () = ();

    pub type Alias = u32;
    pub type Sizes = ::renamed::Histogram<::core::primitive::u64>;
    pub const batch: () = ();
    pub const level: () = ();
}

#[test]
fn shadowed_names_are_not_picked_up() {
    let state = shadowed::WorkerState::new();
    state.record_bytes(2);
    state.inc();
    assert_eq!(state.fetch_bytes(1), 3);
    state.inc_alias();
    assert!(state.try_stop());
    let seen = state.snapshot();
    assert_eq!((seen.bytes, seen.alias, seen.stop), (4, 1, true));
    assert_eq!(state.take_bytes(), 4);
    state.add_level(1);
    state.record_largest(5);
    state.inner().record_type(6);
    ::core::mem::drop(state.time());
    assert_eq!(state.take_latency().count(), 1);
    state.record_sizes(3);
    assert_eq!(state.sizes().sum(), 3);
    let taken = state.take();
    assert_eq!((taken.level, taken.largest, taken.inner.r#type), (1, ::core::option::Option::Some(5), 6));
    state.merge(&taken);
    assert_eq!((state.level(), state.inner().r#type()), (2, 6));
    state.inc_error(shadowed::Reason::None);
    let _entered = state.enter_pool(1);
    assert_eq!((state.errors(shadowed::Reason::None), state.pools(1), state.pools(0)), (1, 1, 0));
}

#[test]
fn shadowed_names_are_not_picked_up_per_thread() {
    let state = shadowed::PerThreadState::new();
    state.record_bytes(2);
    let local = shadowed::PerThreadState::local(&state);
    shadowed::PerThreadStateLocal::inc(&local);
    shadowed::PerThreadStateLocal::record_alias(&local, 5);
    local.record_largest(7);
    {
        let _entered = state.enter();
        assert_eq!(shadowed::PerThreadState::level(&state), 1);
    }
    ::core::mem::drop(shadowed::PerThreadState::time(&state));
    shadowed::PerThreadStateLocal::record_sizes(&local, 3);
    assert_eq!((state.take_latency().count(), state.sizes().sum()), (1, 3));
    assert!(state.try_stop());
    assert!(shadowed::PerThreadState::wait(&state).wait_timeout(::core::time::Duration::ZERO));
    shadowed::PerThreadStateLocal::inc_error(&local, shadowed::Reason::Some);
    {
        let _entered = state.enter_pool(1);
        assert_eq!(shadowed::PerThreadState::pools(&state, 1), 1);
    }
    let taken = shadowed::PerThreadState::take(&state);
    assert_eq!((taken.errors[shadowed::Reason::Some], taken.pools), (1, [0, 0]));
    assert_eq!((taken.bytes, taken.alias, taken.stop, taken.level), (3, 5, true, 0));
    assert_eq!(taken.largest, ::core::option::Option::Some(7));
}

/// Steps, the last of which is written raw.
#[derive(
    ::renamed::Variants, ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::PartialEq,
)]
#[variant(crate = ::renamed)]
pub enum Step {
    /// The first.
    First,
    /// The second.
    Second,
    /// The last.
    r#Try,
}

#[test]
fn shadowed_names_are_not_picked_up_by_values_and_phases() {
    let state = shadowed::ServiceState::new();
    assert_eq!(state.change_limit(|limit| limit + 1), 7);
    assert_eq!((state.swap_limit(9), state.current(), state.start()), (8, 9, Step::Second));
    state.set_last(::core::option::Option::Some(Step::r#Try));
    assert_eq!(state.take_last(), ::core::option::Option::Some(Step::r#Try));
    assert!(state.advance_phase(Step::Second).is_ok() && state.advance_phase(Step::First).is_err());
    assert!(shadowed::ServiceState::wait(&state, Step::Second).wait_timeout(::core::time::Duration::ZERO));
    assert!(state.advance_until(Step::r#Try).is_ok());
    let seen = state.snapshot();
    assert_eq!((seen.phase, seen.until, seen.limit), (Step::Second, Step::r#Try, 9));
}

/// What a library that builds on the crate would export for its users.
#[doc(hidden)]
pub mod reexported {
    pub use ::renamed;
}

pub mod macros;
pub mod raw;

//! What each feature brings to generated code, and what stands in for it where the feature is off.
//!
//! The derive cannot know which features are on, so it always writes the same code. Where a feature is off, a function
//! of this module is the one error, at the user's key.

/// A function that compiles only where a feature is on, and the bound that says so.
macro_rules! needs {
    ($name:ident $bound:ident $feature:literal $message:literal) => {
        #[doc = concat!("Compiles where the feature `", $feature, "` is on.")]
        pub const fn $name<T: $bound>() {}

        #[doc = concat!("Holds where the feature `", $feature, "` is on.")]
        #[diagnostic::on_unimplemented(message = $message, label = "needs a feature that is off")]
        pub trait $bound {}

        #[cfg(feature = $feature)]
        impl $bound for () {}
    };
}

needs! { std Std "std" "this key needs the feature `std` of `atomic-state`" }
needs! { wait Wait "wait" "this key needs the feature `wait` of `atomic-state`" }
needs! { per_thread PerThread "per-thread" "this key needs the feature `per-thread` of `atomic-state`" }

pub(super) mod brought {
    #[cfg(feature = "std")]
    pub use std::sync::Arc;

    #[cfg(feature = "wait")]
    pub use crate::kind::gauge::zero::{ZeroWait, wait_zero};
    #[cfg(feature = "std")]
    pub use crate::kind::guard::OwnedGaugeGuard;
    #[cfg(feature = "std")]
    pub use crate::kind::histogram::HistogramTimer;
    #[cfg(feature = "wait")]
    pub use crate::kind::phase::wait::{PhaseWait, WaitPhase, wait_for_phase};
    #[cfg(feature = "wait")]
    pub use crate::kind::wait::{FlagWait, WaitFlag, wait_for};
    #[cfg(feature = "per-thread")]
    pub use crate::per_thread::{
        Event, Fields, Lease, PerThread, Share, Step, event, get, read_all, shown, take, value, with, within,
    };
    #[cfg(feature = "wait")]
    pub use crate::wait::Wakers;
    #[cfg(feature = "per-thread")]
    pub use crate::writer::Single;

    #[cfg(not(feature = "per-thread"))]
    pub use super::without_per_thread::{
        Event, Fields, Lease, PerThread, Share, Single, Step, event, get, read_all, shown, take, value, with, within,
    };
    #[cfg(not(feature = "std"))]
    pub use super::without_std::{Arc, HistogramTimer, OwnedGaugeGuard};
    #[cfg(not(feature = "wait"))]
    pub use super::without_wait::{
        FlagWait, PhaseWait, WaitFlag, WaitPhase, Wakers, ZeroWait, wait_for, wait_for_phase, wait_zero,
    };
}

#[cfg(not(feature = "std"))]
mod without_std {
    use core::marker::PhantomData;
    use core::time::Duration;

    /// Something that can be a receiver.
    pub type Arc<T> = &'static T;

    #[derive(Debug)]
    pub struct OwnedGaugeGuard<S>(PhantomData<S>);

    #[derive(Debug)]
    pub struct HistogramTimer<'a, S>(PhantomData<&'a S>);

    impl<'a, S> HistogramTimer<'a, S> {
        #[must_use]
        pub fn __new(_: &'a S, _: usize, _: fn(&S, usize, Duration)) -> Self {
            unimplemented!()
        }

        pub fn discard(self) {}
    }

    impl<S> OwnedGaugeGuard<S> {
        #[must_use]
        pub fn __new(_: &Arc<S>, _: usize, _: i64, _: fn(&S, usize, i64)) -> Self {
            unimplemented!()
        }
    }
}

#[cfg(not(feature = "wait"))]
mod without_wait {
    use core::convert::Infallible;
    use core::future::Future;
    use core::marker::PhantomData;
    use core::pin::Pin;
    use core::task::{Context, Poll};

    use crate::kind::flag::Flag;
    use crate::kind::gauge::GaugeValue;
    use crate::kind::gauge::peak::PeakKind;
    use crate::kind::gauge::watched::WatchedGauge;
    use crate::kind::phase::Phase;
    use crate::ordering::{AcqRel, Order, Publish};
    use crate::variants::Variants;

    pub type WaitFlag<O = AcqRel> = Flag<O>;

    pub type WaitPhase<E, O = AcqRel> = Phase<E, O>;

    pub type Wakers = ();

    pub type FlagWait<'a> = Wait<'a>;

    pub type PhaseWait<'a> = Wait<'a>;

    pub type ZeroWait<'a> = Wait<'a>;

    #[must_use]
    pub fn wait_for<O: Publish>(_: &WaitFlag<O>) -> FlagWait<'_> {
        unimplemented!()
    }

    #[must_use]
    pub fn wait_for_phase<E: Variants, O: Publish>(_: &WaitPhase<E, O>, _: E) -> PhaseWait<'_> {
        unimplemented!()
    }

    #[must_use]
    pub fn wait_zero<T: GaugeValue, O: Order, P: PeakKind>(_: &WatchedGauge<T, O, P, Wakers>) -> ZeroWait<'_> {
        unimplemented!()
    }

    /// Each type that waits.
    #[derive(Debug)]
    pub struct Wait<'a>(Infallible, PhantomData<&'a ()>);

    impl Wait<'_> {
        pub fn wait(self) {
            match self.0 {}
        }

        #[must_use]
        pub fn wait_timeout(self, _: core::time::Duration) -> bool {
            match self.0 {}
        }

        #[must_use]
        pub fn wait_deadline<Instant>(self, _: Instant) -> bool {
            match self.0 {}
        }
    }

    impl Future for Wait<'_> {
        type Output = ();

        fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
            match self.0 {}
        }
    }
}

#[cfg(not(feature = "per-thread"))]
mod without_per_thread {
    use core::ops::Deref;

    use crate::cell::{__Live, __Read};
    use crate::int::sealed::AtomicInt;
    use crate::writer::Writer;

    #[derive(Debug)]
    pub enum Single {}

    impl crate::ordering::sealed::Sealed for Single {}

    impl Writer for Single {
        fn __add<I: AtomicInt>(_: &I::Atomic, _: I) -> I {
            unimplemented!()
        }

        fn __sub<I: AtomicInt>(_: &I::Atomic, _: I) -> I {
            unimplemented!()
        }

        fn __update<I: AtomicInt>(_: &I::Atomic, _: impl Fn(I) -> I) -> I {
            unimplemented!()
        }
    }

    pub struct PerThread<B>(B);

    impl<B> PerThread<B> {
        crate::__const_fn! {
            pub fn new(base: B) -> Self {
                Self(base)
            }
        }

        pub fn lease(&self) -> Lease<'_, B> {
            Lease(&self.0)
        }
    }

    pub trait Share: __Live {
        fn __merge_within(&self, batch: &Self::Value);
    }

    impl<C: __Live> Share for C {
        fn __merge_within(&self, _: &C::Value) {}
    }

    pub trait Fields: Default {
        #[cfg(not(atomic_state_loom))]
        const __NEW: Self;
        #[cfg(atomic_state_loom)]
        fn __new() -> Self;

        fn __each<S: Step<Self>>(step: &S, sums: &mut Self);
    }

    pub trait Step<B> {
        fn __with<C: Share>(&self, share: impl Fn(&B) -> &C, sum: &mut C);
    }

    pub fn with<B, R>(_: &PerThread<B>, _: impl FnOnce(&B) -> R) -> R {
        unimplemented!()
    }

    pub fn within<B, R>(_: &PerThread<B>, _: impl FnOnce(&B, bool) -> R) -> R {
        unimplemented!()
    }

    pub fn event<B, R>(_: &PerThread<B>, _: impl FnOnce(Event<'_, B>) -> R) -> R {
        unimplemented!()
    }

    pub fn read_all<R: __Read, B: Fields>(_: &PerThread<B>) -> B {
        unimplemented!()
    }

    pub fn value<C: __Live>(_: &mut C) -> C::Value {
        unimplemented!()
    }

    pub fn get<B, C: __Live>(_: &PerThread<B>, _: impl Fn(&B) -> &C) -> C::Value {
        unimplemented!()
    }

    pub fn take<B, C: __Live>(_: &PerThread<B>, _: impl Fn(&B) -> &C) -> C::Value {
        unimplemented!()
    }

    pub fn shown<B, C: __Live>(_: &PerThread<B>, _: impl Fn(&B) -> &C) -> &'static str {
        unimplemented!()
    }

    pub struct Lease<'a, B>(&'a B);

    impl<B> Deref for Lease<'_, B> {
        type Target = B;

        fn deref(&self) -> &B {
            self.0
        }
    }

    impl<B> Lease<'_, B> {
        #[must_use]
        pub fn is_in_event(&self) -> bool {
            unimplemented!()
        }

        pub fn event<R>(&self, _: impl FnOnce(Event<'_, B>) -> R) -> R {
            unimplemented!()
        }
    }

    pub struct Event<'a, B>(&'a B);

    impl<B> Deref for Event<'_, B> {
        type Target = B;

        fn deref(&self) -> &B {
            self.0
        }
    }
}

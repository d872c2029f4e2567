//! What generated code refers to. Not for use by hand: it changes without notice.

#[cfg(feature = "std")]
pub use std::sync::Arc;

pub use crate::kind::extreme::Sampled;
pub use crate::kind::*;
#[cfg(feature = "per-thread")]
pub use crate::per_thread::{Lease, PerThread, Shares, SingleWriter};
pub use crate::{__const_fn as const_fn, __initial as initial, __new_nested as new_nested};

#[cfg(not(feature = "wait"))]
pub use self::without_wait::FlagWait;
use crate::metadata::Field;

/// The metadata of a field that a cell holds.
#[must_use]
pub const fn field<C: Cell>(name: &'static str, help: &'static str, unit: Option<&'static str>) -> Field {
    Field { name, help, kind: C::KIND, unit, fields: C::FIELDS }
}

/// A function that is `const`, except over the model checker's atomics, which have no `const` constructor. Exported,
/// since the choice must be made where this crate is compiled: a `cfg` in generated code would be read in the user's.
#[cfg(not(atomic_state_loom))]
#[doc(hidden)]
#[macro_export]
macro_rules! __const_fn {
    ($(#[$attribute:meta])* $vis:vis fn $($rest:tt)*) => { $(#[$attribute])* $vis const fn $($rest)* };
}

#[cfg(atomic_state_loom)]
#[doc(hidden)]
#[macro_export]
macro_rules! __const_fn {
    ($($function:tt)*) => { $($function)* };
}

/// A state's initial value as generic code can name it, in an implementation of [`LiveState`](crate::LiveState).
#[cfg(not(atomic_state_loom))]
#[doc(hidden)]
#[macro_export]
macro_rules! __initial {
    () => {
        const __NEW: Self = Self::new();
    };
}

#[cfg(atomic_state_loom)]
#[doc(hidden)]
#[macro_export]
macro_rules! __initial {
    () => {
        fn __new() -> Self {
            Self::new()
        }
    };
}

/// The initial value of a nested state.
#[cfg(not(atomic_state_loom))]
#[doc(hidden)]
#[macro_export]
macro_rules! __new_nested {
    ($state:ty) => {
        <$state as $crate::LiveState>::__NEW
    };
}

#[cfg(atomic_state_loom)]
#[doc(hidden)]
#[macro_export]
macro_rules! __new_nested {
    ($state:ty) => {
        <$state as $crate::LiveState>::__new()
    };
}

/// Stands in for what the feature `wait` brings, where `wait = …` is written without it: that mistake is reported, and code
/// that goes on to use the method draws no further error.
#[cfg(not(feature = "wait"))]
mod without_wait {
    use core::convert::Infallible;
    use core::future::Future;
    use core::marker::PhantomData;
    use core::pin::Pin;
    use core::task::{Context, Poll};

    use crate::ordering::{AcqRel, Publish};

    #[derive(Debug)]
    pub struct FlagWait<'a, O: Publish = AcqRel>(Infallible, PhantomData<&'a O>);

    impl<O: Publish> FlagWait<'_, O> {
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

    impl<O: Publish> Future for FlagWait<'_, O> {
        type Output = ();

        fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
            match self.0 {}
        }
    }
}

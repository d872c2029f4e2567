//! How a cell's number is changed: by any number of threads, or by one.

use crate::int::sealed::AtomicInt;
use crate::ordering::{Order, sealed::Sealed};
use crate::primitive::Ordering;

/// Who changes a cell. Every [`Order`] stands for any number of threads, whose changes are single atomic steps of that
/// ordering. The trait is sealed.
pub trait Writer: Sealed {
    /// Adds, wrapping, and returns the old number.
    #[doc(hidden)]
    fn __add<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I;

    /// Subtracts, wrapping, and returns the old number.
    #[doc(hidden)]
    fn __sub<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I;

    /// Replaces the number by what a function makes of it, and returns the new number.
    #[doc(hidden)]
    fn __update<I: AtomicInt>(atomic: &I::Atomic, change: impl Fn(I) -> I) -> I;
}

impl<O: Order> Writer for O {
    #[inline]
    fn __add<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I {
        I::fetch_add(atomic, amount, O::MODIFY)
    }

    #[inline]
    fn __sub<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I {
        I::fetch_sub(atomic, amount, O::MODIFY)
    }

    fn __update<I: AtomicInt>(atomic: &I::Atomic, change: impl Fn(I) -> I) -> I {
        let mut seen = I::load(atomic, Ordering::Relaxed);
        loop {
            let changed = change(seen);
            match I::compare_exchange(atomic, seen, changed, O::MODIFY, Ordering::Relaxed) {
                Ok(_) => return changed,
                Err(now) => seen = now,
            }
        }
    }
}

/// One thread at a time: a change is a load and a store, and no other thread's change can come between.
#[cfg(feature = "per-thread")]
#[derive(Debug)]
pub enum Single {}

#[cfg(feature = "per-thread")]
impl Sealed for Single {}

#[cfg(feature = "per-thread")]
impl Single {
    /// The cell's own writer reads it. The model checker would not go back to older values after a plain load by the
    /// thread that stored them, and so would miss what readers can see; after a change it does.
    #[inline]
    pub(crate) fn load<I: AtomicInt>(atomic: &I::Atomic) -> I {
        if cfg!(atomic_state_loom) {
            I::fetch_add(atomic, I::ZERO, Ordering::Relaxed)
        } else {
            I::load(atomic, Ordering::Relaxed)
        }
    }
}

#[cfg(feature = "per-thread")]
impl Writer for Single {
    #[inline]
    fn __add<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I {
        let before = Self::load::<I>(atomic);
        I::store(atomic, before.wrapping_add(amount), Ordering::Relaxed);
        before
    }

    #[inline]
    fn __sub<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I {
        let before = Self::load::<I>(atomic);
        I::store(atomic, before.wrapping_sub(amount), Ordering::Relaxed);
        before
    }

    fn __update<I: AtomicInt>(atomic: &I::Atomic, change: impl Fn(I) -> I) -> I {
        let changed = change(Self::load::<I>(atomic));
        I::store(atomic, changed, Ordering::Relaxed);
        changed
    }
}

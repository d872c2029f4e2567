//! The memory orderings a field can ask for, as types: a cell's ordering is part of its type, so that every access
//! to it agrees, and a combination that would be wrong (a Relaxed flag) is no type at all.
//!
//! What each one promises, and how to choose, is told in the [guide](crate::guide).

use crate::int::sealed::AtomicInt;
use crate::primitive::Ordering;

pub(crate) mod sealed {
    pub trait Sealed {}
}

/// An ordering, as the three accesses of a cell use it.
pub trait Order: sealed::Sealed {
    /// How a cell is read.
    const LOAD: Ordering;
    /// How a cell is overwritten.
    const STORE: Ordering;
    /// How a cell is changed in one step that depends on its old value (`fetch_add`, `swap`).
    const MODIFY: Ordering;

    /// Adds in one such step, wrapping, and returns the old value.
    #[doc(hidden)]
    #[inline]
    fn add<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I {
        I::fetch_add(atomic, amount, Self::MODIFY)
    }

    /// Subtracts, likewise.
    #[doc(hidden)]
    #[inline]
    fn sub<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I {
        I::fetch_sub(atomic, amount, Self::MODIFY)
    }
}

/// An ordering under which a store publishes what the storing thread did before it, to whoever reads that store.
///
/// [`Relaxed`] is not one, which is why no [`Flag`](crate::Flag) can have it.
#[diagnostic::on_unimplemented(
    message = "a flag cannot be `{Self}`",
    label = "publishes nothing",
    note = "whoever sees such a flag set may still read stale data that its setter wrote before: use `AcqRel` or `SeqCst`"
)]
pub trait Publish: Order {}

/// Atomic, and no more: each access happens whole, in one order for this cell, and says nothing about any other memory.
#[derive(Debug)]
pub enum Relaxed {}

/// Reads acquire, writes release: whoever reads a value sees what the thread that wrote it had done by then.
#[derive(Debug)]
pub enum AcqRel {}

/// As [`AcqRel`], and all `SeqCst` accesses of the program stand in one order on which all threads agree.
#[derive(Debug)]
pub enum SeqCst {}

macro_rules! orders {
    ($($order:ident: $load:ident, $store:ident, $modify:ident;)*) => {$(
        impl sealed::Sealed for $order {}

        impl Order for $order {
            const LOAD: Ordering = Ordering::$load;
            const STORE: Ordering = Ordering::$store;
            const MODIFY: Ordering = Ordering::$modify;
        }
    )*};
}

orders! {
    Relaxed: Relaxed, Relaxed, Relaxed;
    AcqRel: Acquire, Release, AcqRel;
    SeqCst: SeqCst, SeqCst, SeqCst;
}

impl Publish for AcqRel {}
impl Publish for SeqCst {}

/// Orderings that break a flag's promise, one access each. The model-checked tests run the same code with them, and
/// must then see it fail: a test that cannot tell the difference proves nothing.
#[cfg(atomic_state_loom)]
#[doc(hidden)]
pub mod weakened {
    use super::{Order, Ordering, Publish, sealed};

    #[derive(Debug)]
    pub enum LoadRelaxed {}

    #[derive(Debug)]
    pub enum StoreRelaxed {}

    orders! {
        LoadRelaxed: Relaxed, Release, Release;
        StoreRelaxed: Acquire, Relaxed, Acquire;
    }

    impl Publish for LoadRelaxed {}
    impl Publish for StoreRelaxed {}
}

//! The memory orderings that a field can ask for, as types.
//!
//! The ordering is part of a cell's type. So every access to one cell agrees, and a wrong combination, such as a
//! Relaxed flag, does not compile. The [guide](crate::guide) explains what each ordering promises and how to choose.

use crate::primitive::Ordering;

pub(crate) mod sealed {
    pub trait Sealed: Send + Sync {}
}

/// An ordering: how a cell is read, overwritten and changed. The trait is sealed.
pub trait Order: sealed::Sealed {
    /// How a cell is read.
    const LOAD: Ordering;
    /// How a cell is overwritten.
    const STORE: Ordering;
    /// How a cell is changed in one step that depends on its old value, such as `fetch_add` or `swap`.
    const MODIFY: Ordering;
}

/// An ordering whose stores publish: a thread that reads the stored value also sees everything the storing thread did
/// before. The trait is sealed.
///
/// [`Relaxed`] does not publish, so no [`Flag`](crate::Flag) and no [`Phase`](crate::Phase) can have it.
#[diagnostic::on_unimplemented(
    message = "a flag or a phase cannot be `{Self}`",
    label = "publishes nothing",
    note = "a thread that sees a `{Self}` flag or phase may still read stale data: use `AcqRel` or `SeqCst`"
)]
pub trait Publish: Order {}

/// Atomic, and no more. Each access is whole, and it says nothing about any other memory.
#[derive(Debug)]
pub enum Relaxed {}

/// Reads acquire and writes release. A thread that reads a value also sees everything the thread that wrote the value
/// did before.
#[derive(Debug)]
pub enum AcqRel {}

/// Like [`AcqRel`], and all threads agree on one order of all `SeqCst` accesses of the program.
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

/// Orderings that break a flag's promise, one access each. The model-checked tests run the same code with them and must
/// see it fail: a test that passes with a weakened ordering proves nothing.
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

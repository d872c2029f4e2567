//! The `#[flag]` kind: a condition that one thread announces and others watch.

use core::fmt;
use core::marker::PhantomData;

use crate::kind::{Cell, Kind};
use crate::metadata::{Field, Value, Visitor};
use crate::ordering::{AcqRel, Publish};
use crate::primitive::AtomicBool;

/// A condition that any thread sets or reads through a shared reference: the cell behind a `#[flag]` field.
///
/// - **It publishes.** A thread that sees the flag set sees all that the setting thread did before: counts that it
///   recorded and plain memory that it wrote. Setting is a Release store and reading an Acquire load, the weakest
///   orderings that promise this, and on x86-64 the same instructions as unordered ones.
///   Where several threads set it, that is the one whose store is read, which a reader cannot tell.
/// - **It is seen soon, not at once.** The store reaches other cores within the time of a cache miss; a thread that
///   sleeps or blocks sees it when it next looks.
/// - **A signal handler may set it**: it is one atomic store, with no lock and no allocation.
///
/// With [`SeqCst`](crate::ordering::SeqCst) as `O`, all threads also agree on the order in which several such flags
/// were set. There is no Relaxed flag: its readers could act on data that has not arrived.
pub struct Flag<O: Publish = AcqRel> {
    atomic: AtomicBool,
    order: PhantomData<O>,
}

impl<O: Publish> Flag<O> {
    crate::__const_fn! {
        /// A flag that is not set.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { atomic: AtomicBool::new(false), order: PhantomData }
        }
    }

    /// Sets the flag, and publishes what this thread did before.
    #[inline]
    pub fn set(&self) {
        self.atomic.store(true, O::STORE);
    }

    /// Unsets the flag, and publishes what this thread did before.
    #[inline]
    pub fn clear(&self) {
        self.atomic.store(false, O::STORE);
    }

    /// Sets the flag and returns whether this call did it: of several callers, exactly one gets true (until the flag is
    /// cleared).
    ///
    /// The one that wins publishes what it did before, and the ones that lose see it.
    #[inline]
    pub fn try_set(&self) -> bool {
        !self.atomic.swap(true, O::MODIFY)
    }

    /// Whether the flag is set. Where it is, all that the setting thread did before is visible.
    #[must_use]
    #[inline]
    pub fn get(&self) -> bool {
        self.atomic.load(O::LOAD)
    }
}

/// A flag that starts as it was saved.
impl<O: Publish> From<bool> for Flag<O> {
    #[inline]
    fn from(set: bool) -> Self {
        Self { atomic: AtomicBool::new(set), order: PhantomData }
    }
}

impl<O: Publish> Default for Flag<O> {
    fn default() -> Self {
        Self::new()
    }
}

impl<O: Publish> fmt::Debug for Flag<O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), formatter)
    }
}

impl<O: Publish> Cell for Flag<O> {
    type Value = bool;
    const KIND: Kind = Kind::Flag;

    #[inline]
    fn early(&self) -> bool {
        self.get()
    }

    #[inline]
    fn late(&self, _: &mut bool) {}

    #[inline]
    fn merge(&self, _: &bool) {}

    #[inline]
    fn merge_flags(&self, batch: &bool) {
        if *batch {
            self.set();
        }
    }

    fn since(later: &bool, _: &bool) -> bool {
        *later
    }

    fn combine(total: &mut bool, other: &bool) {
        *total |= other;
    }

    fn visit<V: Visitor + ?Sized>(value: &bool, field: &'static Field, visitor: &mut V) {
        visitor.field(field, Some(Value::Bool(*value)));
    }
}

checked! { <T: FlagValue, O: Publish> Flag<O> }

/// What a flag field can be: a `bool`, perhaps by another name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a flag",
    label = "not a flag's type",
    note = "a flag is a `bool`; for a number, use `#[counter]`"
)]
pub trait FlagValue {}

impl FlagValue for bool {}

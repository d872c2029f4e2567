//! The `#[flag]` kind: a condition that one thread announces and others watch.

use core::fmt;
use core::marker::PhantomData;

use crate::cell::{__Live, __Plain, __Publishes, __Read};
use crate::metadata::{Field, Kind, Value, Visitor};
use crate::ordering::{AcqRel, Publish};
use crate::primitive::AtomicBool;

/// A condition that any thread sets or reads through a shared reference: the cell behind a `#[flag]` field.
///
/// - **It publishes.** A thread that sees the flag set sees all that the setting thread did before: counts that it
///   recorded and plain memory that it wrote. Setting is a Release store and reading an Acquire load, the weakest
///   orderings that promise this, and on x86-64 the same instructions as unordered ones.
///   Where several threads set it, that is the one whose store is read, which a reader cannot tell.
/// - **It is seen soon, not at once.** The store reaches other cores within the time of a cache miss; a thread that
///   sleeps or blocks sees it when it next looks. A `WaitFlag` (feature `wait`) wakes it instead.
/// - **A signal handler may set it**: it is one atomic store, with no lock and no allocation. Not so a `WaitFlag`.
///
/// With [`SeqCst`](crate::ordering::SeqCst) as `O`, all threads also agree on the order in which several such flags
/// were set. There is no Relaxed flag: its readers could act on data that has not arrived.
///
/// `W` is where the condition is kept: alone, unless someone may wait for it.
pub struct Flag<O: Publish = AcqRel, W: Word = Alone> {
    pub(super) word: W,
    order: PhantomData<O>,
}

/// Where a flag's condition is kept, and what else happens when it changes.
pub trait Word: Send + Sync {
    /// Not set.
    #[cfg(not(atomic_state_loom))]
    #[doc(hidden)]
    const UNSET: Self;

    #[doc(hidden)]
    fn new(set: bool) -> Self;
    #[doc(hidden)]
    fn set<O: Publish>(&self);
    #[doc(hidden)]
    fn clear<O: Publish>(&self);
    #[doc(hidden)]
    fn try_set<O: Publish>(&self) -> bool;
    #[doc(hidden)]
    fn get<O: Publish>(&self) -> bool;
}

/// The condition and nothing else.
pub struct Alone(AtomicBool);

impl Word for Alone {
    #[cfg(not(atomic_state_loom))]
    #[allow(clippy::declare_interior_mutable_const, reason = "each use starts an atomic of its own")]
    const UNSET: Self = Self(AtomicBool::new(false));

    #[inline]
    fn new(set: bool) -> Self {
        Self(AtomicBool::new(set))
    }

    #[inline]
    fn set<O: Publish>(&self) {
        self.0.store(true, O::STORE);
    }

    #[inline]
    fn clear<O: Publish>(&self) {
        self.0.store(false, O::STORE);
    }

    #[inline]
    fn try_set<O: Publish>(&self) -> bool {
        !self.0.swap(true, O::MODIFY)
    }

    #[inline]
    fn get<O: Publish>(&self) -> bool {
        self.0.load(O::LOAD)
    }
}

#[cfg(not(atomic_state_loom))]
macro_rules! unset {
    ($word:ty) => {
        <$word as Word>::UNSET
    };
}
#[cfg(atomic_state_loom)]
macro_rules! unset {
    ($word:ty) => {
        <$word as Word>::new(false)
    };
}

impl<O: Publish, W: Word> Flag<O, W> {
    crate::__const_fn! {
        /// A flag that is not set.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { word: unset!(W), order: PhantomData }
        }
    }

    /// Sets the flag, and publishes what this thread did before.
    #[inline]
    pub fn set(&self) {
        self.word.set::<O>();
    }

    /// Unsets the flag, and publishes what this thread did before.
    #[inline]
    pub fn clear(&self) {
        self.word.clear::<O>();
    }

    /// Sets the flag and returns whether this call did it: of several callers, exactly one gets true (until the flag is
    /// cleared).
    ///
    /// The one that wins publishes what it did before, and the ones that lose see it.
    #[inline]
    pub fn try_set(&self) -> bool {
        self.word.try_set::<O>()
    }

    /// Whether the flag is set. Where it is, all that the setting thread did before is visible.
    #[must_use]
    #[inline]
    pub fn get(&self) -> bool {
        self.word.get::<O>()
    }
}

/// A flag that starts as it was saved.
impl<O: Publish, W: Word> From<bool> for Flag<O, W> {
    #[inline]
    fn from(set: bool) -> Self {
        Self { word: W::new(set), order: PhantomData }
    }
}

impl<O: Publish, W: Word> Default for Flag<O, W> {
    fn default() -> Self {
        Self::new()
    }
}

impl<O: Publish, W: Word> fmt::Debug for Flag<O, W> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), formatter)
    }
}

impl<O: Publish, W: Word> __Plain for Flag<O, W> {
    type Value = bool;
    const __KIND: Kind = Kind::Flag;

    fn __since(later: &bool, _: &bool) -> bool {
        *later
    }

    fn __combine(total: &mut bool, other: &bool) {
        *total |= other;
    }

    fn __visit<V: Visitor + ?Sized>(value: &bool, field: &'static Field, visitor: &mut V) {
        visitor.field(field, Some(Value::Bool(*value)));
    }
}

impl<O: Publish, W: Word> __Live for Flag<O, W> {
    #[inline]
    fn __from(saved: &bool) -> Self {
        Self::from(*saved)
    }

    #[inline]
    fn __merge(&self, _: &bool) {}
}

impl<O: Publish, W: Word> __Publishes for Flag<O, W> {
    type __Flags = bool;

    #[inline]
    fn __flags(&self) -> bool {
        self.get()
    }

    #[inline]
    fn __rest<R: __Read>(&self, flags: bool) -> bool {
        flags
    }

    #[inline]
    fn __merge_flags(&self, batch: &bool) {
        if *batch {
            self.set();
        }
    }
}

checked! { <T: FlagValue, O: Publish> Flag<O> }

/// What a flag field can be: a `bool`, perhaps by another name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a flag",
    label = "not a flag's type",
    note = "a flag is a `bool`; for a number, use `#[counter]`"
)]
pub trait FlagValue {
    /// True, where it compiles.
    const __FITS: bool = true;
}

impl FlagValue for bool {}

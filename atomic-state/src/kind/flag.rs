//! The `#[flag]` kind: a condition that one thread announces and others watch.

use core::fmt;
use core::marker::PhantomData;

use crate::cell::{__Live, __Plain, __Publishes, __Read};
use crate::metadata::{Field, Kind, Value, Visitor};
use crate::ordering::{AcqRel, Publish};
use crate::primitive::AtomicBool;

/// A condition that any thread sets or reads through a shared reference: the cell behind a `#[flag]` field.
///
/// - **It publishes.** A thread that sees the flag set also sees everything the setting thread did before setting it:
///   counts that it recorded and plain memory that it wrote. Setting is a Release store and reading an Acquire load,
///   the weakest orderings that promise this. On x86-64 they are the same instructions as unordered ones. If several
///   threads set the flag, a reader sees what one of them did, and it cannot tell which.
/// - **It is seen soon, not at once.** The store reaches other cores within the time of a cache miss. A thread that
///   sleeps or blocks sees it when it next looks. A `WaitFlag` (feature `wait`) wakes it instead.
/// - **A signal handler may set it**: it is one atomic store, with no lock and no allocation. A `WaitFlag` takes a
///   lock.
///
/// With [`SeqCst`](crate::ordering::SeqCst) as `O`, all threads also agree on the order in which several such flags
/// were set. There is no Relaxed flag: its readers could act on data that has not arrived.
///
/// # Examples
///
/// ```
/// use std::thread;
///
/// use atomic_state::Flag;
///
/// static STOP: Flag = Flag::new();
///
/// let worker = thread::spawn(|| {
///     while !STOP.get() {
///         thread::yield_now();
///     }
/// });
/// STOP.set();
/// worker.join().unwrap();
/// ```
pub struct Flag<O: Publish = AcqRel> {
    set: AtomicBool,
    order: PhantomData<O>,
}

impl<O: Publish> Flag<O> {
    crate::__const_fn! {
        /// A flag that is not set.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { set: AtomicBool::new(false), order: PhantomData }
        }
    }

    crate::__const_fn! {
        /// A flag that starts as told.
        #[doc(hidden)]
        #[must_use]
        #[inline]
        pub fn __starting(set: bool) -> Self {
            Self { set: AtomicBool::new(set), order: PhantomData }
        }
    }

    /// Sets the flag, and publishes what this thread did before.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::Flag = atomic_state::Flag::new();
    /// stop.set();
    /// assert!(stop.get());
    /// ```
    #[inline]
    pub fn set(&self) {
        self.set.store(true, O::STORE);
    }

    /// Clears the flag, and publishes what this thread did before.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::Flag = atomic_state::Flag::new();
    /// stop.set();
    /// stop.clear();
    /// assert!(!stop.get());
    /// ```
    #[inline]
    pub fn clear(&self) {
        self.set.store(false, O::STORE);
    }

    /// Sets the flag. True if this call did it: of several callers, exactly one gets true, until the flag is cleared.
    ///
    /// The caller that gets true publishes what it did before. The callers that get false see it.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::Flag = atomic_state::Flag::new();
    /// assert!(stop.try_set());
    /// assert!(!stop.try_set());
    /// ```
    #[inline]
    pub fn try_set(&self) -> bool {
        !self.set.swap(true, O::MODIFY)
    }

    /// Clears the flag. True if this call did it: of several callers, exactly one gets true, until the flag is set
    /// again.
    ///
    /// The caller that gets true sees what the thread did that set the flag, and publishes what it did itself.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::Flag = atomic_state::Flag::new();
    /// stop.set();
    /// assert!(stop.try_clear());
    /// assert!(!stop.try_clear());
    /// ```
    #[inline]
    pub fn try_clear(&self) -> bool {
        self.set.swap(false, O::MODIFY)
    }

    /// Whether the flag is set. If it is, everything the setting thread did before is visible.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::Flag = atomic_state::Flag::new();
    /// assert!(!stop.get());
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self) -> bool {
        self.set.load(O::LOAD)
    }

    /// Whether the flag is set, by a change that changes nothing: all changes of the flag come before it or after it.
    #[cfg(feature = "wait")]
    pub(super) fn get_by_a_change(&self) -> bool {
        self.set.fetch_or(false, O::MODIFY)
    }
}

/// Starts as it was saved.
impl<O: Publish> From<bool> for Flag<O> {
    #[inline]
    fn from(set: bool) -> Self {
        Self { set: AtomicBool::new(set), order: PhantomData }
    }
}

/// The traits of both types of flag, in terms of their methods.
macro_rules! flag_traits {
    ($flag:ident) => {
        impl<O: Publish> Default for $flag<O> {
            fn default() -> Self {
                Self::new()
            }
        }

        impl<O: Publish> fmt::Debug for $flag<O> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.get(), formatter)
            }
        }

        impl<O: Publish> __Plain for $flag<O> {
            type Value = bool;
            const __KIND: Kind = Kind::Flag;

            fn __since(later: &bool, _: &bool) -> bool {
                *later
            }

            fn __combine(total: &mut bool, other: &bool) {
                *total |= other;
            }

            fn __visit<V: Visitor + ?Sized>(
                value: &bool,
                field: &'static Field,
                variant: Option<usize>,
                visitor: &mut V,
            ) {
                visitor.field(field, variant, Value::Bool(*value));
            }
        }

        impl<O: Publish> __Live for $flag<O> {
            crate::__initial!(Self::new());

            #[inline]
            fn __from(saved: &bool) -> Self {
                Self::from(*saved)
            }

            #[inline]
            fn __merge(&self, _: &bool) {}
        }

        impl<O: Publish> __Publishes for $flag<O> {
            type __Flags = bool;

            #[inline]
            fn __flags(&self) -> bool {
                self.get()
            }

            #[inline]
            fn __rest<R: __Read>(&self, flags: &bool) -> bool {
                *flags
            }

            #[inline]
            fn __merge_flags(&self, batch: &bool) {
                if *batch {
                    self.set();
                }
            }
        }
    };
}
#[cfg(feature = "wait")]
pub(super) use flag_traits;

flag_traits! { Flag }

checked! { <T: FlagValue, O: Publish> Flag<O> }

/// What a flag field can be: a `bool`, perhaps by another name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a flag",
    label = "not a flag's type",
    note = "a flag is a `bool`; for a number, use `#[counter]`",
    note = "an array or a `ByVariant` is written out in the field: its methods depend on it"
)]
pub trait FlagValue {
    /// True, where it compiles.
    const __FITS: bool = true;
}

impl FlagValue for bool {}

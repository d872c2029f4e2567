//! The `#[counter]` kind: a number that threads add to.

use core::fmt;
use core::marker::PhantomData;
use core::time::Duration;

use crate::int::{UnsignedInt, for_unsigned_ints, sealed::AtomicInt, stands_for_itself, zero_atomic};
use crate::kind::{Cell, Kind};
use crate::metadata::{Field, Value, Visitor};
use crate::ordering::{Order, Relaxed};
#[cfg(feature = "per-thread")]
use crate::per_thread::{Share, SingleWriter};
use crate::primitive::has_atomic;
#[cfg(feature = "per-thread")]
use crate::primitive::{Ordering, fence};

/// What a counter can hold: an unsigned integer, a [`Duration`], or a type of yours that stands for one.
///
/// ```
/// use atomic_state::{Counter, CounterValue};
///
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// struct Bytes(u64);
///
/// impl CounterValue for Bytes {
///     type Int = u64;
///
///     fn into_int(self) -> u64 {
///         self.0
///     }
///
///     fn from_int(int: u64) -> Self {
///         Bytes(int)
///     }
/// }
///
/// let sent: Counter<Bytes> = Counter::new();
/// sent.record(Bytes(1500));
/// assert_eq!(sent.get(), Bytes(1500));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a counter",
    label = "not a counter's type",
    note = "a counter holds `u8`, `u16`, `u32`, `u64`, `usize`, `Duration`, or a type of yours that implements `CounterValue`",
    note = "what does not fit in one integer belongs beside the state, in an `Arc<Mutex<_>>`",
    note = "on a target without 64-bit atomics, `u64` and `Duration` need the feature `portable-atomic`"
)]
pub trait CounterValue: Copy {
    /// The unsigned integer that is counted with. Its width is where the counter wraps.
    type Int: UnsignedInt;

    /// Whether adding the integer 1 means one more of something, as [`Counter::increment`] takes it to. It does not
    /// compile for a type that says otherwise.
    const COUNTS_ONES: bool = true;

    /// This amount as the integer to add.
    fn into_int(self) -> Self::Int;

    /// The amount that a total stands for.
    fn from_int(int: Self::Int) -> Self;

    /// A total as exporters and `Debug` output show it: as its integer, unless overridden.
    fn value(self) -> Value {
        self.into_int().value()
    }
}

for_unsigned_ints!(stands_for_itself CounterValue);

has_atomic! { "64":
    /// Counted in whole nanoseconds: a total wraps after 2⁶⁴ of them, which is 584 years, and an amount longer than that
    /// counts as the longest.
    impl CounterValue for Duration {
        type Int = u64;

        const COUNTS_ONES: bool = false;

        #[inline]
        fn into_int(self) -> u64 {
            u64::try_from(self.as_nanos()).unwrap_or(u64::MAX)
        }

        #[inline]
        fn from_int(nanoseconds: u64) -> Self {
            Duration::from_nanos(nanoseconds)
        }

        fn value(self) -> Value {
            Value::Duration(self)
        }
    }
}

/// A number that any thread adds to through a shared reference: the cell behind a `#[counter]` field.
///
/// - **No amount is lost**, under any ordering and from any number of threads: each addition is one `fetch_add`. Once
///   the recording threads are joined, [`get`](Self::get) is exact.
/// - **It wraps** at the width of [`CounterValue::Int`]: a `u8` at 255 that records 1 is 0.
/// - **It publishes nothing** unless asked to. The default [`Relaxed`] suffices for a count, because no reader draws
///   conclusions from it about other memory; to tell another thread that something is ready, set a
///   [`Flag`](crate::Flag). With [`AcqRel`](crate::ordering::AcqRel) or [`SeqCst`](crate::ordering::SeqCst) as `O`, a
///   reader of a total sees what the threads that made it up had done before they recorded.
pub struct Counter<T: CounterValue, O: Order = Relaxed> {
    atomic: <T::Int as AtomicInt>::Atomic,
    order: PhantomData<O>,
}

impl<T: CounterValue, O: Order> Counter<T, O> {
    crate::__const_fn! {
        /// A counter at zero.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { atomic: zero_atomic!(T::Int), order: PhantomData }
        }
    }

    /// The type's own answer, as generated code asks for it.
    #[doc(hidden)]
    pub const COUNTS_ONES: bool = T::COUNTS_ONES;

    /// Adds `amount`, wrapping at the width of [`CounterValue::Int`].
    #[inline]
    pub fn record(&self, amount: T) {
        O::add(&self.atomic, amount.into_int());
    }

    /// Adds one, wrapping.
    ///
    /// Does not compile for a [`Duration`], of which there is no "one": record an amount instead.
    #[inline]
    pub fn increment(&self) {
        const { assert!(T::COUNTS_ONES, "`increment` adds one, and this type has no one to add: record an amount instead") }
        O::add(&self.atomic, T::Int::ONE);
    }

    /// Adds `amount`, wrapping, and returns the total from **before**.
    ///
    /// Each caller is given a total of its own, so this hands out tickets, until the counter wraps or is taken. Where the
    /// answer is not needed, [`record`](Self::record) says so.
    #[inline]
    pub fn fetch(&self, amount: T) -> T {
        T::from_int(O::add(&self.atomic, amount.into_int()))
    }

    /// The total at some moment during the call.
    #[must_use]
    #[inline]
    pub fn get(&self) -> T {
        T::from_int(T::Int::load(&self.atomic, O::LOAD))
    }

    /// Returns the total and restarts at zero, in one step: of several takers, each amount goes to exactly one.
    #[inline]
    pub fn take(&self) -> T {
        T::from_int(T::Int::swap(&self.atomic, T::Int::ZERO, O::MODIFY))
    }
}

/// A counter that starts at a total saved before.
impl<T: CounterValue, O: Order> From<T> for Counter<T, O> {
    #[inline]
    fn from(total: T) -> Self {
        Self { atomic: total.into_int().into_atomic(), order: PhantomData }
    }
}

impl<T: CounterValue, O: Order> Default for Counter<T, O> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: CounterValue, O: Order> fmt::Debug for Counter<T, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.get().value(), formatter)
    }
}

impl<T: CounterValue, O: Order> Cell for Counter<T, O> {
    type Value = T;
    const KIND: Kind = Kind::Counter;

    #[inline]
    fn early(&self) -> T {
        T::from_int(T::Int::ZERO)
    }

    #[inline]
    fn late(&self, seen: &mut T) {
        *seen = self.get();
    }

    #[inline]
    fn take_late(&self, seen: &mut T) {
        *seen = self.take();
    }

    #[inline]
    fn merge(&self, batch: &T) {
        self.record(*batch);
    }

    fn since(later: &T, earlier: &T) -> T {
        T::from_int(later.into_int().wrapping_sub(earlier.into_int()))
    }

    fn combine(total: &mut T, other: &T) {
        *total = T::from_int(total.into_int().wrapping_add(other.into_int()));
    }

    fn visit<V: Visitor + ?Sized>(value: &T, field: &'static Field, visitor: &mut V) {
        visitor.field(field, Some(value.value()));
    }
}

#[cfg(feature = "per-thread")]
impl<T: CounterValue> Share for Counter<T, SingleWriter> {
    fn total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> T {
        loop {
            // Acquire: what a take that is seen here subtracts from the base it has seen in the shares, and so do the loads
            // that follow.
            let before = T::Int::load(&base.atomic, Ordering::Acquire);
            let total = before.wrapping_add(sum(shares()));
            fence(Ordering::Acquire);
            // Where something was taken meanwhile, the shares may have been read after that and the base before.
            if T::Int::load(&base.atomic, Ordering::Relaxed) == before {
                return T::from_int(total);
            }
        }
    }

    fn take_total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> T {
        loop {
            let before = T::Int::load(&base.atomic, Ordering::Acquire);
            let sum = sum(shares());
            // Only one of those that read the same base can take what there is. No matter if it was changed to and fro:
            // what is returned is what the base is lowered by.
            let after = T::Int::ZERO.wrapping_sub(sum);
            if T::Int::compare_exchange(&base.atomic, before, after, Ordering::Release, Ordering::Relaxed).is_ok() {
                // What this thread records from now on tells who reads it of this.
                fence(Ordering::Release);
                return T::from_int(before.wrapping_add(sum));
            }
        }
    }
}

#[cfg(feature = "per-thread")]
fn sum<'a, T: CounterValue + 'a>(shares: impl Iterator<Item = &'a Counter<T, SingleWriter>>) -> T::Int {
    shares.fold(T::Int::ZERO, |sum, share| sum.wrapping_add(T::Int::load(&share.atomic, Ordering::Relaxed)))
}

checked! { <T: CounterValue, O: Order> Counter<T, O> }

/// Compiles only for `true`: whether a type has an `increment` is a constant, and this makes it a bound, whose error can
/// stand at the user's key.
pub const fn assert_counts_ones<const COUNTS_ONES: bool>()
where
    Ones<COUNTS_ONES>: CountsOnes,
{
}

/// The answer as a type.
#[derive(Debug)]
pub enum Ones<const COUNTS: bool> {}

/// Holds for the answer `true`.
#[diagnostic::on_unimplemented(
    message = "`increment` adds one, and this field's type has no one to add",
    label = "record an amount instead",
    note = "this is so for a `Duration`, and for a type whose `CounterValue::COUNTS_ONES` is false"
)]
pub trait CountsOnes {}

impl CountsOnes for Ones<true> {}

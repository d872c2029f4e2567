//! The `#[gauge]` kind: a number that goes up and down.

mod value;

use core::fmt;
use core::marker::PhantomData;

use self::value::GaugeInt;
pub use self::value::GaugeValue;
use crate::cell::{__Live, __Number, __Plain, __Read};
use crate::int::{sealed::AtomicInt, zero_atomic};
use crate::kind::guard::GaugeGuard;
use crate::metadata::{Field, Kind, Visitor};
use crate::ordering::{Order, Relaxed};
#[cfg(feature = "per-thread")]
use crate::per_thread::Share;
use crate::writer::Writer;

type Stored<T> = <<T as GaugeValue>::Int as GaugeInt>::Stored;

/// A number that any thread raises and lowers through a shared reference: the cell behind a `#[gauge]` field.
///
/// - **It does not drift.** Each change is one `fetch_add` or `fetch_sub` in two's complement. In any order, additions and
///   subtractions add up exactly.
/// - **An unsigned gauge shows no underflow.** If more has been subtracted than added so far, it reads 0, and the right
///   level as soon as both are done. A level that the type cannot hold shows as the nearest level that it can. A `u64` or
///   `usize` gauge holds levels up to half of its range (`i64::MAX`, `isize::MAX`), which no count of things in flight comes
///   near: beyond that it wraps and shows 0. So does a `u32` gauge where the target has no 64-bit atomics.
/// - **It publishes nothing** by default, like a [`Counter`](crate::Counter).
///
/// # Examples
///
/// ```
/// use atomic_state::Gauge;
///
/// static CONNECTIONS: Gauge<u32> = Gauge::new();
///
/// CONNECTIONS.add(2);
/// CONNECTIONS.sub(1);
/// assert_eq!(CONNECTIONS.get(), 1);
/// ```
pub struct Gauge<T: GaugeValue, O: Writer = Relaxed> {
    atomic: <Stored<T> as AtomicInt>::Atomic,
    writer: PhantomData<O>,
}

impl<T: GaugeValue, O: Writer> Gauge<T, O> {
    crate::__const_fn! {
        /// A gauge at zero.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { atomic: zero_atomic!(Stored<T>), writer: PhantomData }
        }
    }

    /// Raises the level by `amount`.
    ///
    /// # Examples
    ///
    /// ```
    /// let queued = atomic_state::Gauge::<u32>::new();
    /// queued.add(3);
    /// assert_eq!(queued.get(), 3);
    /// ```
    #[inline]
    pub fn add(&self, amount: T) {
        O::add(&self.atomic, amount.into_int().into_stored());
    }

    /// Lowers the level by `amount`. The subtraction may come before the addition that it undoes: nothing is lost, and an
    /// unsigned gauge reads 0 until both are done.
    ///
    /// # Examples
    ///
    /// ```
    /// let queued = atomic_state::Gauge::<u32>::new();
    /// queued.sub(1);
    /// assert_eq!(queued.get(), 0);
    /// queued.add(3);
    /// assert_eq!(queued.get(), 2);
    /// ```
    #[inline]
    pub fn sub(&self, amount: T) {
        O::sub(&self.atomic, amount.into_int().into_stored());
    }

    /// Adds one, for a guard.
    #[doc(hidden)]
    #[inline]
    pub fn __enter(&self) {
        O::add(&self.atomic, Stored::<T>::ONE);
    }

    /// Subtracts what a guard has added.
    #[doc(hidden)]
    #[inline]
    pub fn __leave(&self, amount: i64) {
        O::sub(&self.atomic, Stored::<T>::from_wide(amount));
    }

    fn level(stored: Stored<T>) -> T {
        T::from_int(T::Int::from_stored(stored))
    }
}

impl<T: GaugeValue, O: Order> Gauge<T, O> {
    /// Replaces the level. Another thread's addition or subtraction happens before or after.
    ///
    /// # Examples
    ///
    /// ```
    /// let queued = atomic_state::Gauge::<u32>::new();
    /// queued.set(7);
    /// assert_eq!(queued.get(), 7);
    /// ```
    #[inline]
    pub fn set(&self, level: T) {
        Stored::<T>::store(&self.atomic, level.into_int().into_stored(), O::STORE);
    }

    /// The level at some moment during the call.
    ///
    /// # Examples
    ///
    /// ```
    /// let balance = atomic_state::Gauge::<i32>::new();
    /// balance.sub(2);
    /// assert_eq!(balance.get(), -2);
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self) -> T {
        Self::level(Stored::<T>::load(&self.atomic, O::LOAD))
    }

    /// Raises the level by one for as long as the guard lives.
    ///
    /// # Examples
    ///
    /// ```
    /// let in_flight = atomic_state::Gauge::<u32>::new();
    /// let guard = in_flight.guard();
    /// assert_eq!(in_flight.get(), 1);
    /// drop(guard);
    /// assert_eq!(in_flight.get(), 0);
    /// ```
    #[inline]
    pub fn guard(&self) -> GaugeGuard<'_, Self> {
        self.__enter();
        GaugeGuard::__new(self, 1, Self::__leave)
    }
}

/// Starts at a saved level.
impl<T: GaugeValue, O: Writer> From<T> for Gauge<T, O> {
    #[inline]
    fn from(level: T) -> Self {
        Self { atomic: level.into_int().into_level().into_atomic(), writer: PhantomData }
    }
}

impl<T: GaugeValue, O: Writer> Default for Gauge<T, O> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows the level.
impl<T: GaugeValue, O: Writer> fmt::Debug for Gauge<T, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = Self::level(Stored::<T>::load(&self.atomic, Relaxed::LOAD));
        fmt::Display::fmt(&level.value(), formatter)
    }
}

impl<T: GaugeValue, O: Writer> __Plain for Gauge<T, O> {
    type Value = T;
    const __KIND: Kind = Kind::Gauge;

    fn __since(later: &T, _: &T) -> T {
        *later
    }

    /// By way of the stored integer, so that a plain merge shows what the live one shows.
    fn __combine(total: &mut T, other: &T) {
        *total = Self::level(T::Int::merged(total.into_int().into_level(), other.into_int()));
    }

    fn __visit<V: Visitor + ?Sized>(value: &T, field: &'static Field, visitor: &mut V) {
        visitor.field(field, Some(value.value()));
    }
}

impl<T: GaugeValue, O: Writer> __Live for Gauge<T, O> {
    #[inline]
    fn __from(saved: &T) -> Self {
        Self::from(*saved)
    }

    #[inline]
    fn __merge(&self, batch: &T) {
        O::update(&self.atomic, |stored| T::Int::merged(stored, batch.into_int()));
    }
}

impl<T: GaugeValue, O: Order> __Number for Gauge<T, O> {
    #[inline]
    fn __read<R: __Read>(&self) -> T {
        self.get()
    }
}

/// One thread may lower what another raised: only the sum of all shares is a level.
#[cfg(feature = "per-thread")]
impl<T: GaugeValue> Share for Gauge<T, crate::writer::Single> {
    fn total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> T {
        let stored = |gauge: &Self| Stored::<T>::load(&gauge.atomic, Relaxed::LOAD);
        Self::level(shares().fold(stored(base), |level, share| level.wrapping_add(stored(share))))
    }

    fn take_total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> T {
        Self::total(base, shares)
    }
}

checked! { <T: GaugeValue, O: Writer> Gauge<T, O> }

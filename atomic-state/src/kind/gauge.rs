//! The `#[gauge]` kind: a number that goes up and down.

mod guards;
pub mod peak;
mod state;
mod value;
pub mod watched;
#[cfg(feature = "wait")]
pub mod zero;

use core::fmt;
use core::marker::PhantomData;

use self::peak::{AsPeak, PeakField, PeakKind};
use self::value::GaugeInt;
pub use self::value::GaugeValue;
use self::watched::{WatchedGauge, ZeroWakers};
use crate::int::{sealed::AtomicInt, zero_atomic};
use crate::ordering::{Order, Relaxed};
use crate::several::{Places, Several};
use crate::writer::Writer;

type Stored<T> = <<T as GaugeValue>::Int as GaugeInt>::Stored;

/// A number that any thread raises and lowers through a shared reference: the cell behind a `#[gauge]` field.
///
/// - **It does not drift.** Each change is one `fetch_add` or `fetch_sub` in two's complement. In any order, additions
///   and subtractions add up exactly.
/// - **An unsigned gauge shows no underflow.** If more has been subtracted than added so far, it reads 0, and the right
///   level as soon as both are done. A level that the type cannot hold shows as the nearest level that it can. A `u64`
///   or `usize` gauge holds levels up to half of its range (`i64::MAX`, `isize::MAX`), which no count of things in
///   flight comes near: beyond that it wraps and shows 0. So does a `u32` gauge where the target has no 64-bit atomics.
/// - **It is no register.** For a number that is only set, such as an id or a timestamp, use a
///   [`LastValue`](crate::LastValue), which keeps every bit.
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
        O::__add(&self.atomic, amount.into_int().into_stored());
    }

    /// Lowers the level by `amount`. The subtraction may come before the addition that it undoes: nothing is lost, and
    /// an unsigned gauge reads 0 until both are done.
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
        O::__sub(&self.atomic, amount.into_int().into_stored());
    }

    /// Raises the level by one.
    ///
    /// # Examples
    ///
    /// ```
    /// let queued = atomic_state::Gauge::<u32>::new();
    /// queued.increment();
    /// assert_eq!(queued.get(), 1);
    /// ```
    #[inline]
    pub fn increment(&self) {
        O::__add(&self.atomic, Stored::<T>::ONE);
    }

    /// Lowers the level by one.
    ///
    /// # Examples
    ///
    /// ```
    /// let balance = atomic_state::Gauge::<i32>::new();
    /// balance.decrement();
    /// assert_eq!(balance.get(), -1);
    /// ```
    #[inline]
    pub fn decrement(&self) {
        O::__sub(&self.atomic, Stored::<T>::ONE);
    }

    /// Adds one, for a guard. Returns what the guard is to give back.
    #[doc(hidden)]
    #[inline]
    pub fn __enter(this: &Self) -> i64 {
        this.increment();
        1
    }

    /// The same for an amount.
    #[doc(hidden)]
    #[inline]
    pub fn __enter_by(this: &Self, amount: T) -> i64 {
        this.add(amount);
        amount.into_int().into_stored().into_wide()
    }

    /// Subtracts what a guard has added.
    #[doc(hidden)]
    #[inline]
    pub fn __leave(this: &Self, amount: i64) {
        O::__sub(&this.atomic, Stored::<T>::from_wide(amount));
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

    /// Raises the level by `amount`, and returns the level from **before**.
    ///
    /// # Examples
    ///
    /// ```
    /// let queued = atomic_state::Gauge::<u32>::new();
    /// queued.set(7);
    /// assert_eq!(queued.fetch(2), 7);
    /// assert_eq!(queued.get(), 9);
    /// ```
    #[inline]
    pub fn fetch(&self, amount: T) -> T {
        Self::level(O::__add(&self.atomic, amount.into_int().into_stored()))
    }

    /// Adds one if the level is below the limit, and returns what the guard is to give back.
    #[doc(hidden)]
    #[inline]
    pub fn __try_enter(this: &Self, limit: T) -> Option<i64> {
        this.raise_below(limit.into_int().into_level()).map(|_| 1)
    }

    /// Adds one if the level is below the limit, and returns the level that this makes.
    #[inline]
    fn raise_below(&self, limit: Stored<T>) -> Option<Stored<T>> {
        let mut level = Stored::<T>::load(&self.atomic, O::LOAD);
        while level < limit {
            let raised = level.wrapping_add(Stored::<T>::ONE);
            match Stored::<T>::compare_exchange(&self.atomic, level, raised, O::MODIFY, O::LOAD) {
                Ok(_) => return Some(raised),
                Err(now) => level = now,
            }
        }
        None
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

checked! { <T: GaugeValue, O: Writer> Gauge<T, O> }

impl<T: GaugeValue, O: Order, P: PeakKind, Z: ZeroWakers> CellFor<(O, P, Z), true> for T {
    type Cell = WatchedGauge<T, O, P, Z>;
}

impl<S: Places, T: GaugeValue, O: Order, P: PeakKind, Z: ZeroWakers> SeveralFor<S, (O, P, Z), true> for T {
    type Cells = Several<S, WatchedGauge<T, O, P, Z>>;
}

impl<T: GaugeValue> CellFor<AsPeak, true> for T {
    type Cell = PeakField<T>;
}

//! The guards of a gauge that stands by itself.

use super::{Gauge, GaugeValue};
use crate::kind::guard::GaugeGuard;
use crate::ordering::Order;

impl<T: GaugeValue, O: Order> Gauge<T, O> {
    /// Raises the level by one for as long as the guard lives, if the level is below `limit`. Of any number of threads
    /// that call this at the same time, exactly so many get a guard that the level reaches the limit and does not pass
    /// it.
    ///
    /// A negative level, from a subtraction that comes before the addition that it undoes, counts as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// let in_flight = atomic_state::Gauge::<u32>::new();
    /// let first = in_flight.try_guard(1);
    /// assert!(first.is_some());
    /// assert!(in_flight.try_guard(1).is_none());
    /// drop(first);
    /// assert!(in_flight.try_guard(1).is_some());
    /// ```
    #[must_use = "the gauge goes down again as soon as the guard is dropped: write `let _guard = …`"]
    #[inline]
    pub fn try_guard(&self, limit: T) -> Option<GaugeGuard<'_, Self>> {
        Self::__try_enter(self, limit).map(|amount| GaugeGuard::__new(self, 0, amount, Self::leave_only))
    }

    /// Raises the level by `amount` for as long as the guard lives.
    ///
    /// # Examples
    ///
    /// ```
    /// let bytes = atomic_state::Gauge::<u64>::new();
    /// let guard = bytes.guard_by(1500);
    /// assert_eq!(bytes.get(), 1500);
    /// drop(guard);
    /// assert_eq!(bytes.get(), 0);
    /// ```
    #[inline]
    pub fn guard_by(&self, amount: T) -> GaugeGuard<'_, Self> {
        GaugeGuard::__new(self, 0, Self::__enter_by(self, amount), Self::leave_only)
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
        GaugeGuard::__new(self, 0, Self::__enter(self), Self::leave_only)
    }

    /// The same, for a guard of this gauge alone.
    fn leave_only(&self, _: usize, amount: i64) {
        Self::__leave(self, amount);
    }
}

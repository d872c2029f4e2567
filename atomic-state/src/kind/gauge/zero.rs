//! Waiting until a gauge shows zero.

use super::peak::PeakKind;
use super::watched::{WatchedGauge, ZeroWakers};
use super::{GaugeInt, GaugeValue, Stored};
use crate::int::sealed::AtomicInt;
use crate::ordering::Order;
use crate::wait::{Awaited, Wakers, ways_to_wait};

impl ZeroWakers for Wakers {
    #[cfg(not(atomic_state_loom))]
    #[allow(clippy::declare_interior_mutable_const, reason = "each use starts a list of its own")]
    const NEW: Self = Self::new();

    fn __none() -> Self {
        Self::new()
    }

    #[inline]
    fn __wake(&self) {
        self.wake();
    }
}

impl<T: GaugeValue, O: Order, P: PeakKind> Awaited for WatchedGauge<T, O, P, Wakers> {
    fn is_over(&self) -> bool {
        shows_zero::<T>(Stored::<T>::load(&self.gauge.atomic, O::LOAD))
    }

    fn look_again(&self) -> bool {
        shows_zero::<T>(Stored::<T>::fetch_add(&self.gauge.atomic, Stored::<T>::ZERO, O::MODIFY))
    }

    fn wakers(&self) -> &Wakers {
        &self.zero
    }
}

fn shows_zero<T: GaugeValue>(stored: Stored<T>) -> bool {
    T::Int::from_stored(stored) == T::Int::ZERO
}

/// What a generated method returns.
pub fn wait_zero<T: GaugeValue, O: Order, P: PeakKind>(gauge: &WatchedGauge<T, O, P, Wakers>) -> ZeroWait<'_> {
    ZeroWait::new(gauge)
}

ways_to_wait! {
    /// Waits until a gauge shows zero, without polling: returned by the method that `#[gauge(wait_zero = …)]`
    /// generates.
    ///
    /// - **A wait ends when it has seen the gauge at zero**, or when its time is over. A gauge that is at zero already
    ///   ends the wait at once.
    /// - **What the holders did is visible after the wait**: everything that a thread did before it gave its part back.
    ///   For this, the changes of a gauge with `wait_zero` are `AcqRel`.
    /// - **A waiter can miss a zero that is left again before it looks.** So stop admitting first. Then "stop was asked
    ///   for, wait until nobody is in flight" misses nothing, "nobody already" included.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::sync::Arc;
    /// use std::thread;
    /// use std::time::Duration;
    ///
    /// use atomic_state::AtomicState;
    ///
    /// #[derive(AtomicState)]
    /// struct Server {
    ///     #[gauge(owned_guard = enter, wait_zero = drained)]
    ///     in_flight: u32,
    /// }
    ///
    /// let server = Arc::new(ServerState::new());
    /// let request = server.enter();
    /// assert!(!server.drained().wait_timeout(Duration::from_millis(1)));
    ///
    /// thread::spawn(move || drop(request));
    /// server.drained().wait();
    /// assert_eq!(server.in_flight(), 0);
    /// ```
    ZeroWait<'a>(&'a dyn Awaited)
}

//! Waiting until a gauge shows zero.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
#[cfg(not(target_family = "wasm"))]
use core::time::Duration;
#[cfg(not(target_family = "wasm"))]
use std::time::Instant;

use super::watched::{PeakKind, WatchedGauge, ZeroWakers};
use super::{GaugeInt, GaugeValue, Stored};
use crate::int::sealed::AtomicInt;
use crate::ordering::Order;
use crate::wait::{Awaited, Waiting, Wakers};

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

/// Any gauge that can be waited for.
type AnyGauge<'a> = dyn Awaited + Send + Sync + 'a;

impl Awaited for &AnyGauge<'_> {
    fn is_over(&self) -> bool {
        (**self).is_over()
    }

    fn look_again(&self) -> bool {
        (**self).look_again()
    }

    fn wakers(&self) -> &Wakers {
        (**self).wakers()
    }
}

/// What a generated method returns.
pub fn wait_zero<'a, T: GaugeValue, O: Order, P: PeakKind>(gauge: &'a WatchedGauge<T, O, P, Wakers>) -> ZeroWait<'a>
where
    WatchedGauge<T, O, P, Wakers>: Send + Sync + 'a,
{
    ZeroWait { waiting: Waiting::new(gauge) }
}

/// Waits until a gauge shows zero, without polling: returned by the method that `#[gauge(wait_zero = …)]` generates.
///
/// | | |
/// | --- | --- |
/// | `.await` | on any executor, in a `select!`, and cancelled by dropping it |
/// | [`wait`](Self::wait) | blocks this thread |
/// | [`wait_timeout`](Self::wait_timeout), [`wait_deadline`](Self::wait_deadline) | block it for so long at most |
///
/// - **A wait ends when it has seen the gauge at zero**, or when its time is over. A gauge that is at zero already ends
///   the wait at once.
/// - **What the holders did is visible after the wait**: everything that a thread did before it gave its part back. For
///   this, the changes of a gauge with `wait_zero` are `AcqRel`.
/// - **A waiter can miss a zero that is left again before it looks.** So stop admitting first. Then "stop was asked
///   for, wait until nobody is in flight" misses nothing, "nobody already" included.
/// - **A wait allocates**, unless the gauge is at zero already.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
/// use std::thread;
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
/// thread::spawn(move || drop(request));
/// server.drained().wait();
/// assert_eq!(server.in_flight(), 0);
/// ```
#[must_use = "waits only when awaited, or by `wait`, `wait_timeout` or `wait_deadline`"]
pub struct ZeroWait<'a> {
    waiting: Waiting<&'a AnyGauge<'a>>,
}

#[cfg(not(target_family = "wasm"))]
impl ZeroWait<'_> {
    /// Blocks this thread until the gauge shows zero. Not for async code, where it would block the executor: `.await`
    /// there.
    ///
    /// # Examples
    ///
    /// See [`ZeroWait`].
    pub fn wait(self) {
        self.waiting.wait();
    }

    /// Blocks this thread until the gauge shows zero, for so long at most. True if the gauge showed zero.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use atomic_state::AtomicState;
    ///
    /// #[derive(AtomicState)]
    /// struct Server {
    ///     #[gauge(guard = enter, wait_zero = drained)]
    ///     in_flight: u32,
    /// }
    ///
    /// let server = ServerState::new();
    /// let request = server.enter();
    /// assert!(!server.drained().wait_timeout(Duration::from_millis(1)));
    /// drop(request);
    /// assert!(server.drained().wait_timeout(Duration::from_millis(1)));
    /// ```
    #[must_use = "it may be the time that ended the wait"]
    pub fn wait_timeout(self, timeout: Duration) -> bool {
        self.waiting.wait_timeout(timeout)
    }

    /// Blocks this thread until the gauge shows zero, but until `deadline` at most. True if the gauge showed zero.
    ///
    /// # Examples
    ///
    /// Like [`wait_timeout`](Self::wait_timeout), with `Instant::now() + timeout`.
    #[must_use = "it may be the time that ended the wait"]
    pub fn wait_deadline(self, deadline: Instant) -> bool {
        self.waiting.wait_deadline(deadline)
    }
}

impl Future for ZeroWait<'_> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.get_mut().waiting.poll(context.waker())
    }
}

impl fmt::Debug for ZeroWait<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("ZeroWait").finish_non_exhaustive()
    }
}

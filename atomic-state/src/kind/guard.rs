//! Guards of a gauge: an amount in the gauge for as long as the guard lives.

use core::fmt;
#[cfg(feature = "std")]
use std::sync::Arc;

/// What a guard does when it is dropped. A function pointer that the compiler sees through where the guard is made and
/// dropped in one function.
struct Leave<S> {
    give_back: fn(&S, i64),
    amount: i64,
}

/// An amount in a gauge of the state `S`, given back when this guard is dropped: at the end of a scope, on an early return,
/// in a panic, and when the future that holds the guard is cancelled.
///
/// Leaking the guard (`mem::forget`) leaves the gauge too high.
///
/// # Examples
///
/// ```
/// use atomic_state::{AtomicState, GaugeGuard};
///
/// #[derive(AtomicState)]
/// struct Server {
///     #[gauge(guard = enter)]
///     in_flight: u32,
/// }
///
/// struct Request<'a> {
///     _guard: GaugeGuard<'a, ServerState>,
/// }
///
/// let server = ServerState::new();
/// let request = Request { _guard: server.enter() };
/// assert_eq!(server.in_flight(), 1);
/// drop(request);
/// assert_eq!(server.in_flight(), 0);
/// ```
#[must_use = "the gauge goes down again as soon as the guard is dropped"]
pub struct GaugeGuard<'a, S> {
    state: &'a S,
    leave: Leave<S>,
}

impl<'a, S> GaugeGuard<'a, S> {
    #[doc(hidden)]
    #[inline]
    pub fn __new(state: &'a S, amount: i64, give_back: fn(&S, i64)) -> Self {
        Self { state, leave: Leave { give_back, amount } }
    }
}

impl<S> Drop for GaugeGuard<'_, S> {
    #[inline]
    fn drop(&mut self) {
        (self.leave.give_back)(self.state, self.leave.amount);
    }
}

impl<S> fmt::Debug for GaugeGuard<'_, S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("GaugeGuard").finish_non_exhaustive()
    }
}

/// A [`GaugeGuard`] that keeps the state alive and borrows nothing, for a task that outlives its function.
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
///     #[gauge(owned_guard = enter)]
///     in_flight: u32,
/// }
///
/// let server = Arc::new(ServerState::new());
/// let guard = server.enter();
/// thread::spawn(move || drop(guard)).join().unwrap();
/// assert_eq!(server.in_flight(), 0);
/// ```
#[cfg(feature = "std")]
#[must_use = "the gauge goes down again as soon as the guard is dropped"]
pub struct OwnedGaugeGuard<S> {
    state: Arc<S>,
    leave: Leave<S>,
}

#[cfg(feature = "std")]
impl<S> OwnedGaugeGuard<S> {
    #[doc(hidden)]
    #[inline]
    pub fn __new(state: &Arc<S>, amount: i64, give_back: fn(&S, i64)) -> Self {
        Self { state: Arc::clone(state), leave: Leave { give_back, amount } }
    }
}

#[cfg(feature = "std")]
impl<S> Drop for OwnedGaugeGuard<S> {
    #[inline]
    fn drop(&mut self) {
        (self.leave.give_back)(&self.state, self.leave.amount);
    }
}

#[cfg(feature = "std")]
impl<S> fmt::Debug for OwnedGaugeGuard<S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("OwnedGaugeGuard").finish_non_exhaustive()
    }
}

//! Guards of a gauge: an amount in the gauge for as long as the guard lives.

use core::fmt;
#[cfg(feature = "std")]
use core::mem;
#[cfg(feature = "std")]
use std::{boxed::Box, sync::Arc};

/// What a guard does when it is dropped. The compiler sees through the function pointer where the guard is made and
/// dropped in one function.
struct Leave<S> {
    give_back: fn(&S, usize, i64),
    /// Which of several gauges in the field.
    place: usize,
    amount: i64,
}

/// An amount in a gauge of the state `S`, given back when this guard is dropped: at the end of a scope, on an early
/// return, in a panic, and when the future that holds the guard is cancelled.
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
#[must_use = "the gauge goes down again as soon as the guard is dropped: write `let _guard = …`"]
pub struct GaugeGuard<'a, S> {
    state: &'a S,
    leave: Leave<S>,
}

impl<'a, S> GaugeGuard<'a, S> {
    #[doc(hidden)]
    #[inline]
    pub fn __new(state: &'a S, place: usize, amount: i64, give_back: fn(&S, usize, i64)) -> Self {
        Self { state, leave: Leave { give_back, place, amount } }
    }

    /// Turns the guard into one that borrows nothing: `owner`, which the state is a part of, keeps the state alive.
    ///
    /// `find` returns the state in its owner. The function may capture values; one that captures none does not
    /// allocate.
    ///
    /// # Panics
    ///
    /// If `find` returns another state than the one that this guard came from.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use atomic_state::{AtomicState, OwnedGaugeGuard};
    ///
    /// #[derive(AtomicState)]
    /// struct Route {
    ///     #[gauge(guard = enter)]
    ///     in_flight: u32,
    /// }
    ///
    /// struct App {
    ///     home: RouteState,
    /// }
    ///
    /// let app = Arc::new(App { home: RouteState::new() });
    /// let guard: OwnedGaugeGuard<RouteState, App> = app.home.enter().owned_by(&app, |app| &app.home);
    /// assert_eq!(app.home.in_flight(), 1);
    /// drop(guard);
    /// assert_eq!(app.home.in_flight(), 0);
    /// ```
    #[cfg(feature = "std")]
    pub fn owned_by<A>(self, owner: &Arc<A>, find: impl Fn(&A) -> &S + Send + Sync + 'static) -> OwnedGaugeGuard<S, A> {
        assert!(core::ptr::eq(find(owner), self.state), "this is not the state that the guard came from");
        let Leave { give_back, place, amount } = self.leave;
        let leave = Leave { give_back, place, amount };
        // From here on, the other guard gives the amount back.
        mem::forget(self);
        OwnedGaugeGuard { owner: Arc::clone(owner), find: Box::new(find), leave }
    }
}

impl<S> Drop for GaugeGuard<'_, S> {
    #[inline]
    fn drop(&mut self) {
        (self.leave.give_back)(self.state, self.leave.place, self.leave.amount);
    }
}

impl<S> fmt::Debug for GaugeGuard<'_, S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("GaugeGuard").finish_non_exhaustive()
    }
}

/// A [`GaugeGuard`] that borrows nothing, for a task that outlives its function. It keeps alive the state `S`, or the
/// `A` that the state is a part of: see [`GaugeGuard::owned_by`].
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
#[must_use = "the gauge goes down again as soon as the guard is dropped: write `let _guard = …`"]
pub struct OwnedGaugeGuard<S, A = S> {
    owner: Arc<A>,
    find: Box<dyn Fn(&A) -> &S + Send + Sync>,
    leave: Leave<S>,
}

#[cfg(feature = "std")]
impl<S> OwnedGaugeGuard<S> {
    #[doc(hidden)]
    #[inline]
    pub fn __new(state: &Arc<S>, place: usize, amount: i64, give_back: fn(&S, usize, i64)) -> Self {
        // It captures nothing, so the box allocates nothing.
        Self { owner: Arc::clone(state), find: Box::new(|state| state), leave: Leave { give_back, place, amount } }
    }
}

#[cfg(feature = "std")]
impl<S, A> Drop for OwnedGaugeGuard<S, A> {
    #[inline]
    fn drop(&mut self) {
        (self.leave.give_back)((self.find)(&self.owner), self.leave.place, self.leave.amount);
    }
}

#[cfg(feature = "std")]
impl<S, A> fmt::Debug for OwnedGaugeGuard<S, A> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("OwnedGaugeGuard").finish_non_exhaustive()
    }
}

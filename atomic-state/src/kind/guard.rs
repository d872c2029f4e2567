//! Guards of a gauge: one more in it for as long as they live.

use core::fmt;
#[cfg(feature = "std")]
use std::sync::Arc;

/// Something with a gauge in it: a state whose field number `FIELD` is one, or a [`Gauge`](crate::Gauge) by itself.
#[doc(hidden)]
pub trait Guarded<const FIELD: usize> {
    /// Gives back what a guard has added.
    fn leave(&self);
}

/// One in a gauge of `S`, given back when this is dropped: at the end of a scope, on an early return, in a panic, and when
/// the future that holds it is cancelled. Leaking it (`mem::forget`) leaves the gauge one too high.
///
/// `S` is a state, and `FIELD` the gauge's position among its fields, counted from 0; or `S` is a [`Gauge`](crate::Gauge) by itself.
#[must_use = "the gauge goes down again as soon as the guard is dropped"]
pub struct GaugeGuard<'a, S: Guarded<FIELD>, const FIELD: usize = 0> {
    state: &'a S,
}

impl<'a, S: Guarded<FIELD>, const FIELD: usize> GaugeGuard<'a, S, FIELD> {
    #[doc(hidden)]
    #[inline]
    pub fn new(state: &'a S) -> Self {
        Self { state }
    }
}

impl<S: Guarded<FIELD>, const FIELD: usize> Drop for GaugeGuard<'_, S, FIELD> {
    #[inline]
    fn drop(&mut self) {
        self.state.leave();
    }
}

impl<S: Guarded<FIELD>, const FIELD: usize> fmt::Debug for GaugeGuard<'_, S, FIELD> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("GaugeGuard").finish_non_exhaustive()
    }
}

/// As a [`GaugeGuard`], but it keeps the state alive and borrows nothing: for a task that outlives its function.
#[cfg(feature = "std")]
#[must_use = "the gauge goes down again as soon as the guard is dropped"]
pub struct OwnedGaugeGuard<S: Guarded<FIELD>, const FIELD: usize = 0> {
    state: Arc<S>,
}

#[cfg(feature = "std")]
impl<S: Guarded<FIELD>, const FIELD: usize> OwnedGaugeGuard<S, FIELD> {
    #[doc(hidden)]
    #[inline]
    pub fn new(state: &Arc<S>) -> Self {
        Self { state: Arc::clone(state) }
    }
}

#[cfg(feature = "std")]
impl<S: Guarded<FIELD>, const FIELD: usize> Drop for OwnedGaugeGuard<S, FIELD> {
    #[inline]
    fn drop(&mut self) {
        self.state.leave();
    }
}

#[cfg(feature = "std")]
impl<S: Guarded<FIELD>, const FIELD: usize> fmt::Debug for OwnedGaugeGuard<S, FIELD> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("OwnedGaugeGuard").finish_non_exhaustive()
    }
}

//! A timer that records how long it lived.

use core::fmt;
use core::mem;
use core::time::Duration;
use std::time::Instant;

/// Records in a histogram of the state `S` how much time passed until this timer was dropped: at the end of a scope, on
/// an early return, in a panic, and when the future that holds the timer is cancelled.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use atomic_state::{AtomicState, Histogram};
///
/// #[derive(AtomicState)]
/// struct Server {
///     #[histogram(timer = time_request)]
///     latency: Histogram<Duration>,
/// }
///
/// let server = ServerState::new();
/// {
///     let _timer = server.time_request();
///     // The request is handled here.
/// }
/// assert_eq!(server.latency().count(), 1);
///
/// server.time_request().discard();
/// assert_eq!(server.latency().count(), 1);
/// ```
#[must_use = "the time is recorded as soon as the timer is dropped: write `let _timer = …`"]
pub struct HistogramTimer<'a, S> {
    state: &'a S,
    /// Which of several histograms.
    place: usize,
    start: Instant,
    record: fn(&S, usize, Duration),
}

impl<'a, S> HistogramTimer<'a, S> {
    #[doc(hidden)]
    #[inline]
    pub fn __new(state: &'a S, place: usize, record: fn(&S, usize, Duration)) -> Self {
        Self { state, place, start: Instant::now(), record }
    }

    /// Ends the timer and records nothing. See [above](Self) for an example.
    pub fn discard(self) {
        // It holds nothing that has to be dropped.
        mem::forget(self);
    }
}

impl<S> Drop for HistogramTimer<'_, S> {
    #[inline]
    fn drop(&mut self) {
        (self.record)(self.state, self.place, self.start.elapsed());
    }
}

/// Shows the time so far.
impl<S> fmt::Debug for HistogramTimer<'_, S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("HistogramTimer").field("elapsed", &self.start.elapsed()).finish_non_exhaustive()
    }
}

//! What happened since the last look at a state.

use crate::{AtomicState, LiveState};

/// Keeps the last snapshot of a state, and tells what happened since. The state's totals go on.
///
/// Two reporters with an interval each do not disturb one another, as two that [`take`](LiveState::take) would. A
/// minimum or maximum is the one since the start, or since the last `take`: an interval cannot restart it for one
/// reporter only. If somebody takes from the state in between, [`next`](Self::next) shows what came after that, as
/// [`since`](AtomicState::since) does.
///
/// # Examples
///
/// ```
/// use atomic_state::{AtomicState, Interval};
///
/// #[derive(AtomicState)]
/// struct Jobs {
///     #[counter(increment = finish)]
///     done: u64,
/// }
///
/// let jobs = JobsState::new();
/// jobs.finish();
/// let mut minute = Interval::new(&jobs);
/// jobs.finish();
/// jobs.finish();
/// assert_eq!(minute.next(&jobs).done, 2);
/// assert_eq!(minute.next(&jobs).done, 0);
/// assert_eq!(jobs.done(), 3);
///
/// // A state in an `Arc` is lent by `&*`.
/// let shared = std::sync::Arc::new(JobsState::new());
/// let mut hour = Interval::new(&*shared);
/// shared.finish();
/// assert_eq!(hour.next(&shared).done, 1);
/// ```
///
/// For extremes of the interval, see [a report with peaks](mod@crate::guide#a-report-with-peaks).
#[derive(Clone, Debug)]
pub struct Interval<S: LiveState> {
    last: S::Snapshot,
}

impl<S: LiveState> Interval<S> {
    /// An interval that begins now.
    ///
    /// # Examples
    ///
    /// See [`Interval`].
    #[must_use]
    pub fn new(state: &S) -> Self {
        Self { last: state.snapshot() }
    }

    /// What happened since the last call, or since the interval was made, and begins the next interval.
    ///
    /// # Examples
    ///
    /// See [`Interval`].
    pub fn next(&mut self, state: &S) -> S::Snapshot {
        let now = state.snapshot();
        let since = now.since(&self.last);
        self.last = now;
        since
    }

    /// The snapshot that the interval began with.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::{AtomicState, Interval};
    ///
    /// #[derive(AtomicState)]
    /// struct Jobs {
    ///     #[counter]
    ///     done: u64,
    /// }
    ///
    /// let jobs = JobsState::new();
    /// jobs.record_done(5);
    /// assert_eq!(Interval::new(&jobs).start().done, 5);
    /// ```
    #[must_use]
    pub fn start(&self) -> &S::Snapshot {
        &self.last
    }
}

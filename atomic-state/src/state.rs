//! The traits that tie a plain struct to its live state.

use core::fmt::Debug;

use crate::metadata::{Field, Visitor};

/// A plain struct with a live state: what `#[derive(AtomicState)]` implements.
///
/// The struct itself stays plain: it is what a snapshot returns and what a state can start from.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no live state",
    label = "does not derive `AtomicState`",
    note = "write `#[derive(AtomicState)]` on the struct"
)]
pub trait AtomicState: Sized {
    /// The fields, in the order of their declaration.
    const FIELDS: &'static [Field];

    /// What happened between an earlier snapshot and this one: counters subtract, wrapping, and everything else is as it
    /// is in this one.
    ///
    /// ```
    /// use atomic_state::AtomicState;
    ///
    /// #[derive(AtomicState)]
    /// struct Jobs {
    ///     #[counter]
    ///     done: u32,
    /// }
    ///
    /// let jobs = JobsState::new();
    /// jobs.record_done(5);
    /// let before = jobs.snapshot();
    /// jobs.record_done(2);
    /// assert_eq!(jobs.snapshot().since(&before).done, 2);
    /// ```
    #[must_use]
    fn since(&self, earlier: &Self) -> Self;

    /// Adds another's values to these: counters and gauges add, wrapping, a flag is set if either is, and of minima and
    /// maxima the better one stays. The order in which several are merged makes no difference.
    ///
    /// ```
    /// use atomic_state::AtomicState;
    ///
    /// #[derive(AtomicState, Default)]
    /// struct Jobs {
    ///     #[counter]
    ///     done: u32,
    ///     #[max]
    ///     largest: Option<u64>,
    /// }
    ///
    /// let mut total = Jobs::default();
    /// total.merge(&Jobs { done: 3, largest: Some(10) });
    /// total.merge(&Jobs { done: 4, largest: None });
    /// assert_eq!((total.done, total.largest), (7, Some(10)));
    /// ```
    fn merge(&mut self, other: &Self);

    /// Shows each field and its value to a [`Visitor`], in the order of their declaration.
    fn visit<V: Visitor + ?Sized>(&self, visitor: &mut V);
}

/// Names the live state of a plain struct: `<Worker as HasState>::State` is `WorkerState`.
///
/// Derived along with [`AtomicState`], except where `vis = …` makes the state less visible than its struct; a public
/// trait may not name a private type.
///
/// ```
/// use atomic_state::{AtomicState, HasState, LiveState};
///
/// #[derive(AtomicState, Debug, PartialEq)]
/// pub struct Jobs {
///     #[counter]
///     done: u32,
/// }
///
/// fn restore<T: HasState>(saved: T) -> T::State {
///     saved.into_state()
/// }
///
/// assert_eq!(restore(Jobs { done: 3 }).snapshot(), Jobs { done: 3 });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say what its live state is",
    label = "no live state that can be named here",
    note = "derive `AtomicState` on it, without a `vis` that hides its state"
)]
pub trait HasState: AtomicState {
    /// The live state.
    type State: LiveState<Snapshot = Self>;

    /// A live state that starts from these values.
    fn into_state(self) -> Self::State {
        Self::State::from(self)
    }
}

/// A live state, for code that works with any of them.
///
/// ```
/// use atomic_state::{AtomicState, LiveState};
///
/// #[derive(AtomicState)]
/// struct Jobs {
///     #[counter(increment = finish)]
///     done: u32,
/// }
///
/// /// Reads once a second, or whenever it is called.
/// fn report<S: LiveState>(state: &S, show: impl Fn(S::Snapshot)) {
///     show(state.snapshot());
/// }
///
/// let jobs = JobsState::new();
/// jobs.finish();
/// report(&jobs, |seen| assert_eq!(seen.done, 1));
/// ```
pub trait LiveState: Debug + Default + From<Self::Snapshot> + Send + Sync {
    /// The plain struct.
    type Snapshot: AtomicState;

    /// Reads every field: flags first, those of nested states too, then the others in the order of their declaration.
    ///
    /// If the snapshot shows a flag set, its other fields include all that the thread which set it had recorded before.
    /// It is not a cut across the fields, flags among themselves included: they are read one after the other while other
    /// threads go on. Values that must agree with
    /// each other belong in an `Arc<Mutex<_>>`.
    #[must_use]
    #[inline]
    fn snapshot(&self) -> Self::Snapshot {
        let mut seen = self.__early();
        self.__late(&mut seen);
        seen
    }

    /// As [`snapshot`](Self::snapshot), and starts a new interval: counters restart at zero, minima and maxima without a
    /// sample. Gauges and flags stay.
    ///
    /// Each field is read and restarted in one step, so that of several takers each recorded amount goes to exactly one.
    #[inline]
    fn take(&self) -> Self::Snapshot {
        let mut seen = self.__early();
        self.__take_late(&mut seen);
        seen
    }

    /// Adds a batch that one thread collected in a plain struct, without atomics, by the rules of
    /// [`AtomicState::merge`]. Flags come last, those of nested states too: who sees one that this call set sees the rest
    /// of the batch.
    #[inline]
    fn merge(&self, batch: &Self::Snapshot) {
        self.__merge(batch);
        self.__merge_flags(batch);
    }

    /// See [`New`](crate::__private::initial).
    #[cfg(not(atomic_state_loom))]
    #[doc(hidden)]
    const __NEW: Self;
    /// The same, where there are no constants of atomics.
    #[cfg(atomic_state_loom)]
    #[doc(hidden)]
    fn __new() -> Self;

    /// The first pass of a snapshot: flags.
    #[doc(hidden)]
    fn __early(&self) -> Self::Snapshot;
    /// The second pass: the rest.
    #[doc(hidden)]
    fn __late(&self, seen: &mut Self::Snapshot);
    /// The second pass of a `take`.
    #[doc(hidden)]
    fn __take_late(&self, seen: &mut Self::Snapshot);
    /// The first pass of a `merge`: all but flags.
    #[doc(hidden)]
    fn __merge(&self, batch: &Self::Snapshot);
    /// The second pass: flags.
    #[doc(hidden)]
    fn __merge_flags(&self, batch: &Self::Snapshot);
    /// Mentions every generated method, so that a program which needs only some draws no warning for the rest.
    #[doc(hidden)]
    fn __mention_all() {}
}

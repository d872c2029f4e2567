//! The traits that tie a plain struct to its live state.

use core::fmt::Debug;

use crate::cell::{__Read, __Snapshot, __Take, __TakeExtremes};
use crate::metadata::{Field, Visitor};

/// A plain struct with a live state: what `#[derive(AtomicState)]` implements.
///
/// A snapshot returns the plain struct, and a state can start from one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no live state",
    label = "does not derive `AtomicState`",
    note = "write `#[derive(AtomicState)]` on the struct"
)]
pub trait AtomicState: Sized {
    /// The fields, in the order of their declaration.
    const FIELDS: &'static [Field];

    /// What happened between an earlier snapshot and this one. Counters become the difference. Gauges, flags and
    /// extremes keep this snapshot's value.
    ///
    /// Counters of 8, 16 and 32 bits wrap, and so does their difference. If a counter of 64 bits or of a `Duration` is
    /// smaller than before, somebody restarted it ([`take`](LiveState::take), or a new process): the difference is then
    /// what this snapshot shows, as Prometheus' `increase` has it. A restart cannot be seen once the new total has
    /// passed the earlier one, nor on a narrow counter.
    ///
    /// # Examples
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

    /// Adds another's values to these. Counters and gauges add, a flag is set if either is, and the better extreme
    /// stays. The order in which several structs are merged makes no difference.
    ///
    /// # Examples
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
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::{AtomicState, Field, Value, Visitor};
    ///
    /// #[derive(AtomicState)]
    /// struct Jobs {
    ///     #[counter]
    ///     done: u32,
    /// }
    ///
    /// struct Print;
    ///
    /// impl Visitor for Print {
    ///     fn field(&mut self, field: &'static Field, _: Option<usize>, value: Value<'_>) {
    ///         println!("{} = {value}", field.name);
    ///     }
    /// }
    ///
    /// Jobs { done: 3 }.visit(&mut Print);
    /// ```
    fn visit<V: Visitor + ?Sized>(&self, visitor: &mut V);
}

/// Names the live state of a plain struct: `<Worker as HasState>::State` is `WorkerState`.
///
/// [`AtomicState`]'s derive implements it too, except where `vis = …` makes the state less visible than its struct: a
/// public trait may not name a private type.
///
/// # Examples
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
    message = "the derive cannot name the live state of `{Self}`",
    label = "no live state that can be named here",
    note = "if its `vis` hides its state, write `#[nested(state = …)]` with the state's type",
    note = "if it derives nothing, write `#[derive(AtomicState)]` on `{Self}`"
)]
pub trait HasState: AtomicState {
    /// The live state.
    type State: LiveState<Snapshot = Self>;

    #[doc(hidden)]
    const __FITS: bool = true;

    /// A live state that starts from these values.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::{AtomicState, HasState};
    ///
    /// #[derive(AtomicState)]
    /// struct Jobs {
    ///     #[counter]
    ///     done: u32,
    /// }
    ///
    /// assert_eq!(Jobs { done: 3 }.into_state().done(), 3);
    /// ```
    fn into_state(self) -> Self::State {
        Self::State::from(self)
    }
}

/// A live state, for code that works with any of them. Such code makes a state with `Default::default()` or
/// [`HasState::into_state`]; `new` belongs to the generated type.
///
/// # Examples
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
/// fn report<S: LiveState>(state: &S, show: impl Fn(S::Snapshot)) {
///     show(state.snapshot());
/// }
///
/// let jobs = JobsState::new();
/// jobs.finish();
/// report(&jobs, |seen| assert_eq!(seen.done, 1));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a live state",
    label = "not generated by `#[derive(AtomicState)]`",
    note = "pass the generated `…State`, not the plain struct",
    note = "a state in an `Arc` is lent by `&*state`"
)]
pub trait LiveState: Debug + Default + From<Self::Snapshot> + Send + Sync {
    /// The plain struct.
    type Snapshot: AtomicState;

    /// Reads every field: first the flags, those of nested states too, then the others in the order of their
    /// declaration.
    ///
    /// If the snapshot shows a flag set, its other fields include everything that the setting thread recorded before.
    /// Fields, flags among them, are read one by one while other threads write, so they may differ by a moment. Values
    /// that must agree with each other belong in an `Arc<Mutex<_>>`.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::{AtomicState, LiveState};
    ///
    /// #[derive(AtomicState)]
    /// struct Jobs {
    ///     #[counter]
    ///     done: u32,
    /// }
    ///
    /// let jobs = JobsState::new();
    /// jobs.record_done(2);
    /// assert_eq!(LiveState::snapshot(&jobs).done, 2);
    /// ```
    #[must_use]
    #[inline]
    fn snapshot(&self) -> Self::Snapshot {
        self.__read_rest::<__Snapshot>(&self.__read_flags())
    }

    /// Like [`snapshot`](Self::snapshot), and starts a new interval. Counters restart at zero, histograms empty, and extremes without a
    /// sample. Gauges and flags stay.
    ///
    /// Each field is read and restarted in one step: if several threads take, each amount goes to exactly one of them.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::{AtomicState, LiveState};
    ///
    /// #[derive(AtomicState)]
    /// struct Jobs {
    ///     #[counter]
    ///     done: u32,
    /// }
    ///
    /// let jobs = JobsState::new();
    /// jobs.record_done(2);
    /// assert_eq!(LiveState::take(&jobs).done, 2);
    /// assert_eq!(jobs.done(), 0);
    /// ```
    #[inline]
    fn take(&self) -> Self::Snapshot {
        self.__read_rest::<__Take>(&self.__read_flags())
    }

    /// Like [`snapshot`](Self::snapshot), and restarts minima and maxima only. Counters go on: for a scrape or a report
    /// that shows totals, with the extremes since the one before.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::{AtomicState, LiveState};
    ///
    /// #[derive(AtomicState)]
    /// struct Jobs {
    ///     #[counter]
    ///     done: u32,
    ///     #[max]
    ///     largest: Option<u64>,
    /// }
    ///
    /// let jobs = JobsState::new();
    /// jobs.record_done(2);
    /// jobs.record_largest(70);
    /// assert_eq!(LiveState::take_extremes(&jobs).largest, Some(70));
    /// assert_eq!((jobs.done(), jobs.largest()), (2, None));
    /// ```
    #[inline]
    fn take_extremes(&self) -> Self::Snapshot {
        self.__read_rest::<__TakeExtremes>(&self.__read_flags())
    }

    /// Adds a batch that one thread collected in a plain struct, by the rules of [`AtomicState::merge`]. Flags are set
    /// last, those of nested states too: a thread that sees one of them set also sees the rest of the batch.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::{AtomicState, LiveState};
    ///
    /// #[derive(AtomicState)]
    /// struct Jobs {
    ///     #[counter]
    ///     done: u32,
    /// }
    ///
    /// let jobs = JobsState::new();
    /// LiveState::merge(&jobs, &Jobs { done: 2 });
    /// assert_eq!(jobs.done(), 2);
    /// ```
    #[inline]
    fn merge(&self, batch: &Self::Snapshot) {
        self.__merge_numbers(batch);
        self.__set_flags(batch);
    }

    /// The initial state, as a state that holds this one starts it.
    #[cfg(not(atomic_state_loom))]
    #[doc(hidden)]
    const __NEW: Self;
    /// The same, where there are no constants of atomics.
    #[cfg(atomic_state_loom)]
    #[doc(hidden)]
    fn __new() -> Self;

    /// What the flags of this state show, nested ones too.
    #[doc(hidden)]
    type __StateFlags;

    #[doc(hidden)]
    fn __from_saved(saved: &Self::Snapshot) -> Self;
    #[doc(hidden)]
    fn __read_flags(&self) -> Self::__StateFlags;
    #[doc(hidden)]
    fn __read_rest<R: __Read>(&self, flags: &Self::__StateFlags) -> Self::Snapshot;
    /// The first step of a `merge`: all but flags.
    #[doc(hidden)]
    fn __merge_numbers(&self, batch: &Self::Snapshot);
    /// The second step of a `merge`.
    #[doc(hidden)]
    fn __set_flags(&self, batch: &Self::Snapshot) {
        let _ = batch;
    }
}

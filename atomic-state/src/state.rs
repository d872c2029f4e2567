//! The traits that tie a plain struct to its live state.

mod live;

pub use self::live::LiveState;
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

    /// What happened between an earlier snapshot and this one. Counters and histograms become the difference.
    /// Everything else keeps this snapshot's value.
    ///
    /// Counters of 8, 16 and 32 bits wrap, and so does their difference. If a counter of 64 bits or of a `Duration` is
    /// smaller than before, somebody restarted it ([`take`](LiveState::take), or a new process): the difference is then
    /// what this snapshot shows, as Prometheus' `increase` has it. A restart cannot be seen once the new total has
    /// passed the earlier one, nor on a narrow counter. A histogram of which any bucket is smaller than before was
    /// restarted as a whole.
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

    /// Adds another's values to these. Counters, gauges and histograms add, a flag is set if either is, and the better
    /// extreme, the larger value and the later phase stay. The order in which several structs are merged makes no
    /// difference.
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

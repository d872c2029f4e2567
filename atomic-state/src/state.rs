//! The traits that tie a plain struct to its live state.

/// A plain struct with a live state: what `#[derive(AtomicState)]` implements.
///
/// The struct itself stays plain: it is what a snapshot returns and what a state can start from.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no live state",
    label = "does not derive `AtomicState`",
    note = "write `#[derive(AtomicState)]` on the struct"
)]
pub trait AtomicState: Sized {}

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
pub trait LiveState: Default + From<Self::Snapshot> {
    /// The plain struct.
    type Snapshot: AtomicState;

    /// Reads every field: flags first, with Acquire, then the others in the order of their declaration.
    ///
    /// If the snapshot shows a flag set, it includes all that the thread which set it had recorded before. It is not a
    /// cut across the fields: they are read one after the other while other threads go on. Values that must agree with
    /// each other belong in an `Arc<Mutex<_>>`.
    fn snapshot(&self) -> Self::Snapshot;

    /// Mentions every generated method, so that a program which needs only some draws no warning for the rest.
    #[doc(hidden)]
    fn __mention_all() {}
}

//! A phase that can be waited for: the cell of a `#[phase(wait = …)]` field, and what waits.

use core::fmt;

use super::{Phase, PhaseValue, Refused, phase_traits};
use crate::cell::{__Live, __Plain, __Publishes, __Read};
use crate::metadata::{Field, Kind, Value, Variant, Visitor};
use crate::ordering::{AcqRel, Publish};
use crate::variants::Variants;
use crate::wait::{Awaited, Wakers, ways_to_wait};

/// A phase that threads and tasks can wait for: the cell behind a `#[phase(wait = …)]` field.
///
/// It is a [`Phase`] with these differences:
///
/// - **Reading it is the same** one load.
/// - **A move wakes everyone who waits**, and each looks whether its phase is reached. If someone waits, a move takes a
///   lock for a moment and calls one waker for each waiter. [`set`](Self::set) is one swap instead of a store.
/// - **No wake-up is lost**, and wakers may do anything, as for a [`WaitFlag`](crate::WaitFlag). Like that, it is not
///   for a raw `sigaction` handler.
/// - **It is larger**: four words on a 64-bit machine. The first wait allocates the list of those who wait.
///
/// # Examples
///
/// ```
/// use std::thread;
///
/// use atomic_state::{Variants, WaitPhase};
///
/// #[derive(Variants, Clone, Copy)]
/// enum Service {
///     Starting,
///     Ready,
/// }
///
/// static PHASE: WaitPhase<Service> = WaitPhase::new();
///
/// let client = thread::spawn(|| PHASE.wait(Service::Ready).wait());
/// PHASE.advance(Service::Ready).unwrap();
/// client.join().unwrap();
/// ```
pub struct WaitPhase<E: Variants, O: Publish = AcqRel> {
    phase: Phase<E, O>,
    wakers: Wakers,
}

// All changes of the phase are by read-modify-writes: see `crate::wait`.
impl<E: Variants, O: Publish> WaitPhase<E, O> {
    crate::__const_fn! {
        /// The first variant.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { phase: Phase::new(), wakers: Wakers::new() }
        }
    }

    /// Like [`Phase::get`].
    ///
    /// # Examples
    ///
    /// See [`Phase::get`].
    #[must_use]
    #[inline]
    pub fn get(&self) -> E {
        self.phase.get()
    }

    /// Like [`Phase::advance`], and wakes everyone who waits.
    ///
    /// # Errors
    ///
    /// If the phase is `to` already, or a later one.
    ///
    /// # Examples
    ///
    /// See [`Phase::advance`].
    #[inline]
    pub fn advance(&self, to: E) -> Result<E, Refused<E>> {
        self.phase.advance(to).inspect(|_| self.wakers.wake())
    }

    /// Like [`Phase::advance_if`], and wakes everyone who waits.
    ///
    /// # Errors
    ///
    /// If `allows` refuses.
    ///
    /// # Examples
    ///
    /// See [`Phase::advance_if`].
    #[inline]
    pub fn advance_if(&self, to: E, allows: impl Fn((E, E)) -> bool) -> Result<E, Refused<E>> {
        self.phase.advance_if(to, allows).inspect(|_| self.wakers.wake())
    }

    /// Like [`Phase::set`], and wakes everyone who waits.
    ///
    /// # Examples
    ///
    /// See [`Phase::set`].
    #[inline]
    pub fn set(&self, to: E) {
        self.phase.replace(to);
        self.wakers.wake();
    }

    /// Returns a [`PhaseWait`] for `phase` or a later one: await it or block on it.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[derive(atomic_state::Variants, Clone, Copy)]
    /// # enum Service { Starting, Ready, Stopped }
    /// let phase = atomic_state::WaitPhase::<Service>::from(Service::Stopped);
    /// phase.wait(Service::Ready).wait(); // it is passed already, so this returns at once
    /// ```
    #[inline]
    pub fn wait(&self, phase: E) -> PhaseWait<'_> {
        PhaseWait::new(Reached { steps: self, target: phase.index() })
    }

    fn raise(&self, to: E) {
        self.phase.raise(to);
        self.wakers.wake();
    }
}

/// Starts in a saved phase.
impl<E: Variants, O: Publish> From<E> for WaitPhase<E, O> {
    #[inline]
    fn from(phase: E) -> Self {
        Self { phase: Phase::from(phase), wakers: Wakers::new() }
    }
}

phase_traits! { WaitPhase }

checked! { <E: PhaseValue, O: Publish> WaitPhase<E, O> }

/// What a generated method returns.
#[inline]
pub fn wait_for_phase<E: Variants, O: Publish>(cell: &WaitPhase<E, O>, phase: E) -> PhaseWait<'_> {
    cell.wait(phase)
}

/// A phase of any enum, by its index.
trait Steps: Send + Sync {
    fn index(&self) -> usize;
    fn index_by_a_change(&self) -> usize;
    fn wakers(&self) -> &Wakers;
}

impl<E: Variants, O: Publish> Steps for WaitPhase<E, O> {
    fn index(&self) -> usize {
        self.phase.index.load(O::LOAD)
    }

    fn index_by_a_change(&self) -> usize {
        self.phase.index.fetch_max(0, O::MODIFY)
    }

    fn wakers(&self) -> &Wakers {
        &self.wakers
    }
}

/// A phase at a target or past it.
pub(crate) struct Reached<'a> {
    steps: &'a dyn Steps,
    target: usize,
}

impl Awaited for Reached<'_> {
    fn is_over(&self) -> bool {
        self.steps.index() >= self.target
    }

    fn look_again(&self) -> bool {
        self.steps.index_by_a_change() >= self.target
    }

    fn wakers(&self) -> &Wakers {
        self.steps.wakers()
    }
}

ways_to_wait! {
    /// Waits until a phase is reached or passed, without polling: returned by the method that `#[phase(wait = …)]`
    /// generates.
    ///
    /// - **A wait ends when it has seen the phase, or one that is declared later**, or when its time is over. A phase
    ///   that is reached already ends the wait at once.
    /// - **What the moving thread did before is visible after the wait**, as after any look that finds the phase.
    /// - **A phase that only moves forward can't be missed**: once it is reached, it stays reached or passed. A phase
    ///   that also moves back, by `transitions` or `set`, may have left again before the waiter looks.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::sync::Arc;
    /// use std::thread;
    /// use std::time::Duration;
    ///
    /// use atomic_state::{AtomicState, Variants};
    ///
    /// #[derive(Variants, Clone, Copy, Debug, PartialEq)]
    /// enum Phase {
    ///     Starting,
    ///     Ready,
    ///     Stopped,
    /// }
    ///
    /// #[derive(AtomicState)]
    /// struct Service {
    ///     #[phase(wait = reaches)]
    ///     phase: Phase,
    /// }
    ///
    /// let service = Arc::new(ServiceState::new());
    /// assert!(!service.reaches(Phase::Ready).wait_timeout(Duration::from_millis(1)));
    ///
    /// let starting = Arc::clone(&service);
    /// thread::spawn(move || starting.advance_phase(Phase::Ready));
    ///
    /// service.reaches(Phase::Ready).wait(); // in a task: `.await` instead of `.wait()`
    /// assert_eq!(service.phase(), Phase::Ready);
    /// ```
    PhaseWait<'a>(Reached<'a>)
}

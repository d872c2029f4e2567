//! The `#[phase]` kind: where something is on a way that leads forward.

mod refused;
#[cfg(feature = "wait")]
pub mod wait;

use core::fmt;
use core::marker::PhantomData;

pub use self::refused::Refused;
use crate::cell::{__Live, __Plain, __Publishes, __Read};
use crate::metadata::{Field, Kind, Value, Variant, Visitor};
use crate::ordering::{AcqRel, Publish};
use crate::primitive::AtomicUsize;
use crate::variants::Variants;

/// Where something is on its way, such as starting, ready, draining, stopped: the cell behind a `#[phase]` field. The
/// phases are the variants of an enum that derives `Variants`. The first variant is the start.
///
/// - **Moves are forward only.** [`advance`](Self::advance) moves to a variant that is declared later, and refuses any
///   other. So a late message cannot bring a stopped service back to ready.
/// - **One of two wins.** A move is one compare-and-exchange. Of two threads that move from the same phase, one moves.
///   The other looks again, and moves on from there or learns what it found.
/// - **It publishes.** A thread that sees a phase also sees everything that the thread that moved to it did before. So
///   write what belongs to a phase first, the reason of a failure for instance, and move second.
/// - **A phase may pass unseen.** Between two looks, the phase may move on more than once. Test for "this phase or a
///   later one", not for one phase in the middle.
/// - **No number becomes a phase.** The phase is kept as an index into [`Variants::ALL`], whatever discriminants the
///   enum has.
///
/// # Examples
///
/// ```
/// use atomic_state::{Phase, Variants};
///
/// #[derive(Variants, Clone, Copy, Debug, PartialEq)]
/// enum Service {
///     Starting,
///     Ready,
///     Stopped,
/// }
///
/// static PHASE: Phase<Service> = Phase::new();
///
/// assert_eq!(PHASE.advance(Service::Ready).unwrap(), Service::Starting);
/// assert_eq!(PHASE.advance(Service::Stopped).unwrap(), Service::Ready);
/// assert!(PHASE.advance(Service::Ready).is_err());
/// assert_eq!(PHASE.get(), Service::Stopped);
/// ```
pub struct Phase<E: Variants, O: Publish = AcqRel> {
    index: AtomicUsize,
    kept: PhantomData<(fn() -> E, O)>,
}

impl<E: Variants, O: Publish> Phase<E, O> {
    crate::__const_fn! {
        /// The first variant.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { index: AtomicUsize::new(0), kept: PhantomData }
        }
    }

    /// The phase. Everything that the thread that moved to it did before is visible.
    ///
    /// # Panics
    ///
    /// If the enum has no variants. The derive reports that as an error.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[derive(atomic_state::Variants, Clone, Copy, Debug, PartialEq)]
    /// # enum Service { Starting, Ready }
    /// let phase = atomic_state::Phase::<Service>::new();
    /// assert_eq!(phase.get(), Service::Starting);
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self) -> E {
        E::ALL[self.index.load(O::LOAD)]
    }

    /// Moves to a variant that is declared later than the one there is, publishes what this thread did before, and
    /// returns the phase before.
    ///
    /// # Errors
    ///
    /// If the phase is `to` already, or a later one. It stays as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[derive(atomic_state::Variants, Clone, Copy, Debug, PartialEq)]
    /// # enum Service { Starting, Ready }
    /// let phase = atomic_state::Phase::<Service>::new();
    /// assert_eq!(phase.advance(Service::Ready), Ok(Service::Starting));
    ///
    /// let refused = phase.advance(Service::Ready).unwrap_err();
    /// assert_eq!(refused.from, Service::Ready);
    /// ```
    #[inline]
    pub fn advance(&self, to: E) -> Result<E, Refused<E>> {
        self.advance_if(to, |(from, to)| from.index() < to.index())
    }

    /// Moves if `allows` says so of the phase there is and `to`, publishes what this thread did before, and returns the
    /// phase before. If another thread moves meanwhile, `allows` is asked again.
    ///
    /// # Errors
    ///
    /// If `allows` refuses. The phase stays as it is.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[derive(atomic_state::Variants, Clone, Copy, Debug, PartialEq)]
    /// # enum Link { Down, Up }
    /// let link = atomic_state::Phase::<Link>::new();
    /// let is_change = |(from, to)| from != to;
    /// assert_eq!(link.advance_if(Link::Up, is_change), Ok(Link::Down));
    /// assert_eq!(link.advance_if(Link::Down, is_change), Ok(Link::Up));
    /// ```
    pub fn advance_if(&self, to: E, allows: impl Fn((E, E)) -> bool) -> Result<E, Refused<E>> {
        let mut seen = self.index.load(O::LOAD);
        loop {
            let from = E::ALL[seen];
            if !allows((from, to)) {
                return Err(Refused { from, to });
            }
            match self.index.compare_exchange(seen, to.index(), O::MODIFY, O::LOAD) {
                Ok(_) => return Ok(from),
                Err(now) => seen = now,
            }
        }
    }

    /// Replaces the phase without a rule, and publishes what this thread did before. It may undo another thread's move.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[derive(atomic_state::Variants, Clone, Copy, Debug, PartialEq)]
    /// # enum Service { Starting, Ready }
    /// let phase = atomic_state::Phase::<Service>::new();
    /// phase.set(Service::Ready);
    /// phase.set(Service::Starting);
    /// assert_eq!(phase.get(), Service::Starting);
    /// ```
    #[inline]
    pub fn set(&self, to: E) {
        self.index.store(to.index(), O::STORE);
    }

    /// The same by a read-modify-write.
    #[cfg(feature = "wait")]
    fn replace(&self, to: E) {
        self.index.swap(to.index(), O::MODIFY);
    }

    /// Moves to `to` if that is later than the phase there is.
    fn raise(&self, to: E) {
        self.index.fetch_max(to.index(), O::MODIFY);
    }
}

/// Starts in a saved phase.
impl<E: Variants, O: Publish> From<E> for Phase<E, O> {
    #[inline]
    fn from(phase: E) -> Self {
        Self { index: AtomicUsize::new(phase.index()), kept: PhantomData }
    }
}

/// The traits of both types of phase, in terms of their methods.
macro_rules! phase_traits {
    ($phase:ident) => {
        impl<E: Variants, O: Publish> Default for $phase<E, O> {
            fn default() -> Self {
                Self::new()
            }
        }

        /// Shows the phase's name.
        impl<E: Variants, O: Publish> fmt::Debug for $phase<E, O> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(Variant::of(self.get()).name())
            }
        }

        impl<E: Variants, O: Publish> __Plain for $phase<E, O> {
            type Value = E;
            const __KIND: Kind = Kind::Phase;
            const __VARIANTS: &'static [&'static str] = E::NAMES;

            fn __since(later: &E, _: &E) -> E {
                *later
            }

            fn __combine(total: &mut E, other: &E) {
                if other.index() > total.index() {
                    *total = *other;
                }
            }

            fn __visit<V: Visitor + ?Sized>(value: &E, field: &'static Field, variant: Option<usize>, visitor: &mut V) {
                visitor.field(field, variant, Value::Variant(Variant::of(*value)));
            }
        }

        impl<E: Variants, O: Publish> __Live for $phase<E, O> {
            crate::__initial!(Self::new());

            #[inline]
            fn __from(saved: &E) -> Self {
                Self::from(*saved)
            }

            #[inline]
            fn __merge(&self, _: &E) {}
        }

        impl<E: Variants, O: Publish> __Publishes for $phase<E, O> {
            type __Flags = E;

            #[inline]
            fn __flags(&self) -> E {
                self.get()
            }

            #[inline]
            fn __rest<R: __Read>(&self, flags: &E) -> E {
                *flags
            }

            #[inline]
            fn __merge_flags(&self, batch: &E) {
                self.raise(*batch);
            }
        }
    };
}
#[cfg(feature = "wait")]
use phase_traits;

phase_traits! { Phase }

/// An enum with variants that derives `Variants`, which writes this.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a phase",
    label = "not a phase's type",
    note = "a phase is an enum with variants, the first of which is the start",
    note = "write `#[derive(atomic_state::Variants, Clone, Copy)]` on the enum"
)]
pub trait PhaseValue: Variants {
    /// True, where it compiles.
    const __FITS: bool = true;
}

checked! { <E: PhaseValue, O: Publish> Phase<E, O> }

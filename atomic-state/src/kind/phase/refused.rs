//! A move that was refused.

use core::error::Error;
use core::fmt;

use crate::metadata::Variant;
use crate::variants::Variants;

/// A phase did not move: the error of [`Phase::advance`](crate::Phase::advance).
///
/// # Examples
///
/// ```
/// use atomic_state::{Phase, Refused, Variants};
///
/// #[derive(Variants, Clone, Copy, Debug, PartialEq)]
/// enum Service {
///     Starting,
///     Ready,
/// }
///
/// let phase: Phase<Service> = Phase::from(Service::Ready);
/// let refused = phase.advance(Service::Starting).unwrap_err();
/// assert_eq!(refused, Refused { from: Service::Ready, to: Service::Starting });
/// assert_eq!(refused.to_string(), "cannot move from `ready` to `starting`");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Refused<E> {
    /// The phase that was found. Everything that the thread that moved to it did before is visible.
    pub from: E,
    /// The phase that was asked for.
    pub to: E,
}

impl<E: Variants> fmt::Display for Refused<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, to] = [self.from, self.to].map(|phase| Variant::of(phase).name());
        write!(formatter, "cannot move from `{from}` to `{to}`")
    }
}

/// Shows the names, so that the enum needs no `Debug`.
impl<E: Variants> fmt::Debug for Refused<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [from, to] = [self.from, self.to].map(|phase| Variant::of(phase).name());
        formatter
            .debug_struct("Refused")
            .field("from", &format_args!("{from}"))
            .field("to", &format_args!("{to}"))
            .finish()
    }
}

impl<E: Variants> Error for Refused<E> {}

//! One file for each kind of field: its cell, the plain types that the cell holds, and the cell's methods. A generated
//! method calls the cell's method of the key's name. This file lists the kinds.

/// How generated code names the cell of a field whose type the derive does not know: `Checked<T, O, { … }>`, where the
/// last argument is a constant of the trait that `T` must have.
///
/// If `T` does not have the trait, that constant is the one error: the compiler says nothing more about a type that has
/// an error in it.
macro_rules! checked {
    (<$value:ident: $bound:path, $order:ident $(: $order_bound:path)?> $cell:ty) => {
        /// The cell of a type that has been checked.
        pub type Checked<$value, $order, const FITS: bool> = <$value as CellFor<$order, FITS>>::Cell;

        /// Names the cell.
        pub trait CellFor<O, const FITS: bool> {
            /// The cell.
            type Cell;
        }

        impl<$value: $bound, $order $(: $order_bound)?> CellFor<$order, true> for $value {
            type Cell = $cell;
        }

        /// Several of them, which `P` tells apart.
        pub type CheckedSeveral<P, $value, $order, const FITS: bool> =
            <$value as SeveralFor<P, $order, FITS>>::Cells;

        /// Names several cells.
        pub trait SeveralFor<P, O, const FITS: bool> {
            /// The cells.
            type Cells;
        }

        impl<P: crate::several::Places, $value: $bound, $order $(: $order_bound)?> SeveralFor<P, $order, true>
            for $value
        {
            type Cells = crate::several::Several<P, $cell>;
        }
    };
}

pub mod counter;
pub mod extreme;
pub mod flag;
pub mod gauge;
pub mod guard;
pub mod histogram;
pub mod max;
pub mod min;
pub mod nested;
pub mod phase;
mod rank;
pub mod value;
#[cfg(feature = "wait")]
pub mod wait;
/// Without the feature, a flag that can be waited for is checked as any other.
#[cfg(not(feature = "wait"))]
pub use flag as wait;
#[cfg(not(feature = "wait"))]
pub use phase as phase_wait;
#[cfg(feature = "wait")]
pub use phase::wait as phase_wait;

/// What users find at the root of the crate.
pub mod exports {
    pub use super::counter::{Counter, CounterValue};
    pub use super::extreme::ExtremeValue;
    pub use super::flag::Flag;
    #[cfg(feature = "wait")]
    pub use super::gauge::zero::ZeroWait;
    pub use super::gauge::{Gauge, GaugeValue};
    pub use super::guard::GaugeGuard;
    #[cfg(feature = "std")]
    pub use super::guard::OwnedGaugeGuard;
    #[cfg(feature = "std")]
    pub use super::histogram::HistogramTimer;
    pub use super::histogram::{Bucket, Histogram, HistogramValue, LiveHistogram};
    pub use super::max::Max;
    pub use super::min::Min;
    #[cfg(feature = "wait")]
    pub use super::phase::wait::{PhaseWait, WaitPhase};
    pub use super::phase::{Phase, Refused};
    pub use super::value::{LastValue, StoredValue};
    #[cfg(feature = "wait")]
    pub use super::wait::{FlagWait, WaitFlag};
}

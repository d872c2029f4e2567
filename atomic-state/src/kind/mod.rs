//! One file for each kind of field: its cell, the plain types the cell can hold, and the cell's methods, which the
//! generated methods call by name. This file lists them.

/// How generated code names the cell of a field whose type the derive does not know: `Checked<T, O, { check::<T>() }>`.
///
/// Where `T` cannot be of the kind, that constant is the one error: the compiler reports nothing more of a type that has
/// an error in it, however it is used.
macro_rules! checked {
    (<$value:ident: $bound:path, $order:ident $(: $order_bound:path)?> $cell:ty) => {
        /// The cell, once `CHECKED`.
        pub type Checked<$value, $order, const CHECKED: bool> = <$value as CellFor<$order, CHECKED>>::Cell;

        /// What [`Checked`] goes through.
        pub trait CellFor<O, const CHECKED: bool> {
            /// The cell.
            type Cell;
        }

        impl<$value: $bound, $order $(: $order_bound)?> CellFor<$order, true> for $value {
            type Cell = $cell;
        }

        /// True, where it compiles.
        #[must_use]
        pub const fn check<$value: $bound>() -> bool {
            true
        }
    };
}

pub mod counter;
pub mod extreme;
pub mod flag;
pub mod gauge;
pub mod guard;
pub mod max;
pub mod min;
pub mod nested;
pub mod rank;
#[cfg(feature = "wait")]
pub mod wait;

/// What users find at the root of the crate.
pub mod exports {
    pub use super::counter::{Counter, CounterValue};
    pub use super::extreme::ExtremeValue;
    pub use super::flag::Flag;
    pub use super::gauge::{Gauge, GaugeValue};
    pub use super::guard::GaugeGuard;
    #[cfg(feature = "std")]
    pub use super::guard::OwnedGaugeGuard;
    pub use super::max::Max;
    pub use super::min::Min;
    #[cfg(feature = "wait")]
    pub use super::wait::{FlagWait, WaitFlag};
}

use crate::metadata::{Field, Visitor};

/// The kinds of field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A number that only goes up.
    Counter,
    /// A condition, set or not.
    Flag,
    /// A number that goes up and down.
    Gauge,
    /// The largest of all samples.
    Max,
    /// The smallest of all samples.
    Min,
    /// A struct with fields of its own.
    Nested,
}

/// What a state does with each of its cells, and a plain struct with each of its fields.
///
/// A snapshot comes in two passes, so that all flags are read before anything else, at any depth of nesting: `early`
/// reads the flags and fills the rest in with what a cell starts with, and `late` reads the rest.
pub trait Cell {
    /// The field's type in the plain struct.
    type Value;
    /// The kind, for metadata.
    const KIND: Kind;
    /// The fields of a nested struct, for metadata.
    const FIELDS: &'static [Field] = &[];

    /// The first pass of a snapshot.
    fn early(&self) -> Self::Value;
    /// The second pass of a snapshot.
    fn late(&self, seen: &mut Self::Value);
    /// The second pass of a `take`: as `late`, and restarts what counts per interval.
    fn take_late(&self, seen: &mut Self::Value) {
        self.late(seen);
    }
    /// Adds a batch that was collected elsewhere, but for its flags.
    fn merge(&self, batch: &Self::Value);
    /// Sets the flags of a batch, which is done last.
    fn merge_flags(&self, batch: &Self::Value) {
        let _ = batch;
    }

    /// What happened between two snapshots.
    fn since(later: &Self::Value, earlier: &Self::Value) -> Self::Value;
    /// Adds one plain value to another.
    fn combine(total: &mut Self::Value, other: &Self::Value);
    /// Shows a plain value.
    fn visit<V: Visitor + ?Sized>(value: &Self::Value, field: &'static Field, visitor: &mut V);
}

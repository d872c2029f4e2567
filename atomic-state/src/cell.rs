//! What a state does with its cells, and what a plain struct does with its values: the traits that each kind's cell
//! implements and generated code calls.
//!
//! The traits and their methods have names that start with two underscores, so that the compiler never suggests one of
//! them for a method that a user misspelt.

use crate::metadata::{Field, Kind, Visitor};

/// What a plain value of a field does. The rules belong to the field's kind, which the cell stands for: two fields of
/// the same plain type can follow different rules.
pub trait __Plain {
    /// The field's type in the plain struct.
    type Value;
    /// The kind, for metadata.
    const __KIND: Kind;
    /// The unit that its type has by itself.
    const __UNIT: Option<&'static str> = None;
    /// Whether it is several values.
    const __IS_SEVERAL: bool = false;
    /// The names of its variants, for metadata.
    const __VARIANTS: &'static [&'static str] = &[];
    /// The fields of a nested struct, for metadata.
    const __FIELDS: &'static [Field] = &[];

    /// What happened between two snapshots.
    fn __since(later: &Self::Value, earlier: &Self::Value) -> Self::Value;
    /// Adds one plain value to another.
    fn __combine(total: &mut Self::Value, other: &Self::Value);
    /// Raises the plain value of a gauge's peak to the gauge's level.
    fn __raise_peak(peak: &mut Self::Value, level: &Self::Value) {
        let _ = (peak, level);
    }
    /// Shows a plain value, which is one of several if it has an index.
    fn __visit<V: Visitor + ?Sized>(
        value: &Self::Value,
        field: &'static Field,
        variant: Option<usize>,
        visitor: &mut V,
    );
}

/// What every live cell does.
pub trait __Live: __Plain + Sized + Send + Sync {
    /// The cell as it starts.
    #[cfg(not(atomic_state_loom))]
    const __NEW: Self;
    /// The same, where there are no constants of atomics.
    #[cfg(atomic_state_loom)]
    fn __new() -> Self;

    /// Starts from a saved value.
    fn __from(saved: &Self::Value) -> Self;
    /// Adds a batch that was collected elsewhere, except for its flags.
    fn __merge(&self, batch: &Self::Value);
}

/// A live cell that is read in one step.
pub trait __Number: __Live {
    /// The field's value in the plain struct that `R` reads.
    fn __read<R: __Read>(&self) -> Self::Value;
}

/// A live cell that publishes, or has cells in it that do. Its flags are read before everything else and set after
/// everything else.
pub trait __Publishes: __Live {
    /// What the flags show.
    type __Flags;

    /// Reads the flags.
    fn __flags(&self) -> Self::__Flags;
    /// Reads the rest, and returns it with the flags.
    fn __rest<R: __Read>(&self, flags: &Self::__Flags) -> Self::Value;
    /// Sets the flags of a batch.
    fn __merge_flags(&self, batch: &Self::Value);
}

/// What is read, and what restarts with it. Each cell decides what that means for it.
pub trait __Read {
    /// Whether counters restart.
    const COUNTERS: bool;
    /// Whether minima and maxima restart.
    const EXTREMES: bool;
}

/// Reads and changes nothing.
#[derive(Debug)]
pub enum __Snapshot {}

/// Reads, and starts a new interval.
#[derive(Debug)]
pub enum __Take {}

/// Reads, and starts a new interval for minima and maxima only.
#[derive(Debug)]
pub enum __TakeExtremes {}

impl __Read for __Snapshot {
    const COUNTERS: bool = false;
    const EXTREMES: bool = false;
}

impl __Read for __Take {
    const COUNTERS: bool = true;
    const EXTREMES: bool = true;
}

impl __Read for __TakeExtremes {
    const COUNTERS: bool = false;
    const EXTREMES: bool = true;
}

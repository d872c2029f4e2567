//! What generated code refers to. Not for use by hand: it changes without notice.

use core::fmt;

pub use crate::cell::*;
pub use crate::int::available;
pub use crate::kind::extreme::Sampled;
pub use crate::kind::gauge::peak::{AsPeak, PeakField, PeakOf, Peaked};
pub use crate::kind::gauge::watched::WatchedGauge;
pub use crate::kind::*;
pub use crate::several::{Indexed, Several};
pub use crate::{
    __const_fn as const_fn, __initial as initial, __new_block as new_block, __new_state as new_state, __start as start,
};

pub use self::feature::brought::*;
use crate::metadata::{Field, Visitor};
#[cfg(all(feature = "per-thread", atomic_state_loom))]
pub use crate::per_thread::{has_given_up, start_over};
use crate::state::AtomicState;
use crate::{ByVariant, Variants};

/// The metadata of a field that a cell holds.
#[must_use]
pub const fn field<C: __Plain>(name: &'static str, help: &'static str) -> Field {
    let label = if C::__IS_SEVERAL { Some(name) } else { None };
    Field { name, help, kind: C::__KIND, unit: C::__UNIT, label, variants: C::__VARIANTS, fields: C::__FIELDS }
}

/// The metadata of a field whose unit the user named.
#[must_use]
pub const fn in_unit(unit: &'static str, field: Field) -> Field {
    Field { unit: Some(unit), ..field }
}

/// The metadata of a field whose values are told apart by a label of the user's.
#[must_use]
pub const fn labelled(label: &'static str, field: Field) -> Field {
    Field { label: Some(label), ..field }
}

/// True: the compiler has an error for a `T` that is no `ByVariant`, or one of an enum without variants.
#[must_use]
pub const fn is_by_variant<T: OneForEachVariant>() -> bool {
    true
}

/// Holds for a `ByVariant`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the `ByVariant` of `atomic_state`",
    label = "another type of this name"
)]
pub trait OneForEachVariant {}

impl<E: Variants, T> OneForEachVariant for ByVariant<E, T> {}

/// Whether a field of this cell can have a unit of the user's.
#[must_use]
pub const fn takes_unit<C: __Plain>() -> bool {
    C::__UNIT.is_none()
}

/// Compiles only for `true`, so that the error stands at the user's key.
pub const fn assert_takes_unit<const TAKES_UNIT: bool>()
where
    Unit<TAKES_UNIT>: Free,
{
}

/// The answer as a type.
#[derive(Debug)]
pub enum Unit<const TAKES_UNIT: bool> {}

/// Holds for the answer `true`.
#[diagnostic::on_unimplemented(message = "a `Duration` is in seconds", label = "remove this key")]
pub trait Free {}

impl Free for Unit<true> {}

/// What happened to a field between two snapshots.
pub fn since<C: __Plain>(later: &C::Value, earlier: &C::Value) -> C::Value {
    C::__since(later, earlier)
}

/// Adds one plain value of a field to another.
pub fn combine<C: __Plain>(total: &mut C::Value, other: &C::Value) {
    C::__combine(total, other);
}

/// Raises a plain peak to the level of its gauge.
pub fn raise_peak<C: __Plain>(peak: &mut C::Value, level: &C::Value) {
    C::__raise_peak(peak, level);
}

/// Shows a plain value, which is that of field number `FIELD` of `S`.
pub fn visit<C: __Plain, S: AtomicState, const FIELD: usize>(value: &C::Value, visitor: &mut (impl Visitor + ?Sized)) {
    C::__visit(value, &S::FIELDS[FIELD], None, visitor);
}

/// `Debug` output of a state.
///
/// # Errors
///
/// Those of the formatter.
pub fn debug(formatter: &mut fmt::Formatter<'_>, name: &str, fields: &[(&str, &dyn fmt::Debug)]) -> fmt::Result {
    let mut output = formatter.debug_struct(name);
    for (name, value) in fields {
        output.field(name, value);
    }
    output.finish()
}

/// Does not compile in a program that gets as far as machine code. For a struct with a mistake that the compiler
/// reports, it does not.
pub fn report_missing_kind<S>() -> ! {
    const { panic!("a field of the struct has no kind, or is half written") }
}

/// A function for each name that generated code binds. Imported, the function hides a constant or a unit struct of the
/// user's that has the name and would be taken for a pattern; a binding may hide a function.
pub mod names {
    macro_rules! names {
        ($($name:ident)*) => {$(
            pub const fn $name() {}
        )*};
    }

    names! {
        amount batch block change earlier event flags formatter index latest level limit other place sample saved state
        step sums to until variant visitor within
    }
}

#[path = "feature.rs"]
pub mod feature;

/// A function that is `const`, except over the model checker's atomics, which have no `const` constructor. The choice
/// must be made where this crate is compiled: a `cfg` in generated code would be read in the user's crate.
#[cfg(not(atomic_state_loom))]
#[doc(hidden)]
#[macro_export]
macro_rules! __const_fn {
    ($(#[$attribute:meta])* $vis:vis fn $($rest:tt)*) => { $(#[$attribute])* $vis const fn $($rest)* };
}

#[cfg(atomic_state_loom)]
#[doc(hidden)]
#[macro_export]
macro_rules! __const_fn {
    ($($function:tt)*) => { $($function)* };
}

/// The initial value of a state, a cell or a thread's block, in an implementation of the trait that all of them have.
#[cfg(not(atomic_state_loom))]
#[doc(hidden)]
#[macro_export]
macro_rules! __initial {
    ($new:expr) => {
        const __NEW: Self = $new;
    };
}

#[cfg(atomic_state_loom)]
#[doc(hidden)]
#[macro_export]
macro_rules! __initial {
    ($new:expr) => {
        fn __new() -> Self {
            $new
        }
    };
}

/// The initial value of a state.
#[doc(hidden)]
#[macro_export]
macro_rules! __new_state {
    ($state:ty) => {
        $crate::__new!($state as $crate::LiveState)
    };
}

/// The initial value of a thread's block.
#[doc(hidden)]
#[macro_export]
macro_rules! __new_block {
    ($block:ty) => {
        $crate::__new!($block as $crate::__private::Fields)
    };
}

#[cfg(not(atomic_state_loom))]
#[doc(hidden)]
#[macro_export]
macro_rules! __new {
    ($type:ty as $trait:path) => {
        <$type as $trait>::__NEW
    };
}

#[cfg(atomic_state_loom)]
#[doc(hidden)]
#[macro_export]
macro_rules! __new {
    ($type:ty as $trait:path) => {
        <$type as $trait>::__new()
    };
}

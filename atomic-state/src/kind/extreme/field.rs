//! What a minimum's or maximum's field can be in the plain struct.

use super::{End, ExtremeValue};
use crate::int::{UnsignedInt, sealed::AtomicInt};
use crate::kind::rank::Ranked;

/// The type of a minimum's or maximum's field in the plain struct.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a minimum or maximum",
    label = "not a type of samples",
    note = "write an `Option` of an integer or `Duration`, which is `None` until the first sample",
    note = "a maximum can also be an unsigned integer or `Duration` that starts at zero",
    note = "an array or a `ByVariant` is written out in the field: its methods depend on it"
)]
pub trait ExtremeField<E: End>: Copy {
    /// One sample.
    type Sample: ExtremeValue;
    /// What the cell keeps. The field starts with the code zero.
    type Code: UnsignedInt;
    /// The code of a sample.
    fn __encode(sample: Self::Sample) -> Self::Code;
    /// The field's value.
    fn __decode(code: Self::Code) -> Self;
    /// The sample that a plain value holds.
    fn __sample(self) -> Option<Self::Sample>;
}

impl<T: ExtremeValue, E: End> ExtremeField<E> for Option<T> {
    type Sample = T;
    type Code = <T::Int as Ranked>::Rank;

    #[inline]
    fn __encode(sample: T) -> Self::Code {
        E::__encode(sample.into_int())
    }

    #[inline]
    fn __decode(code: Self::Code) -> Self {
        (code != Self::Code::ZERO).then(|| T::from_int(E::__decode(code)))
    }

    #[inline]
    fn __sample(self) -> Option<T> {
        self
    }
}

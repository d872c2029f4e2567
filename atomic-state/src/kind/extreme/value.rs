//! What a sample can be.

use core::time::Duration;

use crate::int::{for_signed_ints, for_unsigned_ints, sealed::AtomicInt, stands_for_itself};
use crate::kind::rank::Ranked;
use crate::metadata::Value;

/// What a sample of a minimum or maximum can be: an integer of up to 64 bits, a [`Duration`], or a type of yours that
/// stands for an integer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a sample of a minimum or maximum",
    label = "not a sample's type",
    note = "a sample is an integer of up to 64 bits, a `Duration`, or a type of yours that implements `ExtremeValue`"
)]
pub trait ExtremeValue: Copy {
    /// The integer that samples are compared by.
    type Int: Ranked;

    #[doc(hidden)]
    const __UNIT: Option<&'static str> = None;

    /// This sample as an integer.
    fn into_int(self) -> Self::Int;

    /// The sample that an integer stands for.
    fn from_int(int: Self::Int) -> Self;

    /// A sample as exporters and `Debug` output show it. Without an override, this is the sample's integer.
    fn value(self) -> Value<'static> {
        self.into_int().value()
    }
}

for_unsigned_ints!(stands_for_itself ExtremeValue);
for_signed_ints!(stands_for_itself ExtremeValue);

/// Compared in whole nanoseconds. A `Duration` longer than 2⁶⁴ − 1 nanoseconds counts as that many.
impl ExtremeValue for Duration {
    type Int = u64;

    const __UNIT: Option<&'static str> = Some("seconds");

    #[inline]
    fn into_int(self) -> u64 {
        u64::try_from(self.as_nanos()).unwrap_or(u64::MAX)
    }

    #[inline]
    fn from_int(nanoseconds: u64) -> Self {
        Duration::from_nanos(nanoseconds)
    }

    fn value(self) -> Value<'static> {
        Value::Duration(self)
    }
}

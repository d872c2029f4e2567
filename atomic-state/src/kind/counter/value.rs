//! What a counter can hold.

use core::time::Duration;

use crate::int::{UnsignedInt, for_unsigned_ints, sealed::AtomicInt, stands_for_itself};
use crate::metadata::Value;

/// What a counter can hold: an unsigned integer, a [`Duration`], or a type of yours that stands for an unsigned
/// integer.
///
/// # Examples
///
/// ```
/// use atomic_state::{Counter, CounterValue};
///
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// struct Bytes(u64);
///
/// impl CounterValue for Bytes {
///     type Int = u64;
///
///     fn into_int(self) -> u64 {
///         self.0
///     }
///
///     fn from_int(int: u64) -> Self {
///         Bytes(int)
///     }
/// }
///
/// let sent: Counter<Bytes> = Counter::new();
/// sent.record(Bytes(1500));
/// assert_eq!(sent.get(), Bytes(1500));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a counter",
    label = "not a counter's type",
    note = "a counter holds `u8`, `u16`, `u32`, `u64`, `usize` or `Duration`",
    note = "it also holds a type of yours that implements `CounterValue`",
    note = "an array or a `ByVariant` is written out in the field: its methods depend on it",
    note = "a value that does not fit in one integer belongs beside the state, in an `Arc<Mutex<_>>`"
)]
pub trait CounterValue: Copy {
    /// The unsigned integer that the counter is kept in. The counter wraps at the width of this integer.
    type Int: UnsignedInt;

    /// Whether adding the integer 1 means "one more", as [`Counter::increment`](crate::Counter::increment) assumes. If
    /// this is false, `increment` does not compile.
    const COUNTS_ONES: bool = true;

    #[doc(hidden)]
    const __UNIT: Option<&'static str> = None;

    #[doc(hidden)]
    const __FITS: bool = Self::Int::IS_AVAILABLE;

    /// This amount or total as an integer.
    fn into_int(self) -> Self::Int;

    /// The total that an integer stands for.
    fn from_int(int: Self::Int) -> Self;

    /// One recorded amount as the integer to add.
    #[doc(hidden)]
    #[inline]
    fn __amount(self) -> Self::Int {
        self.into_int()
    }

    /// The sum of two totals.
    #[doc(hidden)]
    #[inline]
    fn __merged(total: Self::Int, other: Self::Int) -> Self::Int {
        total.wrapping_add(other)
    }

    /// A total as exporters and `Debug` output show it. Without an override, this is the total's integer.
    fn value(self) -> Value<'static> {
        self.into_int().value()
    }
}

for_unsigned_ints!(stands_for_itself CounterValue);

/// The longest that one recorded `Duration` counts for.
const LONGEST_AMOUNT: u64 = 1 << 62;

/// The longest that totals merge to, which leaves room for what is recorded next.
const LONGEST_MERGED: u64 = 1 << 63;

/// Kept as whole nanoseconds. A total wraps after 2⁶⁴ nanoseconds (584 years). So that a `Duration` that went wrong
/// does not make a total go down, one recorded amount counts for at most 2⁶² nanoseconds (146 years), and totals merge
/// to at most 2⁶³.
impl CounterValue for Duration {
    type Int = u64;

    const COUNTS_ONES: bool = false;

    const __UNIT: Option<&'static str> = Some("seconds");

    #[inline]
    fn into_int(self) -> u64 {
        u64::try_from(self.as_nanos()).unwrap_or(u64::MAX)
    }

    #[inline]
    fn from_int(nanoseconds: u64) -> Self {
        Duration::from_nanos(nanoseconds)
    }

    #[inline]
    fn __amount(self) -> u64 {
        self.into_int().min(LONGEST_AMOUNT)
    }

    #[inline]
    fn __merged(total: u64, other: u64) -> u64 {
        let [total, other] = [total, other].map(|nanoseconds| nanoseconds.min(LONGEST_MERGED));
        total.saturating_add(other).min(LONGEST_MERGED)
    }

    fn value(self) -> Value<'static> {
        Value::Duration(self)
    }
}

/// Compiles only for `true`. Whether a type has an `increment` is a constant; this makes the constant a bound, whose
/// error can stand at the user's key.
pub const fn assert_counts_ones<const COUNTS_ONES: bool>()
where
    Ones<COUNTS_ONES>: CountsOnes,
{
}

/// The answer as a type.
#[derive(Debug)]
pub enum Ones<const COUNTS: bool> {}

/// Holds for the answer `true`.
#[diagnostic::on_unimplemented(
    message = "`increment` adds 1, which has no meaning for this field's type",
    label = "record an amount instead",
    note = "a `Duration` has no `increment`, nor has a type whose `CounterValue::COUNTS_ONES` is false"
)]
pub trait CountsOnes {}

impl CountsOnes for Ones<true> {}

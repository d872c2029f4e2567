//! What a gauge can hold.

use crate::int::{Int, for_signed_ints, for_unsigned_ints, sealed::AtomicInt, stands_for_itself};
use crate::metadata::Value;
use crate::primitive::has_atomic;

/// What a gauge can hold: an integer of up to 64 bits, or a type of yours that stands for one.
///
/// # Examples
///
/// ```
/// use atomic_state::{Gauge, GaugeValue};
///
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// struct Seats(u16);
///
/// impl GaugeValue for Seats {
///     type Int = u16;
///
///     fn into_int(self) -> u16 {
///         self.0
///     }
///
///     fn from_int(int: u16) -> Self {
///         Seats(int)
///     }
/// }
///
/// let taken: Gauge<Seats> = Gauge::new();
/// taken.add(Seats(4));
/// assert_eq!(taken.get(), Seats(4));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a gauge",
    label = "not a gauge's type",
    note = "a gauge holds an integer of up to 64 bits, or a type of yours that implements `GaugeValue`",
    note = "a `Duration` or a float does not go up and down: use `#[value]` for the last one set",
    note = "an array or a `ByVariant` is written out in the field: its methods depend on it",
    note = "a value that does not fit in one integer belongs beside the state, in an `Arc<Mutex<_>>`"
)]
pub trait GaugeValue: Copy {
    /// The integer that is added and subtracted.
    type Int: GaugeInt;

    #[doc(hidden)]
    const __FITS: bool = <Self::Int as GaugeInt>::Stored::IS_AVAILABLE;

    /// This amount or level as an integer.
    fn into_int(self) -> Self::Int;

    /// The level that an integer stands for.
    fn from_int(int: Self::Int) -> Self;

    /// A level as exporters and `Debug` output show it. Without an override, this is the level's integer.
    fn value(self) -> Value<'static> {
        self.into_int().value()
    }
}

/// An integer that a gauge can hold. The trait is sealed.
///
/// A gauge of an unsigned integer passes through negative levels when one thread subtracts before another thread adds.
/// So the gauge is kept in a signed integer, which is wider where there is a wider one.
pub trait GaugeInt: Int {
    #[doc(hidden)]
    type Stored: Int;
    /// This amount, in two's complement.
    #[doc(hidden)]
    fn into_stored(self) -> Self::Stored;
    /// The nearest integer to the stored one.
    #[doc(hidden)]
    fn from_stored(stored: Self::Stored) -> Self;
    /// What is stored for the nearest level to this.
    #[doc(hidden)]
    fn into_level(self) -> Self::Stored;
    /// What is stored after a level is added: unsigned gauges clamp, and signed ones wrap.
    #[doc(hidden)]
    fn merged(stored: Self::Stored, level: Self) -> Self::Stored;
}

macro_rules! gauge_int {
    ($add:ident: $($int:ident in $stored:ident)*) => {$(
        impl GaugeInt for $int {
            type Stored = $stored;

            #[inline]
            #[allow(
                clippy::cast_possible_wrap,
                clippy::cast_lossless,
                reason = "two's complement is what adds up exactly"
            )]
            fn into_stored(self) -> $stored {
                self as $stored
            }

            #[inline]
            fn from_stored(stored: $stored) -> Self {
                Self::try_from(stored).unwrap_or(if stored < 0 { Self::MIN } else { Self::MAX })
            }

            #[inline]
            fn into_level(self) -> $stored {
                $stored::try_from(self).unwrap_or($stored::MAX)
            }

            fn merged(stored: $stored, level: Self) -> $stored {
                stored.$add(level.into_level())
            }
        }
    )*};
}

gauge_int! { saturating_add: u8 in i16 u16 in i32 u64 in i64 usize in isize }

gauge_int! { wrapping_add:
    i8 in i8
    i16 in i16
    i32 in i32
    i64 in i64
    isize in isize
}

has_atomic! { "64": { gauge_int! { saturating_add: u32 in i64 } } else { gauge_int! { saturating_add: u32 in i32 } } }

for_unsigned_ints!(stands_for_itself GaugeValue);
for_signed_ints!(stands_for_itself GaugeValue);

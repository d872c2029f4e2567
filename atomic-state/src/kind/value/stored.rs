//! What a `#[value]` field can hold.

use core::time::Duration;

use crate::int::{Int, UnsignedInt, for_signed_ints, for_unsigned_ints, sealed::AtomicInt, stands_for_itself};
use crate::kind::rank::Ranked;
use crate::metadata::{Value, Variant};
use crate::variants::Variants;

/// What a [`LastValue`](crate::LastValue) can hold: an integer of up to 64 bits, a `bool`, an `f32`, an `f64`, a
/// [`Duration`], an enum that derives `Variants`, an `Option` of what leaves room for `None`, or a type of yours that
/// stands for an integer.
///
/// # Examples
///
/// ```
/// use atomic_state::{LastValue, StoredValue};
///
/// #[derive(Clone, Copy, Debug, PartialEq)]
/// struct Rgb(u8, u8, u8);
///
/// impl StoredValue for Rgb {
///     type Int = u32;
///
///     fn into_int(self) -> u32 {
///         u32::from_be_bytes([0, self.0, self.1, self.2])
///     }
///
///     fn from_int(int: u32) -> Self {
///         let [_, red, green, blue] = int.to_be_bytes();
///         Rgb(red, green, blue)
///     }
/// }
///
/// let colour: LastValue<Rgb> = LastValue::new();
/// colour.set(Rgb(255, 127, 0));
/// assert_eq!(colour.get(), Rgb(255, 127, 0));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a value",
    label = "not a value's type",
    note = "a value is an integer of up to 64 bits, `bool`, `f32`, `f64`, `Duration`, an enum with variants that \
            derives `Variants`, or a type of yours that implements `StoredValue`",
    note = "`None` has room in an `Option` of an integer of up to 32 bits, `bool`, `f32`, `Duration` or such an enum",
    note = "a value that does not fit in one integer belongs beside the state, in an `Arc<Mutex<_>>`"
)]
pub trait StoredValue: Copy {
    /// The integer that the value is kept in.
    type Int: Int;

    #[doc(hidden)]
    const __UNIT: Option<&'static str> = None;

    #[doc(hidden)]
    const __VARIANTS: &'static [&'static str] = &[];

    #[doc(hidden)]
    const __IS_OPTIONAL: bool = false;

    #[doc(hidden)]
    const __FITS: bool = Self::Int::IS_AVAILABLE;

    /// This value as an integer.
    fn into_int(self) -> Self::Int;

    /// The value that an integer stands for. A new state starts with the value of zero.
    fn from_int(int: Self::Int) -> Self;

    /// The larger of two values, which is what `merge` keeps. Without an override, it is the value of the larger
    /// integer.
    #[must_use]
    fn larger(self, other: Self) -> Self {
        if other.into_int() > self.into_int() { other } else { self }
    }

    /// A value as exporters and `Debug` output show it. Without an override, this is the value's integer.
    fn value(self) -> Value<'static> {
        self.into_int().value()
    }
}

for_unsigned_ints!(stands_for_itself StoredValue);
for_signed_ints!(stands_for_itself StoredValue);

impl StoredValue for bool {
    type Int = u8;

    #[inline]
    fn into_int(self) -> u8 {
        u8::from(self)
    }

    #[inline]
    fn from_int(int: u8) -> Self {
        int != 0
    }

    fn value(self) -> Value<'static> {
        Value::Bool(self)
    }
}

macro_rules! floats {
    ($($float:ident in $int:ident)*) => {$(
        /// Kept bit by bit. Larger by `total_cmp`, in which a NaN is larger than infinity.
        impl StoredValue for $float {
            type Int = $int;

            #[inline]
            fn into_int(self) -> $int {
                self.to_bits()
            }

            #[inline]
            fn from_int(int: $int) -> Self {
                Self::from_bits(int)
            }

            fn larger(self, other: Self) -> Self {
                if other.total_cmp(&self).is_gt() { other } else { self }
            }

            #[allow(clippy::cast_lossless, reason = "`f64` too becomes one")]
            fn value(self) -> Value<'static> {
                Value::Float(self as f64)
            }
        }
    )*};
}

floats! { f32 in u32 f64 in u64 }

/// The longest `Duration` that is kept. It leaves room for `None`.
const LONGEST: u64 = 1 << 62;

/// The nanoseconds that a `Duration` is kept as.
#[allow(clippy::cast_possible_truncation, reason = "a longer one is cut off first; `min` is no `const fn`")]
pub(super) const fn nanoseconds(duration: Duration) -> u64 {
    let nanoseconds = duration.as_nanos();
    if nanoseconds > LONGEST as u128 { LONGEST } else { nanoseconds as u64 }
}

/// Kept as whole nanoseconds. A `Duration` of more than 2⁶² nanoseconds (146 years) is kept as that.
impl StoredValue for Duration {
    type Int = u64;

    const __UNIT: Option<&'static str> = Some("seconds");

    #[inline]
    fn into_int(self) -> u64 {
        nanoseconds(self)
    }

    #[inline]
    fn from_int(nanoseconds: u64) -> Self {
        Duration::from_nanos(nanoseconds)
    }

    fn value(self) -> Value<'static> {
        Value::Duration(self)
    }
}

/// An enum with variants that derives `Variants`, which writes this. A bound by `Variants` itself would take each type
/// that does not fit for an enum without that derive.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a value",
    label = "not a value's type",
    note = "a value is an integer of up to 64 bits, `bool`, `f32`, `f64`, `Duration`, an enum with variants that \
            derives `Variants`, or a type of yours that implements `StoredValue`",
    note = "`None` has room in an `Option` of an integer of up to 32 bits, `bool`, `f32`, `Duration` or such an enum",
    note = "a value that does not fit in one integer belongs beside the state, in an `Arc<Mutex<_>>`"
)]
pub trait StoredVariant: Variants {}

/// Kept as the index, of which `ALL` has the variant.
impl<E: StoredVariant> StoredValue for E {
    type Int = usize;

    const __VARIANTS: &'static [&'static str] = E::NAMES;

    #[inline]
    fn into_int(self) -> usize {
        self.index()
    }

    #[inline]
    fn from_int(index: usize) -> Self {
        E::ALL[index]
    }

    fn value(self) -> Value<'static> {
        Value::Variant(Variant::of(self))
    }
}

/// A value of which the integer is never the largest, so that one more tells it from `None`, which is zero.
pub trait LeavesRoom: StoredValue<Int: Ranked> {
    /// The integer that the `Option` is kept in.
    type Code: UnsignedInt;
}

macro_rules! leaves_room {
    ($($value:ident in $code:ident)*) => {$(
        impl LeavesRoom for $value {
            type Code = $code;
        }
    )*};
}

leaves_room! {
    u8 in u16
    u16 in u32
    u32 in u64
    i8 in u16
    i16 in u32
    i32 in u64
    bool in u16
    f32 in u64
    Duration in u64
}

/// `None` is smaller than everything.
impl<T: LeavesRoom> StoredValue for Option<T> {
    type Int = T::Code;

    const __UNIT: Option<&'static str> = T::__UNIT;

    const __VARIANTS: &'static [&'static str] = T::__VARIANTS;

    const __IS_OPTIONAL: bool = true;

    #[inline]
    fn into_int(self) -> T::Code {
        self.map_or(T::Code::ZERO, |value| {
            T::Code::from_wide(value.into_int().rank().into_wide()).wrapping_add(T::Code::ONE)
        })
    }

    #[inline]
    fn from_int(code: T::Code) -> Self {
        let rank = || <T::Int as Ranked>::Rank::from_wide(code.wrapping_sub(T::Code::ONE).into_wide());
        (code != T::Code::ZERO).then(|| T::from_int(T::Int::from_rank(rank())))
    }

    fn larger(self, other: Self) -> Self {
        match (self, other) {
            (Some(value), Some(other)) => Some(value.larger(other)),
            (value, None) => value,
            (None, other) => other,
        }
    }

    fn value(self) -> Value<'static> {
        self.map_or(Value::Missing, T::value)
    }
}

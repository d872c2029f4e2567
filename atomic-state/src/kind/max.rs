//! The `#[max]` kind: the largest of all samples.

use core::time::Duration;

use crate::int::{for_unsigned_ints, sealed::AtomicInt};
use crate::kind::extreme::{End, Extreme, ExtremeField, ExtremeValue};
use crate::kind::rank::Ranked;
use crate::metadata::Kind;
use crate::ordering::{Order, Relaxed};

/// Keeps the largest sample.
#[derive(Debug)]
pub enum Largest {}

/// The largest of all samples: the cell behind a `#[max]` field. `V` is an `Option` of a sample, or an unsigned integer
/// or [`Duration`] that starts at zero.
///
/// # Examples
///
/// ```
/// use atomic_state::Max;
///
/// let slowest: Max<Option<u32>> = Max::new();
/// assert_eq!(slowest.get(), None);
/// slowest.record(30);
/// slowest.record(20);
/// assert_eq!(slowest.get(), Some(30));
/// ```
pub type Max<V, O = Relaxed> = Extreme<V, Largest, O>;

impl End for Largest {
    const KIND: Kind = Kind::Max;

    #[inline]
    fn __encode<I: Ranked>(int: I) -> I::Rank {
        let rank = int.rank();
        if rank == I::LAST { rank } else { rank.wrapping_add(I::Rank::ONE) }
    }

    #[inline]
    fn __decode<I: Ranked>(code: I::Rank) -> I {
        I::from_rank(code.wrapping_sub(I::Rank::ONE))
    }
}

macro_rules! starts_at_zero {
    ($($value:ident $int:ident)*) => {$(
        impl ExtremeField<Largest> for $value {
            type Sample = Self;
            type Code = $int;

            #[inline]
            fn __encode(sample: Self) -> $int {
                sample.into_int()
            }

            #[inline]
            fn __decode(code: $int) -> Self {
                Self::from_int(code)
            }

            #[inline]
            fn __sample(self) -> Option<Self> {
                Some(self)
            }
        }
    )*};
}

macro_rules! ints_start_at_zero {
    ($($int:ident $atomic:ident $width:literal)*) => {
        starts_at_zero! { $($int $int)* }
    };
}

for_unsigned_ints!(ints_start_at_zero);
starts_at_zero! { Duration u64 }

/// A type that a `#[max]` field can have.
pub trait MaxField: ExtremeField<Largest> {
    /// True, where it compiles.
    const __FITS: bool = Self::Code::IS_AVAILABLE;
}

impl<T: ExtremeField<Largest>> MaxField for T {}

checked! { <T: MaxField, O: Order> Max<T, O> }

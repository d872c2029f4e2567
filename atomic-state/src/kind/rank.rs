//! Integers by their rank, the distance from the smallest of their type. Minima and maxima compare and keep ranks.

use crate::int::{Int, UnsignedInt};
use crate::primitive::has_atomic;

/// An integer that has a rank: its distance from the smallest of its type. The trait is sealed.
pub trait Ranked: Int {
    #[doc(hidden)]
    type Rank: UnsignedInt;
    /// The largest value of the rank's type.
    #[doc(hidden)]
    const LAST: Self::Rank;
    #[doc(hidden)]
    fn rank(self) -> Self::Rank;
    #[doc(hidden)]
    fn from_rank(rank: Self::Rank) -> Self;
}

macro_rules! ranked {
    ($($int:ident as $unsigned:ident in $rank:ident)*) => {$(
        #[allow(
            clippy::cast_lossless,
            clippy::cast_possible_truncation,
            clippy::cast_possible_wrap,
            clippy::cast_sign_loss,
            clippy::unnecessary_cast,
            reason = "a rank is the distance from the smallest, which these casts keep"
        )]
        impl Ranked for $int {
            type Rank = $rank;
            const LAST: $rank = $rank::MAX;

            #[inline]
            fn rank(self) -> $rank {
                self.wrapping_sub($int::MIN) as $unsigned as $rank
            }

            #[inline]
            fn from_rank(rank: $rank) -> Self {
                (rank as $unsigned as $int).wrapping_add($int::MIN)
            }
        }
    )*};
}

// A rank in a wider integer has a value to spare, for "no sample".
ranked! {
    u8 as u8 in u16
    u16 as u16 in u32
    u64 as u64 in u64
    usize as usize in usize
    i8 as u8 in u16
    i16 as u16 in u32
    i64 as u64 in u64
    isize as usize in usize
}

has_atomic! {
    "64": { ranked! { u32 as u32 in u64 i32 as u32 in u64 } } else { ranked! { u32 as u32 in u32 i32 as u32 in u32 } }
}

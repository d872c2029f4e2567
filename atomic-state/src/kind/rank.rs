//! Integers by their place among all of their type, which is how minima and maxima compare and keep them.

use crate::int::{Int, UnsignedInt};
use crate::primitive::{has_atomic, has_no_atomic_64};

/// An integer with its place among all of its type, counted from the smallest. The trait is sealed.
pub trait Ranked: Int {
    #[doc(hidden)]
    type Rank: UnsignedInt;
    /// The largest that a rank's type holds.
    #[doc(hidden)]
    const LAST: Self::Rank;
    #[doc(hidden)]
    fn rank(self) -> Self::Rank;
    #[doc(hidden)]
    fn from_rank(rank: Self::Rank) -> Self;
}

macro_rules! ranked {
    ($($int:ident as $unsigned:ident in $rank:ident $width:literal)*) => {$(
        has_atomic! { $width:
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
        }
    )*};
}

// A rank has one value to spare, for "no sample", where there is a wider integer.
ranked! {
    u8 as u8 in u16 "16"
    u16 as u16 in u32 "32"
    u32 as u32 in u64 "64"
    u64 as u64 in u64 "64"
    usize as usize in usize "ptr"
    i8 as u8 in u16 "16"
    i16 as u16 in u32 "32"
    i32 as u32 in u64 "64"
    i64 as u64 in u64 "64"
    isize as usize in usize "ptr"
}

has_no_atomic_64! {
    ranked! {
        u32 as u32 in u32 "32"
        i32 as u32 in u32 "32"
    }
}

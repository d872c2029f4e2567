//! The integers that have an atomic, and the few operations on it that cells need.

use core::fmt::Debug;

use crate::primitive::{self, Ordering};

/// What a cell asks of an integer's atomic. Out of reach, so that the integers below stay the only ones.
pub(crate) mod sealed {
    use super::Ordering;

    pub trait AtomicInt: Copy {
        /// The atomic that holds this integer.
        type Atomic: Send + Sync;
        const ZERO: Self;
        const ONE: Self;
        #[cfg(not(atomic_state_loom))]
        const ZERO_ATOMIC: Self::Atomic;

        fn into_atomic(self) -> Self::Atomic;
        fn load(atomic: &Self::Atomic, order: Ordering) -> Self;
        fn swap(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self;
        fn fetch_add(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self;
    }
}

/// An unsigned integer that has an atomic: `u8`, `u16`, `u32`, `usize`, and `u64`.
///
/// `u64` is one on targets with 64-bit atomics, and everywhere with the feature `portable-atomic`. The trait is
/// sealed.
pub trait UnsignedInt: sealed::AtomicInt + Debug {}

/// The atomic of an integer at zero, in a [`const_fn`](crate::primitive::const_fn).
#[cfg(not(atomic_state_loom))]
macro_rules! zero_atomic {
    ($int:ty) => {
        <$int as AtomicInt>::ZERO_ATOMIC
    };
}
#[cfg(atomic_state_loom)]
macro_rules! zero_atomic {
    ($int:ty) => {
        <$int as AtomicInt>::ZERO.into_atomic()
    };
}
pub(crate) use zero_atomic;

/// Calls a macro with each unsigned integer, its atomic, and the width that a target must support.
macro_rules! for_unsigned_ints {
    ($then:ident) => {
        $then! {
            u8 AtomicU8 "8"
            u16 AtomicU16 "16"
            u32 AtomicU32 "32"
            u64 AtomicU64 "64"
            usize AtomicUsize "ptr"
        }
    };
}
pub(crate) use for_unsigned_ints;

macro_rules! unsigned {
    ($($int:ident $atomic:ident $width:literal)*) => {$(
        #[cfg(any(atomic_state_loom, feature = "portable-atomic", target_has_atomic = $width))]
        impl sealed::AtomicInt for $int {
            type Atomic = primitive::$atomic;
            const ZERO: Self = 0;
            const ONE: Self = 1;
            #[cfg(not(atomic_state_loom))]
            #[allow(clippy::declare_interior_mutable_const, reason = "each use starts an atomic of its own")]
            const ZERO_ATOMIC: Self::Atomic = primitive::$atomic::new(0);

            #[inline]
            fn into_atomic(self) -> Self::Atomic {
                primitive::$atomic::new(self)
            }

            #[inline]
            fn load(atomic: &Self::Atomic, order: Ordering) -> Self {
                atomic.load(order)
            }

            #[inline]
            fn swap(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self {
                atomic.swap(value, order)
            }

            #[inline]
            fn fetch_add(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self {
                atomic.fetch_add(value, order)
            }
        }

        #[cfg(any(atomic_state_loom, feature = "portable-atomic", target_has_atomic = $width))]
        impl UnsignedInt for $int {}
    )*};
}

for_unsigned_ints!(unsigned);

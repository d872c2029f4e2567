//! The integers that have an atomic, and the few operations on it that cells need.

use core::fmt::Debug;

use crate::primitive::{self, Ordering, has_atomic};

/// What a cell asks of an integer and its atomic. Out of reach, so that the integers below stay the only ones.
pub(crate) mod sealed {
    use super::Ordering;

    pub trait AtomicInt: Copy + Ord {
        /// The atomic that holds this integer.
        type Atomic: Send + Sync;
        const ZERO: Self;
        const ONE: Self;
        #[cfg(not(atomic_state_loom))]
        const ZERO_ATOMIC: Self::Atomic;
        /// True, where the target has the atomic. Elsewhere it does not compile.
        #[cfg(not(atomic_state_loom))]
        const IS_AVAILABLE: bool;
        #[cfg(atomic_state_loom)]
        const IS_AVAILABLE: bool = true;

        fn into_atomic(self) -> Self::Atomic;
        /// Changes an atomic that nobody shares, and returns what it holds then.
        #[cfg(feature = "per-thread")]
        fn change(atomic: &mut Self::Atomic, change: impl FnOnce(Self) -> Self) -> Self;
        fn load(atomic: &Self::Atomic, order: Ordering) -> Self;
        fn store(atomic: &Self::Atomic, value: Self, order: Ordering);
        fn swap(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self;
        fn fetch_add(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self;
        fn fetch_sub(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self;
        fn compare_exchange(
            atomic: &Self::Atomic,
            old: Self,
            new: Self,
            success: Ordering,
            failure: Ordering,
        ) -> Result<Self, Self>;
        fn fetch_max(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self;
        /// Sign-extended, where there is a sign.
        fn into_wide(self) -> i64;
        /// The lowest bits of a wide integer.
        fn from_wide(wide: i64) -> Self;
        fn wrapping_add(self, other: Self) -> Self;
        fn wrapping_sub(self, other: Self) -> Self;
        fn value(self) -> crate::Value<'static>;
    }
}

/// An integer that has an atomic: those of 8, 16, 32 and 64 bits, `usize` and `isize`. The trait is sealed.
///
/// On a target without 64-bit atomics, a cell of 64 bits needs the feature `portable-atomic`: without the feature, its
/// `new` does not compile.
pub trait Int: sealed::AtomicInt + Debug {}

/// An [`Int`] without a sign. The trait is sealed.
#[diagnostic::on_unimplemented(
    message = "a counter cannot be kept in `{Self}`",
    note = "write `u8`, `u16`, `u32`, `u64` or `usize`; use a gauge for a number that also goes down"
)]
pub trait UnsignedInt: Int {}

/// The atomic of an integer at zero, in a `__const_fn`.
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

/// Calls a macro with its first arguments, and then with each unsigned integer, the integer's atomic and its width.
macro_rules! for_unsigned_ints {
    ($then:ident $($first:tt)*) => {
        $then! {
            $($first)*
            u8 AtomicU8 "8"
            u16 AtomicU16 "16"
            u32 AtomicU32 "32"
            u64 AtomicU64 "64"
            usize AtomicUsize "ptr"
        }
    };
}
pub(crate) use for_unsigned_ints;

/// The same for each signed integer.
macro_rules! for_signed_ints {
    ($then:ident $($first:tt)*) => {
        $then! {
            $($first)*
            i8 AtomicI8 "8"
            i16 AtomicI16 "16"
            i32 AtomicI32 "32"
            i64 AtomicI64 "64"
            isize AtomicIsize "ptr"
        }
    };
}
pub(crate) use for_signed_ints;

/// Lets integers be values of a kind: each stands for itself.
macro_rules! stands_for_itself {
    ($value:ident $($int:ident $atomic:ident $width:literal)*) => {$(
        impl $value for $int {
            type Int = Self;

            #[inline]
            fn into_int(self) -> Self {
                self
            }

            #[inline]
            fn from_int(int: Self) -> Self {
                int
            }
        }
    )*};
}
pub(crate) use stands_for_itself;

// A width is a `tt`: as a `literal` it would not match `"64"` in `has_atomic`.
macro_rules! int {
    ($variant:ident $wide:ident: $($int:ident $atomic:ident $width:tt)*) => {$(
        impl sealed::AtomicInt for $int {
            type Atomic = primitive::$atomic;
            const ZERO: Self = 0;
            const ONE: Self = 1;
            #[cfg(not(atomic_state_loom))]
            #[allow(clippy::declare_interior_mutable_const, reason = "each use starts an atomic of its own")]
            const ZERO_ATOMIC: Self::Atomic = primitive::$atomic::new(0);
            #[cfg(not(atomic_state_loom))]
            const IS_AVAILABLE: bool = {
                _ = primitive::$atomic::new(0);
                true
            };

            #[inline]
            fn into_atomic(self) -> Self::Atomic {
                primitive::$atomic::new(self)
            }

            #[cfg(all(feature = "per-thread", not(atomic_state_loom)))]
            #[inline]
            fn change(atomic: &mut Self::Atomic, change: impl FnOnce(Self) -> Self) -> Self {
                let int = atomic.get_mut();
                *int = change(*int);
                *int
            }

            #[cfg(all(feature = "per-thread", atomic_state_loom))]
            fn change(atomic: &mut Self::Atomic, change: impl FnOnce(Self) -> Self) -> Self {
                atomic.with_mut(|int| {
                    *int = change(*int);
                    *int
                })
            }

            #[inline]
            fn load(atomic: &Self::Atomic, order: Ordering) -> Self {
                atomic.load(order)
            }

            #[inline]
            fn store(atomic: &Self::Atomic, value: Self, order: Ordering) {
                atomic.store(value, order);
            }

            #[inline]
            fn swap(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self {
                atomic.swap(value, order)
            }

            #[inline]
            fn fetch_add(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self {
                atomic.fetch_add(value, order)
            }

            #[inline]
            fn fetch_sub(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self {
                atomic.fetch_sub(value, order)
            }

            #[inline]
            fn compare_exchange(
                atomic: &Self::Atomic,
                old: Self,
                new: Self,
                success: Ordering,
                failure: Ordering,
            ) -> Result<Self, Self> {
                atomic.compare_exchange(old, new, success, failure)
            }

            #[inline]
            fn fetch_max(atomic: &Self::Atomic, value: Self, order: Ordering) -> Self {
                atomic.fetch_max(value, order)
            }

            #[inline]
            #[allow(
                clippy::cast_lossless,
                clippy::cast_possible_wrap,
                reason = "two's complement is what adds up exactly"
            )]
            fn into_wide(self) -> i64 {
                self as i64
            }

            #[inline]
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "two's complement is what adds up exactly"
            )]
            fn from_wide(wide: i64) -> Self {
                wide as Self
            }

            #[inline]
            fn wrapping_add(self, other: Self) -> Self {
                self.wrapping_add(other)
            }

            #[inline]
            fn wrapping_sub(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }

            #[inline]
            #[allow(clippy::cast_lossless, reason = "`usize` has no lossless cast, and this one loses nothing")]
            fn value(self) -> crate::Value<'static> {
                crate::Value::$variant(self as $wide)
            }
        }

        impl Int for $int {}

        has_atomic! { $width: { impl Available for $int {} } else {} }
    )*};
}

macro_rules! unsigned {
    ($($int:ident $atomic:ident $width:tt)*) => {
        int! { Unsigned u64: $($int $atomic $width)* }
        $(impl UnsignedInt for $int {})*
    };
}

macro_rules! signed {
    ($($int:ident $atomic:ident $width:tt)*) => {
        int! { Signed i64: $($int $atomic $width)* }
    };
}

for_unsigned_ints!(unsigned);
for_signed_ints!(signed);

/// A number that has an atomic on this target.
#[diagnostic::on_unimplemented(
    message = "this target has no atomic that holds a `{Self}`",
    label = "needs 64-bit atomics",
    note = "turn on the feature `portable-atomic` of `atomic-state`, or use a smaller integer"
)]
pub trait Available {}

has_atomic! { "64": { impl Available for core::time::Duration {} impl Available for f64 {} } else {} }

/// Compiles where the number has an atomic, so that the error stands at the user's type.
pub const fn available<T: Available>() {}

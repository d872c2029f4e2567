//! Values that start at a constant.

use core::time::Duration;

use super::AtomicOf;
use super::stored::{StoredValue, nanoseconds};
use crate::int::{for_signed_ints, for_unsigned_ints};
use crate::primitive;

/// The user's constant. Generated code has a type for each.
pub trait Start {
    /// The field's type.
    type Value;
    /// The constant.
    const VALUE: Self::Value;
}

/// A type of which a field can start at the constant of `S`.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot start at a constant",
    label = "can't have a `start`",
    note = "`start` is for integers, `bool`, `f32`, `f64`, `Duration` and enums that derive `Variants`",
    note = "set the value where the state is made, or start from a plain struct, by `From`"
)]
pub trait StartsAt<S>: StoredValue {
    /// The atomic at that constant.
    #[cfg(not(atomic_state_loom))]
    const __START: AtomicOf<Self>;
    /// The same, where there are no constants of atomics.
    #[cfg(atomic_state_loom)]
    fn __start() -> AtomicOf<Self>;
}

/// The item of [`StartsAt`].
#[cfg(not(atomic_state_loom))]
#[doc(hidden)]
#[macro_export]
macro_rules! __start {
    ($atomic:expr) => {
        const __START: $crate::__private::value::AtomicOf<Self> = $atomic;
    };
}

#[cfg(atomic_state_loom)]
#[doc(hidden)]
#[macro_export]
macro_rules! __start {
    ($atomic:expr) => {
        fn __start() -> $crate::__private::value::AtomicOf<Self> {
            $atomic
        }
    };
}

/// The atomic at a constant, in a `__const_fn`.
#[cfg(not(atomic_state_loom))]
macro_rules! start_atomic {
    ($value:ident, $start:ident) => {
        <$value as StartsAt<$start>>::__START
    };
}
#[cfg(atomic_state_loom)]
macro_rules! start_atomic {
    ($value:ident, $start:ident) => {
        <$value as StartsAt<$start>>::__start()
    };
}
pub(super) use start_atomic;

macro_rules! starts {
    ($($type:ident $atomic:ident |$value:ident| $code:expr;)*) => {$(
        impl<S: Start<Value = $type>> StartsAt<S> for $type {
            crate::__start!(primitive::$atomic::new({
                let $value = S::VALUE;
                $code
            }));
        }
    )*};
}

macro_rules! ints {
    ($($int:ident $atomic:ident $width:literal)*) => {
        starts! { $($int $atomic |int| int;)* }
    };
}

for_unsigned_ints!(ints);
for_signed_ints!(ints);

starts! {
    bool AtomicU8 |set| if set { 1 } else { 0 };
    f32 AtomicU32 |float| float.to_bits();
    f64 AtomicU64 |float| float.to_bits();
    Duration AtomicU64 |duration| nanoseconds(duration);
}

crate::__const_fn! {
    /// The atomic of an enum's variant.
    #[must_use]
    pub fn index_atomic(index: usize) -> primitive::AtomicUsize {
        primitive::AtomicUsize::new(index)
    }
}

//! What stands in for the atomics that the target does not have. Code that names them compiles, so that the derive can
//! report one mistake once; code that would use one does not.

use super::Ordering;

macro_rules! missing {
    ($($atomic:ident $int:ident)*) => {$(
        #[allow(dead_code, unreachable_pub, reason = "a sealed trait's type is public")]
        pub struct $atomic(());

        #[allow(dead_code, clippy::needless_pass_by_value, reason = "they are the methods of an atomic")]
        impl $atomic {
            pub(crate) const fn new(_: $int) -> Self {
                panic!("this target has no such atomic: turn on the feature `portable-atomic` of `atomic-state`")
            }

            #[cfg(feature = "per-thread")]
            pub(crate) fn get_mut(&mut self) -> &mut $int {
                unreachable!("`new` has panicked")
            }

            pub(crate) fn load(&self, _: Ordering) -> $int {
                unreachable!("`new` has panicked")
            }

            pub(crate) fn store(&self, _: $int, _: Ordering) {
                unreachable!("`new` has panicked")
            }

            pub(crate) fn swap(&self, _: $int, _: Ordering) -> $int {
                unreachable!("`new` has panicked")
            }

            pub(crate) fn compare_exchange(&self, _: $int, _: $int, _: Ordering, _: Ordering) -> Result<$int, $int> {
                unreachable!("`new` has panicked")
            }

            pub(crate) fn fetch_add(&self, _: $int, _: Ordering) -> $int {
                unreachable!("`new` has panicked")
            }

            pub(crate) fn fetch_sub(&self, _: $int, _: Ordering) -> $int {
                unreachable!("`new` has panicked")
            }

            pub(crate) fn fetch_or(&self, _: $int, _: Ordering) -> $int {
                unreachable!("`new` has panicked")
            }

            pub(crate) fn fetch_max(&self, _: $int, _: Ordering) -> $int {
                unreachable!("`new` has panicked")
            }
        }
    )*};
}

missing! {
    AtomicBool bool
    AtomicI8 i8
    AtomicU8 u8
    AtomicI16 i16
    AtomicU16 u16
    AtomicI32 i32
    AtomicU32 u32
    AtomicI64 i64
    AtomicU64 u64
    AtomicIsize isize
    AtomicUsize usize
}

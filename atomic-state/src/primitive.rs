//! The one place that decides which atomics everything else stands on: the model checker's, those of the
//! `portable-atomic` crate, or the target's own.

#[cfg(feature = "wait")]
pub(crate) mod wait;

#[cfg(atomic_state_loom)]
mod source {
    pub(crate) use loom::sync::atomic::{
        AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32, AtomicU64,
        AtomicUsize,
    };
}

#[cfg(all(not(atomic_state_loom), feature = "portable-atomic"))]
mod source {
    pub(crate) use portable_atomic::{
        AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicIsize, AtomicU8, AtomicU16, AtomicU32, AtomicU64,
        AtomicUsize,
    };
}

#[cfg(all(not(atomic_state_loom), not(feature = "portable-atomic")))]
mod source {
    #[cfg(target_has_atomic = "8")]
    pub(crate) use core::sync::atomic::{AtomicBool, AtomicI8, AtomicU8};
    #[cfg(target_has_atomic = "16")]
    pub(crate) use core::sync::atomic::{AtomicI16, AtomicU16};
    #[cfg(target_has_atomic = "32")]
    pub(crate) use core::sync::atomic::{AtomicI32, AtomicU32};
    #[cfg(target_has_atomic = "64")]
    pub(crate) use core::sync::atomic::{AtomicI64, AtomicU64};
    #[cfg(target_has_atomic = "ptr")]
    pub(crate) use core::sync::atomic::{AtomicIsize, AtomicUsize};
}

#[cfg(all(feature = "per-thread", not(atomic_state_loom)))]
pub(crate) use core::sync::atomic::fence;
#[cfg(all(feature = "per-thread", atomic_state_loom))]
pub(crate) use loom::sync::atomic::fence;

pub(crate) use core::sync::atomic::Ordering;
pub(crate) use source::*;

/// Items that stand on an atomic of a width, left out where there is none.
macro_rules! has_atomic {
    ($width:literal: $($item:item)*) => {
        $(
            #[cfg(any(atomic_state_loom, feature = "portable-atomic", target_has_atomic = $width))]
            $item
        )*
    };
}
pub(crate) use has_atomic;

/// Items for where there is no atomic of 64 bits, so that a wider one has to be done without.
macro_rules! has_no_atomic_64 {
    ($($item:item)*) => {
        $(
            #[cfg(not(any(atomic_state_loom, feature = "portable-atomic", target_has_atomic = "64")))]
            $item
        )*
    };
}
pub(crate) use has_no_atomic_64;

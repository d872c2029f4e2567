//! The one place that decides which atomics everything else stands on: the model checker's, those of the
//! `portable-atomic` crate, or the target's own.

#[cfg(atomic_state_loom)]
mod source {
    pub(crate) use loom::sync::atomic::{AtomicBool, AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize};
}

#[cfg(all(not(atomic_state_loom), feature = "portable-atomic"))]
mod source {
    pub(crate) use portable_atomic::{AtomicBool, AtomicU8, AtomicU16, AtomicU32, AtomicU64, AtomicUsize};
}

#[cfg(all(not(atomic_state_loom), not(feature = "portable-atomic")))]
mod source {
    #[cfg(target_has_atomic = "16")]
    pub(crate) use core::sync::atomic::AtomicU16;
    #[cfg(target_has_atomic = "32")]
    pub(crate) use core::sync::atomic::AtomicU32;
    #[cfg(target_has_atomic = "64")]
    pub(crate) use core::sync::atomic::AtomicU64;
    #[cfg(target_has_atomic = "ptr")]
    pub(crate) use core::sync::atomic::AtomicUsize;
    #[cfg(target_has_atomic = "8")]
    pub(crate) use core::sync::atomic::{AtomicBool, AtomicU8};
}

pub(crate) use core::sync::atomic::Ordering;
pub(crate) use source::*;

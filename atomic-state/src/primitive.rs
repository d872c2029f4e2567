//! The one place that picks the atomics under everything else: the model checker's, those of the `portable-atomic`
//! crate, or the target's own.

mod missing;
#[cfg(feature = "wait")]
pub(crate) mod wait;

/// Items that need an atomic of a width, and in braces after `else` the items that take their place where there is
/// none.
///
/// `cfg(atomic_state_without_64)` stands in for a target that has no 64-bit atomics, so that tests can see what happens
/// there.
macro_rules! has_atomic {
    ("64": { $($item:item)* } else { $($other:item)* }) => {
        $(
            #[cfg(any(
                atomic_state_loom,
                feature = "portable-atomic",
                all(target_has_atomic = "64", not(atomic_state_without_64))
            ))]
            $item
        )*
        $(
            #[cfg(not(any(
                atomic_state_loom,
                feature = "portable-atomic",
                all(target_has_atomic = "64", not(atomic_state_without_64))
            )))]
            $other
        )*
    };
    ($width:literal: { $($item:item)* } else { $($other:item)* }) => {
        $(
            #[cfg(any(atomic_state_loom, feature = "portable-atomic", target_has_atomic = $width))]
            $item
        )*
        $(
            #[cfg(not(any(atomic_state_loom, feature = "portable-atomic", target_has_atomic = $width)))]
            $other
        )*
    };
}
pub(crate) use has_atomic;

#[cfg(all(not(atomic_state_loom), not(feature = "portable-atomic")))]
#[allow(unused_imports, reason = "some targets have no atomic that can be changed in one step")]
use core::sync::atomic as source;
#[cfg(atomic_state_loom)]
use loom::sync::atomic as source;
#[cfg(all(not(atomic_state_loom), feature = "portable-atomic"))]
use portable_atomic as source;

has_atomic! {
    "8": {
        pub(crate) use source::{AtomicI8, AtomicU8};
    } else {
        pub(crate) use missing::{AtomicI8, AtomicU8};
    }
}
has_atomic! {
    "8": {
        pub(crate) use source::AtomicBool;
    } else {
        pub(crate) use missing::AtomicBool;
    }
}
has_atomic! {
    "16": {
        pub(crate) use source::{AtomicI16, AtomicU16};
    } else {
        pub(crate) use missing::{AtomicI16, AtomicU16};
    }
}
has_atomic! {
    "32": {
        pub(crate) use source::{AtomicI32, AtomicU32};
    } else {
        pub(crate) use missing::{AtomicI32, AtomicU32};
    }
}
has_atomic! {
    "64": {
        pub(crate) use source::{AtomicI64, AtomicU64};
    } else {
        pub(crate) use missing::{AtomicI64, AtomicU64};
    }
}
has_atomic! {
    "ptr": {
        pub(crate) use source::{AtomicIsize, AtomicUsize};
    } else {
        pub(crate) use missing::{AtomicIsize, AtomicUsize};
    }
}

#[cfg(all(feature = "per-thread", not(atomic_state_loom)))]
pub(crate) use core::sync::atomic::fence;
#[cfg(all(feature = "per-thread", atomic_state_loom))]
pub(crate) use loom::sync::atomic::fence;

#[cfg(all(feature = "per-thread", atomic_state_loom))]
pub(crate) use loom::sync::{Mutex, MutexGuard};
#[cfg(all(feature = "per-thread", not(atomic_state_loom)))]
pub(crate) use std::sync::{Mutex, MutexGuard};

pub(crate) use core::sync::atomic::Ordering;

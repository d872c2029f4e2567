//! Fields of which each thread keeps a share of its own, in a block that no other thread writes.
//!
//! ```text
//! PerThread<B>                 in the state: what a field's value is made of
//!   base: B                    what the state started with, minus what was taken
//!   blocks: Blocks<B>          one B for each thread number that has recorded here
//!     #0  #1  #2  …            found by thread number (thread.rs)
//!         ▲
//!         Lease<'_, B>         one thread's block, held until the lease ends
//! ```
//!
//! `B` is a struct that the derive generates, with one cell for each field: that thread's share. A share of a number is a
//! cell that one thread writes ([`Single`](crate::writer::Single)), so adding is a load and a store.

#[cfg(not(atomic_state_loom))]
mod slots;
#[cfg(atomic_state_loom)]
#[path = "modelled.rs"]
mod slots;
#[cfg(not(atomic_state_loom))]
mod thread;

use core::fmt;

use self::slots::Blocks;
pub use self::slots::Lease;
use crate::cell::__Live;

/// A cell of which each thread can have one.
pub trait Share: __Live {
    /// The field's value. `shares` returns the shares that are known when it is called, and it must be called after the
    /// base is read: the base may tell of more shares.
    fn total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> Self::Value;

    /// Like `total`, and restarts what counts per interval.
    fn take_total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> Self::Value;
}

/// The fields of a state that are kept per thread.
pub struct PerThread<B> {
    base: B,
    blocks: Blocks<B>,
}

impl<B: Default> PerThread<B> {
    crate::__const_fn! {
        /// No blocks yet, and what the state starts with.
        #[must_use]
        pub fn new(base: B) -> Self {
            Self { base, blocks: Blocks::new() }
        }
    }

    /// This thread's block, to be kept at hand.
    pub fn lease(&self) -> Lease<'_, B> {
        self.blocks.lease()
    }
}

/// Gives this thread's block to a function that may write it.
#[inline]
pub fn with<B: Default, R>(shares: &PerThread<B>, then: impl FnOnce(&B) -> R) -> R {
    match shares.blocks.own() {
        Some(block) => then(block),
        None => with_lease(shares, then),
    }
}

/// The first time that this thread writes here, every time once its thread-locals are being destroyed, and every time if
/// many threads have come before it. It takes the function instead of returning the block: an ending thread holds the block
/// for that long only.
#[cold]
#[inline(never)]
fn with_lease<B: Default, R>(shares: &PerThread<B>, then: impl FnOnce(&B) -> R) -> R {
    match shares.blocks.own_later() {
        Some(block) => then(block),
        None => shares.lease().with(then),
    }
}

/// A field's value, which may restart.
#[inline]
pub fn read<B, C: Share>(shares: &PerThread<B>, restarts: bool, field: impl Fn(&B) -> &C) -> C::Value {
    let (base, of_threads) = (field(&shares.base), || shares.blocks.iter().map(&field));
    if restarts { C::take_total(base, of_threads) } else { C::total(base, of_threads) }
}

/// A field's value as `Debug` output shows it.
pub fn shown<B, C: Share + fmt::Debug>(shares: &PerThread<B>, field: impl Fn(&B) -> &C) -> impl fmt::Debug {
    C::__from(&read(shares, false, field))
}

#[cfg(all(test, not(atomic_state_loom)))]
mod tests {
    use std::thread;

    use super::{PerThread, read, with};
    use crate::Counter;
    use crate::writer::Single;

    #[test]
    fn ten_thousand_short_threads_need_a_handful_of_blocks() {
        let count = PerThread::new(Counter::<u64, Single>::new());
        for _ in 0..10_000 {
            thread::scope(|scope| {
                scope.spawn(|| with(&count, Counter::increment));
            });
        }
        assert_eq!(read(&count, false, |block| block), 10_000);
        // The threads of other tests have numbers too, and each living one may cost a block here.
        let blocks = count.blocks.iter().count();
        assert!(blocks < 64, "{blocks} blocks");
    }
}

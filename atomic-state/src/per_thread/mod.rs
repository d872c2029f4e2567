//! Fields of which each thread keeps a share of its own, in a block that no other thread writes.
//!
//! A share is the cell that the field would have, over [`SingleWriter`]: adding to it is a load and a store. A field's value
//! is what all shares make up together with a base, which belongs to no thread: it holds what the state started with and,
//! for a counter, minus what was taken.

#[cfg(not(atomic_state_loom))]
mod buckets;
#[cfg(atomic_state_loom)]
#[path = "modelled.rs"]
mod buckets;
#[cfg(not(atomic_state_loom))]
mod thread;

use self::buckets::Blocks;
pub use self::buckets::Lease;
use crate::int::sealed::AtomicInt;
use crate::kind::Cell;
use crate::ordering::{self, Order};
use crate::primitive::Ordering;

/// For a cell that is changed by one thread at a time: each change is a load and a store.
#[derive(Debug)]
pub enum SingleWriter {}

impl ordering::sealed::Sealed for SingleWriter {}

impl Order for SingleWriter {
    const LOAD: Ordering = Ordering::Relaxed;
    const STORE: Ordering = Ordering::Relaxed;
    const MODIFY: Ordering = Ordering::Relaxed;

    #[inline]
    fn add<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I {
        let before = I::load(atomic, Ordering::Relaxed);
        I::store(atomic, before.wrapping_add(amount), Ordering::Relaxed);
        before
    }

    #[inline]
    fn sub<I: AtomicInt>(atomic: &I::Atomic, amount: I) -> I {
        let before = I::load(atomic, Ordering::Relaxed);
        I::store(atomic, before.wrapping_sub(amount), Ordering::Relaxed);
        before
    }
}

/// A cell of which each thread can have one.
pub trait Share: Cell {
    /// The field's value. `shares` returns those known when it is called, which must be after the base is read: that may
    /// tell of more.
    fn total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> Self::Value;

    /// As `total`, and restarts what counts per interval.
    fn take_total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> Self::Value {
        Self::total(base, shares)
    }
}

/// The fields of a state that are kept per thread: a block `B` of shares for each thread that records, and one as the base.
pub struct PerThread<B> {
    base: B,
    blocks: Blocks<B>,
}

impl<B: Default> PerThread<B> {
    crate::__const_fn! {
        /// No shares yet, and what the state starts with.
        #[must_use]
        pub fn new(base: B) -> Self {
            Self { base, blocks: Blocks::new() }
        }
    }
}

impl<B> PerThread<B> {
    /// The block that belongs to no thread.
    #[must_use]
    #[inline]
    pub fn base(&self) -> &B {
        &self.base
    }

    /// The value of one field.
    #[must_use]
    #[inline]
    pub fn get<C: Share>(&self, field: impl Fn(&B) -> &C + Copy) -> C::Value {
        C::total(field(&self.base), || self.blocks.iter().map(field))
    }

    /// The value of one field, which is restarted if it counts per interval.
    #[inline]
    pub fn take<C: Share>(&self, field: impl Fn(&B) -> &C + Copy) -> C::Value {
        C::take_total(field(&self.base), || self.blocks.iter().map(field))
    }
}

impl<B: Default> PerThread<B> {
    /// Gives this thread's block to a function that may write it.
    #[inline]
    pub fn with<R>(&self, then: impl FnOnce(&B) -> R) -> R {
        match self.blocks.own() {
            Some(block) => then(block),
            None => self.with_lease(then),
        }
    }

    /// The first time that this thread writes here, and every time once its thread-locals are being destroyed.
    #[cold]
    #[inline(never)]
    fn with_lease<R>(&self, then: impl FnOnce(&B) -> R) -> R {
        then(self.lease().block())
    }

    /// This thread's block, to be kept at hand.
    pub fn lease(&self) -> Lease<'_, B> {
        self.blocks.lease()
    }
}

#[cfg(all(test, not(atomic_state_loom)))]
mod tests {
    use std::thread;

    use super::{PerThread, SingleWriter};
    use crate::Counter;

    #[test]
    fn ten_thousand_short_threads_need_a_handful_of_blocks() {
        let count = PerThread::new(Counter::<u64, SingleWriter>::new());
        for _ in 0..10_000 {
            thread::scope(|scope| {
                scope.spawn(|| count.with(Counter::increment));
            });
        }
        assert_eq!(count.get(|block| block), 10_000);
        // The threads of other tests have numbers too; a block for each of theirs that lives is made along with these.
        let blocks = count.blocks.iter().count();
        assert!(blocks < 64, "{blocks} blocks");
    }
}

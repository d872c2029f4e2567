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

use core::fmt;
use core::marker::PhantomData;

use self::buckets::Blocks;
pub use self::buckets::Lease;
use crate::int::sealed::AtomicInt;
use crate::kind::{Cell, Kind};
use crate::metadata::{Field, Visitor};
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
    /// One field, as all shares of it make it up.
    #[must_use]
    #[inline]
    pub fn field<C: Share, F: Fn(&B) -> &C + Copy>(&self, field: F) -> Shares<'_, B, C, F> {
        Shares { of: self, field, cell: PhantomData }
    }
}

/// One field of which each thread has a share: to a state what the cell of a field in one place is.
pub struct Shares<'a, B, C, F> {
    of: &'a PerThread<B>,
    field: F,
    cell: PhantomData<fn() -> C>,
}

impl<B, C: Share, F: Fn(&B) -> &C + Copy> Shares<'_, B, C, F> {
    /// Its value.
    #[must_use]
    #[inline]
    pub fn get(&self) -> C::Value {
        C::total((self.field)(&self.of.base), || self.of.blocks.iter().map(self.field))
    }

    /// Its value, which is restarted if it counts per interval.
    #[inline]
    pub fn take(&self) -> C::Value {
        C::take_total((self.field)(&self.of.base), || self.of.blocks.iter().map(self.field))
    }
}

impl<B, C, F> fmt::Debug for Shares<'_, B, C, F>
where
    C: Share + From<C::Value> + fmt::Debug,
    F: Fn(&B) -> &C + Copy,
{
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        C::from(self.get()).fmt(formatter)
    }
}

impl<B: Default, C: Share, F: Fn(&B) -> &C + Copy> Cell for Shares<'_, B, C, F> {
    type Value = C::Value;
    const KIND: Kind = C::KIND;

    #[inline]
    fn early(&self) -> C::Value {
        (self.field)(&self.of.base).early()
    }

    #[inline]
    fn late(&self, seen: &mut C::Value) {
        *seen = self.get();
    }

    #[inline]
    fn take_late(&self, seen: &mut C::Value) {
        *seen = self.take();
    }

    #[inline]
    fn merge(&self, batch: &C::Value) {
        self.of.with(|block| (self.field)(block).merge(batch));
    }

    fn since(later: &C::Value, earlier: &C::Value) -> C::Value {
        C::since(later, earlier)
    }

    fn combine(total: &mut C::Value, other: &C::Value) {
        C::combine(total, other);
    }

    fn visit<V: Visitor + ?Sized>(value: &C::Value, field: &'static Field, visitor: &mut V) {
        C::visit(value, field, visitor);
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
        assert_eq!(count.field(|block| block).get(), 10_000);
        // The threads of other tests have numbers too; a block for each of theirs that lives is made along with these.
        let blocks = count.blocks.iter().count();
        assert!(blocks < 64, "{blocks} blocks");
    }
}

//! Fields of which each thread keeps a share of its own, in a block that no other thread writes.
//!
//! ```text
//! PerThread<B>                 in the state: what a field's value is made of
//!   base: B                    what the state started with, minus what was taken
//!   takes                      odd while someone takes (reading.rs)
//!   blocks: Blocks<Block<B>>   one B for each thread number that has recorded here
//!     #0  #1  #2  …            found by thread number (thread.rs); odd while its thread is in an event (block.rs)
//!         ▲
//!         Lease<'_, B>         one thread's block, held until the lease ends
//! ```
//!
//! `B` is a struct that the derive generates, with one cell for each field: that thread's share. A share of a number is
//! a cell that one thread writes ([`Single`](crate::writer::Single)), so adding is a load and a store.

mod block;
mod events;
mod patience;
mod reading;
#[cfg(not(atomic_state_loom))]
mod slots;
#[cfg(atomic_state_loom)]
#[path = "modelled.rs"]
mod slots;
#[cfg(not(atomic_state_loom))]
mod thread;

use core::fmt;
use core::ops::Deref;

use self::block::Block;
pub use self::block::Event;
#[cfg(atomic_state_loom)]
pub use self::patience::{has_given_up, start_over};
pub use self::reading::{Fields, Step, get, read_all, take, value};
use self::slots::Blocks;
use crate::cell::{__Live, __Read};
use crate::primitive::{AtomicUsize, Mutex};

/// A cell of which each thread can have one. A sum of shares is such a cell too. Only the reader has it.
pub trait Share: __Live {
    /// Reads this share of one thread into a new cell. A second try replaces what the first has seen. An extreme that
    /// restarts keeps the better of the two.
    fn __see<R: __Read>(&self, seen: &mut Self);
    /// Adds this share to a sum.
    fn __add_to(&self, sum: &mut Self);
    /// Adds this base to the sum of all shares, and restarts.
    fn __settle<R: __Read>(&self, sum: &mut Self);
    /// The field's value, if this is the sum.
    fn __value(&mut self) -> Self::Value;

    /// The field's value, read by itself. `shares` returns the shares that are known when it is called, and it must be
    /// called after the base is read: the base may tell of more shares.
    fn __total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> Self::Value
    where
        Self: 'a;

    /// Adds a batch within an event.
    #[inline]
    fn __merge_within(&self, batch: &Self::Value) {
        self.__merge(batch);
    }
}

/// The fields of a state that are kept per thread.
pub struct PerThread<B> {
    base: B,
    /// Odd while someone takes.
    takes: AtomicUsize,
    /// Held by the one who takes.
    takers: Mutex<()>,
    blocks: Blocks<Block<B>>,
}

impl<B: Default> PerThread<B> {
    crate::__const_fn! {
        /// No blocks yet, and what the state starts with.
        #[must_use]
        pub fn new(base: B) -> Self {
            Self { base, takes: AtomicUsize::new(0), takers: Mutex::new(()), blocks: Blocks::new() }
        }
    }

    /// This thread's block, to be kept at hand.
    pub fn lease(&self) -> Lease<'_, B> {
        Lease(self.blocks.lease())
    }
}

/// A thread's block. No other thread gets the block while this lives.
pub struct Lease<'a, B>(slots::OwnBlock<'a, Block<B>>);

impl<B> Lease<'_, B> {
    /// Whether this thread is in an event of the state.
    #[must_use]
    #[inline]
    pub fn is_in_event(&self) -> bool {
        self.0.block().is_in_event()
    }

    /// Makes one event of what a function records.
    #[inline]
    pub fn event<R>(&self, then: impl FnOnce(Event<'_, B>) -> R) -> R {
        let _lent = self.0.lend();
        in_event(self.0.block(), then)
    }
}

/// The shares, which this thread may write.
impl<B> Deref for Lease<'_, B> {
    type Target = B;

    #[inline]
    fn deref(&self) -> &B {
        &self.0.block().shares
    }
}

#[inline]
fn in_event<B, R>(block: &Block<B>, then: impl FnOnce(Event<'_, B>) -> R) -> R {
    let _running = block.begin();
    then(Event::new(block))
}

/// Gives this thread's shares to a function that may write them.
#[inline]
pub fn with<B: Default, R>(shares: &PerThread<B>, then: impl FnOnce(&B) -> R) -> R {
    match shares.blocks.own() {
        Some(block) => then(&block.shares),
        None => with_lease(shares, |block| then(&block.shares)),
    }
}

/// Like `with`, and tells whether this thread is in an event of the state.
#[inline]
pub fn within<B: Default, R>(shares: &PerThread<B>, then: impl FnOnce(&B, bool) -> R) -> R {
    match shares.blocks.own() {
        Some(block) => then(&block.shares, block.is_in_event()),
        None => with_lease(shares, |block| then(&block.shares, block.is_in_event())),
    }
}

/// Makes one event of what a function records in this thread's shares.
#[inline]
pub fn event<B: Default, R>(shares: &PerThread<B>, then: impl FnOnce(Event<'_, B>) -> R) -> R {
    match shares.blocks.own() {
        Some(block) => in_event(block, then),
        None => with_lease(shares, |block| in_event(block, then)),
    }
}

/// The first time that this thread writes here, every time once its thread-locals are being destroyed, and every time
/// if many threads have come before it. It takes the function instead of returning the block: an ending thread holds
/// the block for that long only.
#[cold]
#[inline(never)]
fn with_lease<B: Default, R>(shares: &PerThread<B>, then: impl FnOnce(&Block<B>) -> R) -> R {
    if let Some(block) = shares.blocks.own_later() {
        return then(block);
    }
    let lease = shares.blocks.lease();
    let _lent = lease.lend();
    then(lease.block())
}

/// A field's value as `Debug` output shows it.
pub fn shown<B, C: Share + fmt::Debug>(shares: &PerThread<B>, field: impl Fn(&B) -> &C) -> impl fmt::Debug {
    C::__from(&get(shares, field))
}

#[cfg(all(test, not(atomic_state_loom)))]
mod tests {
    use std::thread;

    use super::{PerThread, event, get, with};
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
        assert_eq!(get(&count, |block| block), 10_000);
        // The threads of other tests have numbers too, and each living one may cost a block here.
        let blocks = count.blocks.iter().count();
        assert!(blocks < 64, "{blocks} blocks");
    }

    #[test]
    fn a_lease_knows_whether_its_thread_is_in_an_event_of_the_state() {
        let (count, other) =
            (PerThread::new(Counter::<u64, Single>::new()), PerThread::new(Counter::<u64, Single>::new()));
        let lease = count.lease();
        assert!(!lease.is_in_event());
        event(&count, |_| assert!(lease.is_in_event()));
        event(&other, |_| assert!(!lease.is_in_event()));
        assert!(!lease.is_in_event());
    }
}

//! Blocks as the model checker can follow them. The model checker has no `OnceLock`, and it destroys its statics before
//! it runs the destructors of thread-locals. So threads cannot hand their numbers on as they do elsewhere.
//!
//! Here a thread hands its block on after each record, through a lock: more often than elsewhere, and in the same way.
//! All other code is the same: what a share is, how it is written, and how shares are read and taken from.

use std::vec::Vec;

use loom::sync::Mutex;
use loom::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// More than a model has threads and views.
const BLOCKS: usize = 12;
/// How many blocks are read together: fewer than elsewhere, so that models with two threads read theirs together.
pub(super) const TOGETHER: usize = 2;

pub(super) struct Blocks<B> {
    blocks: Vec<B>,
    /// Beside each block how many have held it, as its last holder wrote it. Like memory that is not atomic, it is
    /// Relaxed: only the lock tells the next holder of it.
    holders: Vec<AtomicUsize>,
    /// The blocks that nobody holds, and how many have held each.
    free: Mutex<Vec<(usize, usize)>>,
    /// How many have ever been held.
    reached: AtomicUsize,
}

impl<B: Default> Blocks<B> {
    pub(super) fn new() -> Self {
        let blocks = (0..BLOCKS).map(|_| B::default()).collect();
        let holders = (0..BLOCKS).map(|_| AtomicUsize::new(0)).collect();
        let free = (0..BLOCKS).rev().map(|index| (index, 0)).collect();
        Self { blocks, holders, free: Mutex::new(free), reached: AtomicUsize::new(0) }
    }

    pub(super) fn lease(&self) -> OwnBlock<'_, B> {
        let mut free = self.free.lock().expect("nothing panics under this lock");
        let (index, holders) = free.pop().expect("a model has few threads and views");
        let seen = self.holders[index].load(Relaxed);
        assert_eq!(seen, holders, "a thread does not see what the block's last holder wrote");
        self.holders[index].store(holders + 1, Relaxed);
        // A change, not a load and a store: after those the model checker would not go back to readers' loads.
        self.reached.fetch_max(index + 1, Relaxed);
        OwnBlock { blocks: self, index, holders: holders + 1 }
    }
}

impl<B> Blocks<B> {
    #[allow(clippy::unused_self, reason = "elsewhere, a thread keeps its block")]
    pub(super) fn own(&self) -> Option<&B> {
        None
    }

    #[allow(clippy::unused_self, reason = "elsewhere, a thread keeps its block")]
    pub(super) fn own_later(&self) -> Option<&B> {
        None
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &B> {
        self.blocks[..self.reached.load(Relaxed)].iter()
    }

    pub(super) fn fold<S>(
        &self,
        start: S,
        one: impl Fn(S, [&B; 1]) -> S,
        several: impl Fn(S, [&B; TOGETHER]) -> S,
    ) -> S {
        self.blocks[..self.reached.load(Relaxed)].chunks(TOGETHER).fold(start, |state, blocks| match blocks {
            [a, b] => several(state, [a, b]),
            some => some.iter().fold(state, |state, block| one(state, [block])),
        })
    }
}

/// A block. Nobody else gets the block while this lives.
pub(super) struct OwnBlock<'a, B> {
    blocks: &'a Blocks<B>,
    index: usize,
    /// How many have held it, this one too.
    holders: usize,
}

impl<B> OwnBlock<'_, B> {
    /// The block, which the holder may write.
    pub(super) fn block(&self) -> &B {
        &self.blocks.blocks[self.index]
    }

    #[allow(clippy::unused_self, reason = "elsewhere, a thread has its number")]
    pub(super) fn lend(&self) {}
}

impl<B> Drop for OwnBlock<'_, B> {
    fn drop(&mut self) {
        self.blocks.free.lock().expect("nothing panics under this lock").push((self.index, self.holders));
    }
}

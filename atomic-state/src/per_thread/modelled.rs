//! Blocks as the model checker can follow them. It has no `OnceLock`, and runs the destructors of thread-locals after its
//! statics are gone, so that numbers of threads cannot be handed on as they are elsewhere.
//!
//! Here a block is handed on through a lock after each record, or when a view ends: more often than elsewhere, and in the
//! same way. All else is the same code: what a share is, how it is written, how shares are read and taken from.

use std::vec::Vec;

use loom::sync::Mutex;
use loom::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// More than a model has threads and views.
const BLOCKS: usize = 12;

pub(super) struct Blocks<B> {
    blocks: Vec<B>,
    /// Those that no one holds.
    free: Mutex<Vec<usize>>,
    /// How many have ever been held.
    reached: AtomicUsize,
}

impl<B: Default> Blocks<B> {
    pub(super) fn new() -> Self {
        let blocks = (0..BLOCKS).map(|_| B::default()).collect();
        Self { blocks, free: Mutex::new((0..BLOCKS).rev().collect()), reached: AtomicUsize::new(0) }
    }

    pub(super) fn lease(&self) -> Lease<'_, B> {
        let mut free = self.free.lock().expect("nothing panics under this lock");
        let index = free.pop().expect("a model has few threads and views");
        if self.reached.load(Relaxed) <= index {
            self.reached.store(index + 1, Relaxed);
        }
        Lease { blocks: self, index }
    }
}

impl<B> Blocks<B> {
    #[allow(clippy::unused_self, reason = "elsewhere, a thread keeps its block")]
    pub(super) fn own(&self) -> Option<&B> {
        None
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &B> {
        self.blocks[..self.reached.load(Relaxed)].iter()
    }
}

/// A block, which no one else holds as long as this lives.
pub struct Lease<'a, B> {
    blocks: &'a Blocks<B>,
    index: usize,
}

impl<B> Lease<'_, B> {
    /// The block, which the holder may write.
    #[must_use]
    pub fn block(&self) -> &B {
        &self.blocks.blocks[self.index]
    }
}

impl<B> Drop for Lease<'_, B> {
    fn drop(&mut self) {
        self.blocks.free.lock().expect("nothing panics under this lock").push(self.index);
    }
}

//! Blocks that stay where they are while more are added: in buckets, each twice as large as the one before.

use std::boxed::Box;
use std::sync::OnceLock;

use crossbeam_utils::CachePadded;

use super::thread::{self, Held, Place};

/// Enough for every number that a `u32` can hold.
const BUCKETS: usize = 32;

type Bucket<B> = OnceLock<Box<[CachePadded<B>]>>;

pub(super) struct Blocks<B> {
    /// Every record reads this. So it shares no cache line with other fields of the state, which may be written as
    /// often.
    buckets: CachePadded<[Bucket<B>; BUCKETS]>,
}

impl<B: Default> Blocks<B> {
    pub(super) const fn new() -> Self {
        Self { buckets: CachePadded::new([const { OnceLock::new() }; BUCKETS]) }
    }

    /// This thread's block, to be kept at hand.
    pub(super) fn lease(&self) -> Lease<'_, B> {
        let held = Held::new();
        Lease { block: self.get_or_default(held.place()), _held: held }
    }

    fn get_or_default(&self, place: Place) -> &B {
        let bucket = self.buckets[place.bucket as usize]
            .get_or_init(|| (0..1_usize << place.bucket).map(|_| CachePadded::default()).collect());
        &bucket[place.index as usize]
    }
}

impl<B> Blocks<B> {
    /// This thread's block, unless this is the first use of it, or the thread is ending.
    #[inline]
    pub(super) fn own(&self) -> Option<&B> {
        self.get(thread::place())
    }

    #[inline]
    fn get(&self, place: Place) -> Option<&B> {
        let bucket = self.buckets.get(place.bucket as usize)?.get()?;
        bucket.get(place.index as usize).map(|block| &**block)
    }

    /// All blocks, also those that no thread has used yet. It may miss a block that this thread does not know of yet:
    /// read the base, which can tell of a block, before calling this.
    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = &B> {
        let reached = u32::BITS - thread::highest().leading_zeros();
        self.buckets[..reached as usize]
            .iter()
            .filter_map(OnceLock::get)
            .flat_map(|bucket| bucket.iter().map(|block| &**block))
    }
}

/// A thread's block. No other thread gets the block while this lives.
pub struct Lease<'a, B> {
    block: &'a B,
    _held: Held,
}

impl<B> Lease<'_, B> {
    /// The block, which this thread may write.
    #[must_use]
    #[inline]
    pub fn block(&self) -> &B {
        self.block
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::vec::Vec;

    use super::super::thread::Place;
    use super::Blocks;

    #[test]
    fn each_number_has_a_place_of_its_own() {
        let blocks = Blocks::<u8>::new();
        let addresses: BTreeSet<_> =
            (1..100).map(|number| core::ptr::from_ref(blocks.get_or_default(Place::of(number)))).collect();
        assert_eq!(addresses.len(), 99);
    }

    #[test]
    fn a_block_stays_where_it_is() {
        let blocks = Blocks::<u8>::new();
        let first = core::ptr::from_ref(blocks.get_or_default(Place::of(5)));
        let all: Vec<_> = (1..100).map(|number| blocks.get_or_default(Place::of(number))).collect();
        assert!(core::ptr::eq(first, all[4]));
    }

    #[test]
    fn two_blocks_share_no_cache_line() {
        let blocks = Blocks::<u8>::new();
        let [first, second] = [2, 3].map(|number| core::ptr::from_ref(blocks.get_or_default(Place::of(number))).addr());
        assert!(second.abs_diff(first) >= 64);
    }

    #[test]
    fn nowhere_is_no_place() {
        let blocks = Blocks::<u8>::new();
        blocks.get_or_default(Place::of(1));
        assert!(blocks.get(Place::NOWHERE).is_none());
    }
}

//! Blocks that stay where they are while more are added. Each has a slot, which is found by its thread's number.

use core::hint::black_box;
use std::boxed::Box;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::vec::Vec;

use crossbeam_utils::CachePadded;

use super::thread::{self, Held, Lent};

/// How many numbers have their slot in the table itself: as many as a machine usually has cores.
const FIRST: usize = 64;
/// How many blocks are read together.
pub(super) const TOGETHER: usize = 8;
/// Enough for every number that a `u32` can hold. Each bucket has twice as many slots as the one before.
const BUCKETS: usize = 26;

type Slot<B> = OnceLock<Box<CachePadded<B>>>;
type Bucket<B> = OnceLock<Box<[Slot<B>]>>;

pub(super) struct Blocks<B> {
    /// Every record reads this. So it shares no cache line with other fields of the state, which may be written as
    /// often.
    first: CachePadded<[Slot<B>; FIRST]>,
    /// Made when the first of the later numbers records, so that a state without them stays small.
    later: OnceLock<Box<[Bucket<B>; BUCKETS]>>,
    /// How many slots there are up to the last that has a block: few states are used by all threads. Relaxed: whatever
    /// makes a record visible also makes visible how far its slot is.
    reached: AtomicUsize,
}

impl<B: Default> Blocks<B> {
    pub(super) const fn new() -> Self {
        Self {
            first: CachePadded::new([const { OnceLock::new() }; FIRST]),
            later: OnceLock::new(),
            reached: AtomicUsize::new(0),
        }
    }

    /// This thread's block, to be kept at hand.
    pub(super) fn lease(&self) -> OwnBlock<'_, B> {
        let held = Held::new();
        OwnBlock { block: self.get_or_default(held.index()), held }
    }

    fn get_or_default(&self, index: usize) -> &B {
        let slot = self.first.get(index).unwrap_or_else(|| {
            let (bucket, place) = place(index);
            let later = self.later.get_or_init(|| Box::new([const { OnceLock::new() }; BUCKETS]));
            &later[bucket].get_or_init(|| (0..FIRST << bucket).map(|_| OnceLock::new()).collect())[place]
        });
        slot.get_or_init(|| {
            self.reached.fetch_max(index + 1, Relaxed);
            apart(index, Box::default)
        })
    }
}

impl<B> Blocks<B> {
    /// This thread's block, unless this is the first use of it, or the thread is ending, or many threads have come
    /// before.
    #[inline]
    pub(super) fn own(&self) -> Option<&B> {
        self.first.get(thread::index())?.get().map(|block| &***block)
    }

    /// This thread's block, if many threads have come before and the thread has used it.
    pub(super) fn own_later(&self) -> Option<&B> {
        let index = thread::index();
        if index < FIRST || index == thread::NOWHERE {
            return None;
        }
        let (bucket, index) = place(index);
        self.later.get()?[bucket].get()?[index].get().map(|block| &***block)
    }

    /// All blocks. It may miss a block that this thread does not know of yet: read the base, which can tell of a block,
    /// before calling this.
    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = &B> {
        let reached = self.reached.load(Relaxed);
        let later = self.later.get().into_iter().flat_map(|later| later.iter().filter_map(OnceLock::get).flatten());
        let slots = self.first[..reached.min(FIRST)].iter().chain(later);
        slots.filter_map(OnceLock::get).map(|block| &***block)
    }

    /// Goes through all blocks, as [`iter`](Self::iter) does, several at a time where they stand together.
    #[inline]
    pub(super) fn fold<S>(
        &self,
        start: S,
        one: impl Fn(S, [&B; 1]) -> S,
        several: impl Fn(S, [&B; TOGETHER]) -> S,
    ) -> S {
        let reached = self.reached.load(Relaxed);
        let first = fold(&self.first[..reached.min(FIRST)], start, &one, &several);
        let later = self.later.get().into_iter().flat_map(|later| later.iter().filter_map(OnceLock::get));
        later.fold(first, |state, bucket| fold(bucket, state, &one, &several))
    }
}

/// Makes a block at an address that is not like those of other threads' blocks.
///
/// An allocator gives each thread a heap of its own, and the heaps may start at like addresses: glibc's at multiples of
/// 64 MiB. Blocks at like places in them would fall into the same few sets of the processor's caches and of its table
/// of pages, and a read of all blocks would miss there. So something else takes the heap's next pages meanwhile, more
/// for each number. It is never written, and gone when the block is there.
fn apart<B>(index: usize, make: impl FnOnce() -> B) -> B {
    // The pages are used again after so many numbers, which bounds how far apart blocks are: 66 KiB.
    const STEPS: usize = 16;
    const PAGE_AND_SOME_LINES: usize = 4096 + 5 * 64;
    let taken = black_box(Vec::<u8>::with_capacity(index % STEPS * PAGE_AND_SOME_LINES));
    let block = make();
    drop(taken);
    block
}

fn fold<B, S>(
    slots: &[Slot<B>],
    start: S,
    one: &impl Fn(S, [&B; 1]) -> S,
    several: &impl Fn(S, [&B; TOGETHER]) -> S,
) -> S {
    let mut state = start;
    for group in slots.chunks(TOGETHER) {
        match all(group) {
            Some(blocks) => state = several(state, blocks),
            None => state = group.iter().filter_map(OnceLock::get).fold(state, |state, block| one(state, [block])),
        }
    }
    state
}

/// The blocks of these slots, if there are so many and each has one.
#[inline]
fn all<B, const N: usize>(slots: &[Slot<B>]) -> Option<[&B; N]> {
    let slots: &[Slot<B>; N] = slots.try_into().ok()?;
    // A loop, since functions of arrays may be calls in the machine code.
    let first: &B = slots[0].get()?;
    let mut blocks = [first; N];
    for (block, slot) in blocks.iter_mut().zip(slots) {
        *block = slot.get()?;
    }
    Some(blocks)
}

/// The bucket of a number that is past the first, and the slot in it.
fn place(index: usize) -> (usize, usize) {
    let bucket = (index / FIRST).ilog2();
    (bucket as usize, index - (FIRST << bucket))
}

/// A thread's block. No other thread gets the block while this lives.
pub(super) struct OwnBlock<'a, B> {
    block: &'a B,
    held: Held,
}

impl<B> OwnBlock<'_, B> {
    /// The block, which this thread may write.
    #[inline]
    pub(super) fn block(&self) -> &B {
        self.block
    }

    /// Lets this thread's records in any state use this lease's number, also if the thread is ending.
    #[inline]
    pub(super) fn lend(&self) -> Option<Lent> {
        self.held.lend()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::vec::Vec;

    use super::{Blocks, FIRST, place};

    #[test]
    fn each_number_has_a_slot_of_its_own() {
        let blocks = Blocks::<u8>::new();
        let addresses: BTreeSet<_> = (0..1000).map(|index| core::ptr::from_ref(blocks.get_or_default(index))).collect();
        assert_eq!(addresses.len(), 1000);
    }

    #[test]
    fn every_number_has_a_place_in_some_bucket() {
        assert_eq!([64, 127, 128, 255, 256].map(place), [(0, 0), (0, 63), (1, 0), (1, 127), (2, 0)]);
        assert_eq!(place(u32::MAX as usize), (super::BUCKETS - 1, (1 << 31) - 1));
    }

    #[test]
    fn a_block_stays_where_it_is() {
        let blocks = Blocks::<u8>::new();
        let first = core::ptr::from_ref(blocks.get_or_default(5));
        let all: Vec<_> = (0..3 * FIRST).map(|index| blocks.get_or_default(index)).collect();
        assert!(core::ptr::eq(first, all[5]));
    }

    #[test]
    fn two_blocks_share_no_cache_line() {
        let blocks = Blocks::<u8>::new();
        let [first, second] = [2, 3].map(|index| core::ptr::from_ref(blocks.get_or_default(index)).addr());
        assert!(second.abs_diff(first) >= 64);
    }

    #[test]
    fn a_number_that_records_makes_one_block() {
        let blocks = Blocks::<u8>::new();
        for index in [3, 70, 300] {
            blocks.get_or_default(index);
            blocks.get_or_default(index);
        }
        let later = blocks.later.get().expect("there are later numbers");
        let slots = blocks.first.iter().chain(later.iter().filter_map(|bucket| bucket.get()).flatten());
        assert_eq!(slots.filter_map(|slot| slot.get()).count(), 3);
    }
}

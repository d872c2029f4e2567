//! Threads by number. A thread has a number while it lives and hands the number on when it ends. The number says where
//! the thread's blocks are.
//!
//! The `thread_local` crate does the same, but it panics, and so ends the process, if a thread-local's destructor asks
//! after the crate's own destructor has run. Here such a destructor gets a number for as long as it needs one.

use core::cell::{Cell, OnceCell};
use core::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

/// Where a thread's block is in every state: at `index` of bucket `bucket`.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) bucket: u32,
    pub(super) index: u32,
}

impl Place {
    /// A place without a block.
    pub(super) const NOWHERE: Self = Self { bucket: u32::MAX, index: 0 };

    /// The place of the thread with this number, counted from 1.
    pub(super) fn of(number: u32) -> Self {
        let bucket = number.ilog2();
        Self { bucket, index: number - (1 << bucket) }
    }
}

std::thread_local! {
    /// Where this thread's blocks are while `KEPT` holds its number. A plain copy has no destructor, so other
    /// thread-locals' destructors can still read it.
    static PLACE: Cell<Place> = const { Cell::new(Place::NOWHERE) };
    /// Keeps the number until the thread ends.
    static KEPT: OnceCell<Kept> = const { OnceCell::new() };
}

/// The numbers that ended threads handed back. The lowest is given out first, so that the number of blocks follows the
/// number of living threads.
///
/// This lock also orders a block's last writer before the block's next writer.
static RETURNED: Mutex<BinaryHeap<Reverse<u32>>> = Mutex::new(BinaryHeap::new());

/// The highest number that was ever given out. Relaxed: whatever makes a record visible also makes its thread's number
/// visible.
static HIGHEST: AtomicU32 = AtomicU32::new(0);

/// A number, which goes back when this is dropped.
struct Number(u32);

impl Number {
    fn take() -> Self {
        let mut returned = RETURNED.lock().unwrap_or_else(PoisonError::into_inner);
        Self(returned.pop().map_or_else(|| HIGHEST.fetch_add(1, Relaxed) + 1, |Reverse(number)| number))
    }
}

impl Drop for Number {
    fn drop(&mut self) {
        RETURNED.lock().unwrap_or_else(PoisonError::into_inner).push(Reverse(self.0));
    }
}

struct Kept(Rc<Number>);

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = PLACE.try_with(|place| place.set(Place::NOWHERE));
    }
}

/// The highest number that any thread has had.
#[inline]
pub(super) fn highest() -> u32 {
    HIGHEST.load(Relaxed)
}

/// This thread's place: nowhere before the thread first holds a number, and again when the thread is ending.
#[inline]
pub(super) fn place() -> Place {
    PLACE.with(Cell::get)
}

/// Keeps a number of this thread: no other thread gets the number while this lives. It is not `Send`.
pub(super) struct Held(Rc<Number>);

impl Held {
    /// The number that the thread keeps until it ends. On an ending thread, a number for as long as this lives.
    pub(super) fn new() -> Self {
        let kept = KEPT.try_with(|kept| {
            let Kept(number) = kept.get_or_init(|| {
                let number = Number::take();
                PLACE.set(Place::of(number.0));
                Kept(Rc::new(number))
            });
            Rc::clone(number)
        });
        Self(kept.unwrap_or_else(|_| Rc::new(Number::take())))
    }

    pub(super) fn place(&self) -> Place {
        Place::of(self.0.0)
    }
}

//! Threads by number, counted from 0. A thread has a number while it lives and hands the number on when it ends. The
//! number says where the thread's blocks are.
//!
//! The `thread_local` crate does the same, but it panics, and so ends the process, if a thread-local's destructor asks
//! after the crate's own destructor has run. Here such a destructor gets a number for as long as it needs one.

use core::cell::{Cell, OnceCell};
use core::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

/// The index of no block.
pub(super) const NOWHERE: usize = u32::MAX as usize;

std::thread_local! {
    /// The number that this thread's records use. A plain copy has no destructor, so other thread-locals' destructors
    /// can still read it.
    static INDEX: Cell<u32> = const { Cell::new(u32::MAX) };
    /// Keeps the number until the thread ends.
    static KEPT: OnceCell<Kept> = const { OnceCell::new() };
}

/// The numbers that ended threads handed back. The lowest is given out first, so that the number of blocks follows the
/// number of living threads.
///
/// This lock also orders a block's last writer before the block's next writer.
static RETURNED: Mutex<BinaryHeap<Reverse<u32>>> = Mutex::new(BinaryHeap::new());

/// How many numbers were ever given out.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// A number, which goes back when this is dropped.
struct NumberOfThisThread(u32);

impl NumberOfThisThread {
    fn take() -> Self {
        let mut returned = RETURNED.lock().unwrap_or_else(PoisonError::into_inner);
        Self(returned.pop().map_or_else(|| COUNT.fetch_add(1, Relaxed), |Reverse(number)| number))
    }
}

impl Drop for NumberOfThisThread {
    fn drop(&mut self) {
        RETURNED.lock().unwrap_or_else(PoisonError::into_inner).push(Reverse(self.0));
    }
}

struct Kept(Rc<NumberOfThisThread>);

impl Drop for Kept {
    fn drop(&mut self) {
        let _ = INDEX.try_with(|index| index.set(u32::MAX));
    }
}

/// This thread's number: [`NOWHERE`] before the thread first holds a number, and again when the thread is ending.
#[inline]
pub(super) fn index() -> usize {
    INDEX.get() as usize
}

/// Keeps a number of this thread: no other thread gets the number while this lives. It is not `Send`.
pub(super) struct Held {
    number: Rc<NumberOfThisThread>,
    /// Whether the thread is ending, so that its records use the number only where it is lent to them.
    is_ending: bool,
}

impl Held {
    /// The number that the thread keeps until it ends. On an ending thread, a number for as long as this lives.
    pub(super) fn new() -> Self {
        let kept = KEPT.try_with(|kept| {
            let Kept(number) = kept.get_or_init(|| {
                let number = NumberOfThisThread::take();
                INDEX.set(number.0);
                Kept(Rc::new(number))
            });
            Rc::clone(number)
        });
        let is_ending = kept.is_err();
        Self { number: kept.unwrap_or_else(|_| Rc::new(NumberOfThisThread::take())), is_ending }
    }

    pub(super) fn index(&self) -> usize {
        self.number.0 as usize
    }

    /// Lets the records of an ending thread use this number until the result is dropped. Only for the time of a call:
    /// results that are dropped out of order would leave a number with a thread that no longer holds it.
    #[inline]
    pub(super) fn lend(&self) -> Option<Lent> {
        self.is_ending.then(|| Lent(INDEX.replace(self.number.0)))
    }
}

/// The number that this thread's records used before.
pub(super) struct Lent(u32);

impl Drop for Lent {
    fn drop(&mut self) {
        INDEX.set(self.0);
    }
}

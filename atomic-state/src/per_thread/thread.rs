//! Threads by number: a thread has a number while it lives, which says where its blocks are, and hands it on when it ends.
//!
//! The `thread_local` crate does the same, but panics where a thread-local's destructor asks after its own has run, which
//! ends the process. Here such a destructor is given a number for as long as it needs one.

use core::cell::{Cell, OnceCell};
use core::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use super::buckets::Place;

std::thread_local! {
    /// Where this thread's blocks are, for as long as `KEPT` holds its number. As a copy, which needs no destructor: it is
    /// asked for in those of others, when that is gone.
    static PLACE: Cell<Place> = const { Cell::new(Place::NOWHERE) };
    /// What keeps the number until the thread ends.
    static KEPT: OnceCell<Kept> = const { OnceCell::new() };
}

/// The numbers that were handed back. The lowest are given out first, so that blocks follow how many threads there are at a
/// time, not how many there have been.
///
/// This lock is what makes a block's last writer known to the next.
static RETURNED: Mutex<BinaryHeap<Reverse<u32>>> = Mutex::new(BinaryHeap::new());

/// The highest number that was ever given out. Relaxed, since who knows of a record knows of the number that it was made
/// under.
static HIGHEST: AtomicU32 = AtomicU32::new(0);

/// A number that one thread has.
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

/// This thread's place; nowhere before it is first held, and when the thread is ending.
#[inline]
pub(super) fn place() -> Place {
    PLACE.with(Cell::get)
}

/// Holds on to a number of this thread's: no other thread is given it as long as this lives. Not to be sent to one.
pub(super) struct Held(Rc<Number>);

impl Held {
    /// The number that the thread keeps until it ends, or where it is ending, one for as long as this.
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

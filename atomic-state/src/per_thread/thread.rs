//! Threads by number: a thread has a number while it lives, which says where its blocks are, and hands it on when it ends.
//!
//! The `thread_local` crate does the same, but panics where a thread-local's destructor asks after its own has run, which
//! ends the process. Here such a destructor is given a number for as long as it needs one.

use core::cell::Cell;
use core::cmp::Reverse;
use core::marker::PhantomData;
use std::collections::BinaryHeap;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Mutex, PoisonError};

use super::buckets::Place;

std::thread_local! {
    /// This thread's place. It needs no destructor, and so can be asked for in those of others.
    static PLACE: Cell<Place> = const { Cell::new(Place::NOWHERE) };
    /// How many hold on to it.
    static HOLDERS: Cell<usize> = const { Cell::new(0) };
    /// What holds on to it until the thread ends.
    static UNTIL_THE_END: Cell<Option<Held>> = const { Cell::new(None) };
}

static NUMBERS: Mutex<Numbers> = Mutex::new(Numbers { returned: BinaryHeap::new() });

/// The highest number that was ever given out; changed under the lock of the others. Relaxed, since who knows of a record
/// knows of the number that it was made under.
static HIGHEST: AtomicU32 = AtomicU32::new(0);

/// The numbers that no thread has. The lowest are given out first, so that blocks follow how many threads there are at a
/// time, not how many there have been.
///
/// Its lock is what makes a block's last writer known to the next.
struct Numbers {
    returned: BinaryHeap<Reverse<u32>>,
}

impl Numbers {
    fn take(&mut self) -> u32 {
        if let Some(Reverse(number)) = self.returned.pop() {
            return number;
        }
        HIGHEST.fetch_add(1, Relaxed) + 1
    }
}

/// The highest number that any thread has had.
#[inline]
pub(super) fn highest() -> u32 {
    HIGHEST.load(Relaxed)
}

/// This thread's place, or nowhere.
#[inline]
pub(super) fn place() -> Place {
    PLACE.get()
}

/// Holds on to this thread's number: no other thread is given it as long as this lives. Not to be sent to one.
pub(super) struct Held {
    place: Place,
    not_send: PhantomData<*const ()>,
}

impl Held {
    /// Holds on, and sees to it that the thread does until it ends; unless it is ending, when it lets go with this.
    pub(super) fn for_the_thread() -> Self {
        // Fails where the thread-local is destroyed already.
        let _ = UNTIL_THE_END.try_with(|until_the_end| {
            let holds = until_the_end.take().unwrap_or_else(Self::new);
            until_the_end.set(Some(holds));
        });
        Self::new()
    }

    fn new() -> Self {
        if HOLDERS.replace(HOLDERS.get() + 1) == 0 {
            let number = NUMBERS.lock().unwrap_or_else(PoisonError::into_inner).take();
            PLACE.set(Place::of(number));
        }
        Self { place: place(), not_send: PhantomData }
    }

    pub(super) fn place(&self) -> Place {
        self.place
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if HOLDERS.replace(HOLDERS.get() - 1) == 1 {
            PLACE.set(Place::NOWHERE);
            NUMBERS.lock().unwrap_or_else(PoisonError::into_inner).returned.push(Reverse(self.place.number()));
        }
    }
}

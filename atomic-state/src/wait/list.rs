//! The list of the wakers of those who wait for one thing.
//!
//! A waker is code of the user's: it may poll or drop a future of this list, or change what is waited for. So no waker
//! is called, cloned or dropped while the list's lock is held. Under the lock, wakers only move in and out.

use core::mem;
use core::task::Waker;
use std::boxed::Box;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::PoisonError;

use crate::primitive::wait::{Mutex, MutexGuard};
use crate::primitive::{AtomicBool, Ordering::Relaxed};

/// The wakers of those who wait.
pub struct Wakers {
    /// Whether the list has a waker. It changes only under the lock. [`wake`](Self::wake) reads it without the lock.
    awaited: AtomicBool,
    /// None until the first wait. The box keeps a flag small that nobody waits for.
    list: Mutex<Option<Box<List>>>,
}

#[derive(Default)]
struct List {
    /// By the waiters' numbers, so that those who came first are woken first.
    wakers: BTreeMap<u64, Waker>,
    /// The number of the last waiter. No number is given twice.
    last: u64,
}

/// A waiter's number in the list, from its first [`enter`](Wakers::enter) to its [`leave`](Wakers::leave).
pub(super) type Place = Option<u64>;

impl Wakers {
    crate::__const_fn! {
        /// Nobody waits.
        pub(crate) fn new() -> Self {
            Self { awaited: AtomicBool::new(false), list: Mutex::new(None) }
        }
    }

    /// Wakes everyone in the list, and empties it. If nobody is in it, this costs one load.
    ///
    /// Call this after the read-modify-write that may have ended the wait.
    #[inline]
    pub(crate) fn wake(&self) {
        if self.awaited.load(Relaxed) {
            self.wake_all();
        }
    }

    #[cold]
    fn wake_all(&self) {
        let woken = {
            let mut list = self.lock();
            self.awaited.store(false, Relaxed);
            list.as_mut().map(|list| mem::take(&mut list.wakers))
        };
        let mut first_panic = None;
        for waker in woken.into_iter().flat_map(BTreeMap::into_values) {
            // A waker that panics must not keep the others asleep.
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| waker.wake())) {
                first_panic.get_or_insert(panic);
            }
        }
        if let Some(panic) = first_panic {
            resume_unwind(panic);
        }
    }

    /// Puts a waiter into the list, or gives it another waker there. True if the waiter was not in the list: it must
    /// then look again before it sleeps.
    pub(super) fn enter(&self, place: &mut Place, waker: &Waker) -> bool {
        if place.is_some_and(|place| self.lock().as_ref().is_some_and(|list| list.has(place, waker))) {
            return false;
        }
        let waker = waker.clone();
        let replaced = {
            let mut list = self.lock();
            let list = list.get_or_insert_default();
            let place = *place.get_or_insert_with(|| {
                list.last += 1;
                list.last
            });
            self.awaited.store(true, Relaxed);
            list.wakers.insert(place, waker)
        };
        replaced.is_none()
    }

    /// Takes a waiter off the list.
    pub(super) fn leave(&self, place: &mut Place) {
        let Some(place) = place.take() else { return };
        // `enter` has set `awaited`. If it is unset by now, the list was emptied in between, and this waiter is not in
        // it.
        if self.awaited.load(Relaxed) {
            let _left = {
                let mut list = self.lock();
                list.as_mut().and_then(|list| {
                    let left = list.wakers.remove(&place);
                    self.awaited.store(!list.wakers.is_empty(), Relaxed);
                    left
                })
            };
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Box<List>>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl List {
    /// Whether a waiter is in the list, with this very waker. (`will_wake` compares pointers. It calls nothing.)
    fn has(&self, place: u64, waker: &Waker) -> bool {
        self.wakers.get(&place).is_some_and(|there| there.will_wake(waker))
    }
}

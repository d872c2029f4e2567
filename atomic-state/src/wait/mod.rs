//! Waiting, for threads and for tasks: one machinery for everything that can be waited for.
//!
//! # Why no wake-up is lost
//!
//! A waiter does these steps, in this order:
//!
//! 1. It looks: [`Awaited::is_over`].
//! 2. Under the list's lock, it puts its waker into the list and sets `awaited`.
//! 3. It looks again, by a read-modify-write: [`Awaited::look_again`].
//! 4. It sleeps.
//!
//! Whatever may end a wait does these steps, in this order:
//!
//! 1. It changes the awaited value by a read-modify-write.
//! 2. It reads `awaited`. If that is set, it takes all wakers from the list and unsets `awaited`, under the lock. It
//!    calls the wakers after it has released the lock.
//!
//! All changes of the awaited value are read-modify-writes, `AcqRel` or `SeqCst`, so they stand in one order, and each
//! sees everything that was done before the ones that precede it. The waiter's second look is one of them. If the
//! change comes before the second look, then the second look finds it. If the change comes after the second look, then
//! the changer sees `awaited` set. It may also find it unset, by another thread that took this waker from the list in
//! between. Then that thread wakes the waiter.
//!
//! A wake-up can come without a cause (it was on its way from an earlier change, for instance), so a waiter that wakes
//! up starts again at step 1.

mod list;
mod ways;

use core::task::{Poll, Waker};
#[cfg(not(target_family = "wasm"))]
use core::time::Duration;
#[cfg(not(target_family = "wasm"))]
use std::sync::Arc;
#[cfg(not(target_family = "wasm"))]
use std::time::Instant;

pub use self::list::Wakers;
pub(crate) use self::ways::ways_to_wait;
#[cfg(not(target_family = "wasm"))]
use crate::primitive::wait::Parker;

/// Something that can be waited for. A kind says how it looks, and leaves the rest to [`ways_to_wait`].
pub(crate) trait Awaited: Send + Sync {
    /// Whether the wait is over. If it is, everything that was done before it ended is visible.
    fn is_over(&self) -> bool;

    /// The same, by a read-modify-write of the awaited value, `AcqRel` at least. A load would not do: it may return an
    /// older value, while the changer does not see that this thread waits.
    fn look_again(&self) -> bool;

    /// Those who wait.
    fn wakers(&self) -> &Wakers;
}

impl<A: Awaited + ?Sized> Awaited for &A {
    fn is_over(&self) -> bool {
        (**self).is_over()
    }

    fn look_again(&self) -> bool {
        (**self).look_again()
    }

    fn wakers(&self) -> &Wakers {
        (**self).wakers()
    }
}

/// Waits for something, as a future or by blocking the thread. Dropping it takes it off the list.
pub(crate) struct Waiting<A: Awaited> {
    awaited: A,
    place: list::Place,
}

impl<A: Awaited> Waiting<A> {
    #[inline]
    pub(crate) fn new(awaited: A) -> Self {
        Self { awaited, place: None }
    }

    /// Whether the wait would end now.
    pub(crate) fn is_over(&self) -> bool {
        self.awaited.is_over()
    }

    /// Ready if the wait is over. Otherwise `waker` will be called when to poll again.
    pub(crate) fn poll(&mut self, waker: &Waker) -> Poll<()> {
        if self.awaited.is_over() || self.is_over_now_that_listed(waker) {
            self.awaited.wakers().leave(&mut self.place);
            return Poll::Ready(());
        }
        Poll::Pending
    }

    fn is_over_now_that_listed(&mut self, waker: &Waker) -> bool {
        // A waiter that was in the list already has looked again since then.
        self.awaited.wakers().enter(&mut self.place, waker) && self.awaited.look_again()
    }
}

#[cfg(not(target_family = "wasm"))]
impl<A: Awaited> Waiting<A> {
    /// Blocks this thread until the wait is over.
    pub(crate) fn wait(self) {
        self.block(None);
    }

    /// Blocks this thread for so long at most. True if the wait is over.
    pub(crate) fn wait_timeout(self, timeout: Duration) -> bool {
        // None is longer than the clock goes on.
        self.block(Instant::now().checked_add(timeout))
    }

    /// Blocks this thread until `deadline` at most. True if the wait is over.
    pub(crate) fn wait_deadline(self, deadline: Instant) -> bool {
        self.block(Some(deadline))
    }

    fn block(mut self, deadline: Option<Instant>) -> bool {
        let mut sleeper = None;
        while !self.awaited.is_over() {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            if left.is_some_and(|left| left.is_zero()) {
                return false;
            }
            let (parker, waker) = sleeper.get_or_insert_with(|| {
                let parker = Arc::new(Parker::new());
                (Arc::clone(&parker), Waker::from(parker))
            });
            if self.is_over_now_that_listed(waker) {
                break;
            }
            parker.park(left);
        }
        true
    }
}

impl<A: Awaited> Drop for Waiting<A> {
    fn drop(&mut self) {
        self.awaited.wakers().leave(&mut self.place);
    }
}

//! How many events this thread is in, of any states. A reader does not wait for anyone while it is in one: others may
//! wait for its end.

use core::cell::Cell;

#[cfg(not(atomic_state_loom))]
std::thread_local! {
    static EVENTS: Cell<u32> = const { Cell::new(0) };
}

#[cfg(atomic_state_loom)]
loom::thread_local! {
    static EVENTS: Cell<u32> = Cell::new(0);
}

/// Enters an event. Returns how many this thread was in.
#[inline]
pub(super) fn enter() -> u32 {
    EVENTS.with(|events| events.replace(events.get() + 1))
}

/// Leaves the event that was entered with so many before it. Events end in the reverse order of their starts, so the
/// count is not loaded again: that would make each event wait for the store of the one before.
#[inline]
pub(super) fn leave(before: u32) {
    EVENTS.with(|events| events.set(before));
}

#[inline]
pub(super) fn is_in_one() -> bool {
    EVENTS.with(|events| events.get() > 0)
}

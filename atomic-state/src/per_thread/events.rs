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

#[inline]
pub(super) fn enter() {
    EVENTS.with(|events| events.set(events.get() + 1));
}

#[inline]
pub(super) fn leave() {
    EVENTS.with(|events| events.set(events.get() - 1));
}

#[inline]
pub(super) fn is_in_one() -> bool {
    EVENTS.with(|events| events.get() > 0)
}

//! How a reader waits for a thread that is in an event, and gets its turn if that thread does nothing but events: it
//! asks the thread to pause.

#[cfg(atomic_state_loom)]
pub(super) use self::modelled::{Patience, pause};
#[cfg(atomic_state_loom)]
pub use self::modelled::{has_given_up, start_over};
#[cfg(not(atomic_state_loom))]
pub(super) use self::real::{Patience, pause};

#[cfg(not(atomic_state_loom))]
mod real {
    use core::hint::spin_loop;
    use core::time::Duration;
    use std::thread::yield_now;
    use std::time::Instant;

    use crate::primitive::{AtomicBool, Ordering::Relaxed};

    /// After so many tries, a reader asks for a pause.
    const TRIES: u32 = 3;
    /// After so many, it lets other threads run: the one that is in an event may wait for this core.
    const SPINS: u32 = 64;
    /// Long beside any read, and short for the thread that pauses if the reader is not running.
    const LONGEST_PAUSE: Duration = Duration::from_micros(50);

    pub(in super::super) struct Patience<'a> {
        pause: &'a AtomicBool,
        tries: u32,
    }

    impl<'a> Patience<'a> {
        #[inline]
        pub(in super::super) fn new(pause: &'a AtomicBool) -> Self {
            Self { pause, tries: 0 }
        }

        /// Waits a moment. It never is over.
        #[cold]
        pub(in super::super) fn is_over(&mut self) -> bool {
            self.tries = self.tries.saturating_add(1);
            if self.tries >= TRIES {
                self.pause.store(true, Relaxed);
            }
            if self.tries < SPINS {
                spin_loop();
            } else {
                yield_now();
            }
            false
        }
    }

    /// The reader has read: no pause any more.
    impl Drop for Patience<'_> {
        #[inline]
        fn drop(&mut self) {
            if self.tries >= TRIES {
                self.pause.store(false, Relaxed);
            }
        }
    }

    /// What the asked thread does between two events: it waits until the reader has read, or for so long.
    #[cold]
    pub(in super::super) fn pause(asked: &AtomicBool) {
        // There is no time to look at on some WebAssembly targets.
        if cfg!(not(target_family = "wasm")) {
            let start = Instant::now();
            while asked.load(Relaxed) && start.elapsed() < LONGEST_PAUSE {
                spin_loop();
            }
        }
        asked.store(false, Relaxed);
    }
}

/// A model has no time, and no end while a thread spins. So a reader gives up, and the model is to ignore what it read.
#[cfg(atomic_state_loom)]
mod modelled {
    use core::cell::Cell;

    use crate::primitive::AtomicBool;

    /// How often a reader tries.
    const TRIES: u32 = 2;

    std::thread_local! {
        /// All threads of a model are on one thread of the system.
        static GAVE_UP: Cell<bool> = const { Cell::new(false) };
    }

    /// Whether a reader has given up in this execution.
    #[must_use]
    pub fn has_given_up() -> bool {
        GAVE_UP.get()
    }

    /// To be called as an execution starts.
    pub fn start_over() {
        GAVE_UP.set(false);
    }

    pub(in super::super) struct Patience(u32);

    impl Patience {
        pub(in super::super) fn new(_: &AtomicBool) -> Self {
            Self(0)
        }

        pub(in super::super) fn is_over(&mut self) -> bool {
            self.0 += 1;
            if self.0 == TRIES {
                GAVE_UP.set(true);
            }
            self.0 == TRIES
        }
    }

    pub(in super::super) fn pause(_: &AtomicBool) {}
}

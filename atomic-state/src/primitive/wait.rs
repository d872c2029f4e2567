//! What waiting stands on: a lock, and a thread that sleeps until it is woken. Both are std's or the model checker's.

#[cfg(atomic_state_loom)]
pub(crate) use loom::sync::{Mutex, MutexGuard};
#[cfg(not(atomic_state_loom))]
pub(crate) use std::sync::{Mutex, MutexGuard};

#[cfg(all(not(target_family = "wasm"), atomic_state_loom))]
pub(crate) use self::modelled::Parker;
#[cfg(all(not(target_family = "wasm"), not(atomic_state_loom)))]
pub(crate) use self::parker::Parker;

#[cfg(all(not(target_family = "wasm"), not(atomic_state_loom)))]
mod parker {
    use core::time::Duration;
    use std::sync::Arc;
    use std::task::Wake;
    use std::thread::{self, Thread};

    /// The thread that made it, which may sleep.
    pub(crate) struct Parker(Thread);

    impl Parker {
        pub(crate) fn new() -> Self {
            Self(thread::current())
        }

        /// Sleeps until it is woken, or for so long at most. It may end for no reason.
        #[allow(clippy::unused_self, reason = "the model checker's needs it")]
        pub(crate) fn park(&self, left: Option<Duration>) {
            match left {
                None => thread::park(),
                Some(left) => thread::park_timeout(left),
            }
        }
    }

    impl Wake for Parker {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
}

#[cfg(all(not(target_family = "wasm"), atomic_state_loom))]
mod modelled {
    use core::time::Duration;
    use std::sync::Arc;
    use std::task::Wake;

    use loom::sync::Notify;

    /// Loom's `unpark` also ends whatever else the thread is blocked in, a lock or a join. A `Notify` ends its own wait
    /// only, and now and then for no reason.
    pub(crate) struct Parker(Notify);

    impl Parker {
        pub(crate) fn new() -> Self {
            Self(Notify::new())
        }

        /// There is no time in a model: whatever time is left, it does not end.
        pub(crate) fn park(&self, _: Option<Duration>) {
            self.0.wait();
        }
    }

    impl Wake for Parker {
        fn wake(self: Arc<Self>) {
            self.0.notify();
        }
    }
}

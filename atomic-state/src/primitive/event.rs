//! What wakes those who wait: the `event-listener` crate's event, or one that the model checker sees through.

#[cfg(all(not(atomic_state_loom), not(target_family = "wasm")))]
pub(crate) use event_listener::Listener;
#[cfg(not(atomic_state_loom))]
pub(crate) use event_listener::{Event, EventListener};

#[cfg(atomic_state_loom)]
pub(crate) use modelled::{Event, EventListener, Listener};

/// As much of that event as is used, with its promise: a notification of all reaches all who listened before it, and both take
/// the same lock.
#[cfg(atomic_state_loom)]
mod modelled {
    use core::future::Future;
    use core::pin::Pin;
    use core::task::{Context, Poll, Waker};
    use std::sync::Arc;
    use std::time::Instant;
    use std::vec::Vec;

    use loom::sync::{Condvar, Mutex, MutexGuard};

    pub(crate) struct Event(Arc<Shared>);

    struct Shared {
        state: Mutex<State>,
        notified: Condvar,
    }

    #[derive(Default)]
    struct State {
        notifications: usize,
        tasks: Vec<Waker>,
    }

    pub(crate) struct EventListener {
        event: Arc<Shared>,
        /// How many notifications there had been.
        before: usize,
    }

    pub(crate) trait Listener {
        fn wait(self);
        fn wait_deadline(self, deadline: Instant) -> Option<()>;
    }

    impl Shared {
        fn lock(&self) -> MutexGuard<'_, State> {
            self.state.lock().expect("nothing panics under this lock")
        }
    }

    impl Event {
        pub(crate) fn new() -> Self {
            Self(Arc::new(Shared { state: Mutex::new(State::default()), notified: Condvar::new() }))
        }

        pub(crate) fn listen(&self) -> EventListener {
            EventListener { event: Arc::clone(&self.0), before: self.0.lock().notifications }
        }

        /// All who listen, as is always wanted here.
        pub(crate) fn notify(&self, _: usize) {
            let mut state = self.0.lock();
            state.notifications += 1;
            let tasks = core::mem::take(&mut state.tasks);
            drop(state);
            self.0.notified.notify_all();
            tasks.into_iter().for_each(Waker::wake);
        }
    }

    impl Listener for EventListener {
        fn wait(self) {
            let mut state = self.event.lock();
            while state.notifications == self.before {
                state = self.event.notified.wait(state).expect("nothing panics under this lock");
            }
        }

        /// There is no time in a model: all waits but those that are over end by a notification.
        fn wait_deadline(self, deadline: Instant) -> Option<()> {
            (Instant::now() < deadline).then(|| self.wait())
        }
    }

    impl Future for EventListener {
        type Output = ();

        fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
            let mut state = self.event.lock();
            if state.notifications == self.before {
                state.tasks.push(context.waker().clone());
                return Poll::Pending;
            }
            Poll::Ready(())
        }
    }
}

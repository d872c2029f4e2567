//! A flag that can be waited for: the cell of a `#[flag(wait = …)]` field, and what waits.

use core::fmt;

use crate::cell::{__Live, __Plain, __Publishes, __Read};
use crate::kind::flag::{Flag, FlagValue, flag_traits};
use crate::metadata::{Field, Kind, Value, Visitor};
use crate::ordering::{AcqRel, Publish};
use crate::wait::{Awaited, Wakers, ways_to_wait};

/// A flag that threads and tasks can wait for: the cell behind a `#[flag(wait = …)]` field.
///
/// It is a [`Flag`] with these differences:
///
/// - **Reading it is the same** one load.
/// - **Setting it is one swap** instead of a store. If someone waits, it also takes a lock for a moment and calls one
///   waker for each waiter.
/// - **No wake-up is lost.** A waiter first says that it waits and then looks at the flag for the last time. The swap
///   that sets the flag comes before that look, and the waiter sees it, or after it, and the setter sees the waiter.
/// - **Set it from any thread, but not inside a raw `sigaction` handler**: if the handler interrupts a thread that
///   holds the lock, it waits for that thread forever. Handlers of `ctrlc` and `tokio::signal` run on a thread: they
///   are fine.
/// - **Wakers may do anything.** No waker is called, cloned or dropped under the lock, so a waker may poll the waiting
///   task at once, drop it, or set the flag again. If a waker panics, the other wakers are called before the panic goes
///   on.
/// - **It is larger**: four words on a 64-bit machine. The first wait allocates the list of those who wait.
///
/// # Examples
///
/// ```
/// use std::thread;
/// use std::time::Duration;
///
/// use atomic_state::WaitFlag;
///
/// static STOP: WaitFlag = WaitFlag::new();
///
/// let worker = thread::spawn(|| {
///     // Ends at once when it is time to stop, and else once an hour.
///     while !STOP.wait().wait_timeout(Duration::from_secs(3600)) {
///         println!("another hour");
///     }
/// });
/// STOP.set();
/// worker.join().unwrap();
/// ```
pub struct WaitFlag<O: Publish = AcqRel> {
    flag: Flag<O>,
    wakers: Wakers,
}

// All changes of the flag are by read-modify-writes: see `crate::wait`.
impl<O: Publish> WaitFlag<O> {
    crate::__const_fn! {
        /// A flag that is not set.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { flag: Flag::new(), wakers: Wakers::new() }
        }
    }

    crate::__const_fn! {
        /// A flag that starts as told.
        #[doc(hidden)]
        #[must_use]
        #[inline]
        pub fn __starting(set: bool) -> Self {
            Self { flag: Flag::__starting(set), wakers: Wakers::new() }
        }
    }

    /// Sets the flag, publishes what this thread did before, and wakes everyone who waits.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::WaitFlag = atomic_state::WaitFlag::new();
    /// stop.set();
    /// assert!(stop.get());
    /// ```
    #[inline]
    pub fn set(&self) {
        self.try_set();
    }

    /// Clears the flag, and publishes what this thread did before. A waiter that has not seen it set goes on waiting.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::WaitFlag = atomic_state::WaitFlag::new();
    /// stop.set();
    /// stop.clear();
    /// assert!(!stop.get());
    /// ```
    #[inline]
    pub fn clear(&self) {
        self.try_clear();
    }

    /// Sets the flag and wakes everyone who waits. True if this call set it: of several callers, exactly one gets true,
    /// until the flag is cleared.
    ///
    /// The caller that gets true publishes what it did before. The callers that get false see it.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::WaitFlag = atomic_state::WaitFlag::new();
    /// assert!(stop.try_set());
    /// assert!(!stop.try_set());
    /// ```
    #[inline]
    pub fn try_set(&self) -> bool {
        let set = self.flag.try_set();
        // Also if another call set it: its thread may not have come to wake anyone yet.
        self.wakers.wake();
        set
    }

    /// Clears the flag. True if this call did it: of several callers, exactly one gets true, until the flag is set
    /// again.
    ///
    /// The caller that gets true sees what the thread did that set the flag, and publishes what it did itself.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::WaitFlag = atomic_state::WaitFlag::new();
    /// stop.set();
    /// assert!(stop.try_clear());
    /// assert!(!stop.try_clear());
    /// ```
    #[inline]
    pub fn try_clear(&self) -> bool {
        self.flag.try_clear()
    }

    /// Whether the flag is set. If it is, everything the setting thread did before is visible.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::WaitFlag = atomic_state::WaitFlag::new();
    /// assert!(!stop.get());
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self) -> bool {
        self.flag.get()
    }

    /// Returns a [`FlagWait`]: await it or block on it.
    ///
    /// # Examples
    ///
    /// ```
    /// let stop: atomic_state::WaitFlag = atomic_state::WaitFlag::new();
    /// stop.set();
    /// stop.wait().wait(); // it is set already, so this returns at once
    /// ```
    #[inline]
    pub fn wait(&self) -> FlagWait<'_> {
        FlagWait::new(self)
    }
}

/// Starts as it was saved.
impl<O: Publish> From<bool> for WaitFlag<O> {
    #[inline]
    fn from(set: bool) -> Self {
        Self { flag: Flag::from(set), wakers: Wakers::new() }
    }
}

flag_traits! { WaitFlag }

checked! { <T: FlagValue, O: Publish> WaitFlag<O> }

/// What a generated method returns.
#[inline]
pub fn wait_for<O: Publish>(flag: &WaitFlag<O>) -> FlagWait<'_> {
    flag.wait()
}

impl<O: Publish> Awaited for WaitFlag<O> {
    fn is_over(&self) -> bool {
        self.flag.get()
    }

    fn look_again(&self) -> bool {
        self.flag.get_by_a_change()
    }

    fn wakers(&self) -> &Wakers {
        &self.wakers
    }
}

ways_to_wait! {
    /// Waits until a flag is set, without polling: returned by the method that `#[flag(wait = …)]` generates.
    ///
    /// - **A wait ends when it has seen the flag set**, or when its time is over. A flag that is set already ends the
    ///   wait at once.
    /// - **What the setter did before is visible after the wait**, as after any look that finds the flag set.
    /// - **A waiter can miss a flag that is cleared right after it was set.** Use it for "stop", not for repeated
    ///   events.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::sync::Arc;
    /// use std::thread;
    /// use std::time::Duration;
    ///
    /// use atomic_state::AtomicState;
    ///
    /// #[derive(AtomicState)]
    /// struct Import {
    ///     #[counter]
    ///     rows: u64,
    ///     #[flag(set = finish, wait = finished_import)]
    ///     finished: bool,
    /// }
    ///
    /// let import = Arc::new(ImportState::new());
    /// assert!(!import.finished_import().wait_timeout(Duration::from_millis(1)));
    ///
    /// let worker = Arc::clone(&import);
    /// thread::spawn(move || {
    ///     worker.record_rows(1000);
    ///     worker.finish();
    /// });
    ///
    /// import.finished_import().wait();
    /// assert_eq!(import.rows(), 1000);
    /// ```
    FlagWait<'a>(&'a dyn Awaited)
}

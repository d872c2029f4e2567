//! A flag that can be waited for: the cell of a `#[flag(wait = …)]` field, and what waits.

use core::fmt;
use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
#[cfg(not(target_family = "wasm"))]
use core::time::Duration;
#[cfg(not(target_family = "wasm"))]
use std::time::Instant;

use crate::kind::flag::{Flag, FlagValue, Word};
use crate::ordering::{AcqRel, Publish};
use crate::primitive::AtomicU8;
#[cfg(not(target_family = "wasm"))]
use crate::primitive::event::Listener as _;
use crate::primitive::event::{Event, EventListener};

/// A flag that threads and tasks can wait for: the cell behind a `#[flag(wait = …)]` field.
///
/// All that is said of a [`Flag`] holds, except for what setting costs:
///
/// - **Reading it is the same** one load.
/// - **Setting it is one swap** instead of a store, and where someone waits, a lock and a wake-up for each who does.
/// - **No wake-up is lost**: the swap that sets the flag also finds whether anyone waits, and who waits has said so before
///   looking at the flag for the last time.
/// - **Any thread may set it, but no signal handler**: a handler that interrupts a thread in the middle of waking or
///   waiting would wait for that thread's lock forever. Set it from a thread that receives signals, such as the ones of
///   the `signal-hook` and `ctrlc` crates or of `tokio::signal`.
/// - **Wakers run under that lock.** Those of the usual executors only schedule their task; one that polls the task or
///   drops it within `wake` would wait for the lock forever.
/// - **It is larger**: by a pointer, to what is allocated at the first wait.
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
pub type WaitFlag<O = AcqRel> = Flag<O, Waitable>;

/// The condition, whether anyone waits for it, and who.
///
/// Both bits are in one atomic, so that all changes to them stand in one order: the change that sets the flag comes after
/// that of someone who waits, and then sees it, or before, and then is seen.
pub struct Waitable {
    bits: AtomicU8,
    event: Event,
}

const SET: u8 = 1;
/// Someone has listened since the flag was last set.
const AWAITED: u8 = 2;

impl Waitable {
    /// Wakes those who wait, if there are any, after a change that set the flag.
    #[inline]
    fn wake(&self, before: u8) {
        if before & AWAITED != 0 {
            self.event.notify(usize::MAX);
        }
    }

    /// Starts to wait, or None where the flag is set.
    fn listen<O: Publish>(&self) -> Option<EventListener> {
        let listener = self.event.listen();
        let before = self.bits.fetch_or(AWAITED, O::LOAD);
        (before & SET == 0).then_some(listener)
    }
}

impl Word for Waitable {
    #[cfg(not(atomic_state_loom))]
    #[allow(clippy::declare_interior_mutable_const, reason = "each use starts an atomic of its own")]
    const UNSET: Self = Self { bits: AtomicU8::new(0), event: Event::new() };

    fn new(set: bool) -> Self {
        Self { bits: AtomicU8::new(if set { SET } else { 0 }), event: Event::new() }
    }

    #[inline]
    fn set<O: Publish>(&self) {
        self.wake(self.bits.swap(SET, O::STORE));
    }

    #[inline]
    fn clear<O: Publish>(&self) {
        // Not a store: who waits for an unset flag, cleared once more, goes on waiting.
        self.bits.fetch_and(!SET, O::STORE);
    }

    #[inline]
    fn try_set<O: Publish>(&self) -> bool {
        let before = self.bits.swap(SET, O::MODIFY);
        self.wake(before);
        before & SET == 0
    }

    #[inline]
    fn get<O: Publish>(&self) -> bool {
        self.bits.load(O::LOAD) & SET != 0
    }
}

impl<O: Publish> Flag<O, Waitable> {
    /// Waits until the flag is set, as the result is told to: see [`FlagWait`].
    #[inline]
    pub fn wait(&self) -> FlagWait<'_, O> {
        FlagWait { flag: self, listener: None }
    }
}

/// Waits until a flag is set, without polling: returned by the method that `#[flag(wait = …)]` generates.
///
/// | | |
/// | --- | --- |
/// | `.await` | on any executor, in a `select!`, and cancelled by dropping it |
/// | [`wait`](Self::wait) | blocks this thread |
/// | [`wait_timeout`](Self::wait_timeout), [`wait_deadline`](Self::wait_deadline) | block it for so long at most |
///
/// - **All end only where the flag was seen set**, but for one that runs out of time. A flag that is set already ends the
///   wait at once; wake-ups without a cause never show.
/// - **What the setter did before is visible after the wait**, as after any look at the flag: waiting ends with an Acquire
///   load that finds it set.
/// - **A flag that is set and soon cleared may be missed.** Those who wait are woken, and look; who looks only after the
///   flag is cleared finds it unset and goes on waiting. Nothing can be told of how often it was set.
/// - **Nothing happens before the first poll**, as with all futures; the wait itself holds no lock.
/// - **To wait allocates**, unless the flag is set already. In a loop around a `select!`, make one wait before the loop and
///   select `&mut wait`.
/// - **It borrows the state.** For a task that outlives its function: `async move { state.until_stopped().await }`, with an
///   `Arc` of the state moved in.
///
/// On WebAssembly, where threads do not block, there is `.await` only.
///
/// ```
/// use std::sync::Arc;
/// use std::thread;
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
/// let worker = Arc::clone(&import);
/// thread::spawn(move || {
///     worker.record_rows(1000);
///     worker.finish();
/// });
///
/// import.finished_import().wait();
/// assert_eq!(import.rows(), 1000);
/// ```
#[must_use = "waits only when awaited, or by `wait`, `wait_timeout` or `wait_deadline`"]
pub struct FlagWait<'a, O: Publish = AcqRel> {
    flag: &'a WaitFlag<O>,
    listener: Option<EventListener>,
}

impl<O: Publish> FlagWait<'_, O> {
    /// What to wait for, or None where the flag is set.
    fn listener(&mut self) -> Option<&mut EventListener> {
        if self.flag.get() {
            return None;
        }
        if self.listener.is_none() {
            self.listener = self.flag.word.listen::<O>();
        }
        self.listener.as_mut()
    }
}

#[cfg(not(target_family = "wasm"))]
impl<O: Publish> FlagWait<'_, O> {
    /// Blocks this thread until the flag is set. Not for async code, where it would block the executor: `.await` there.
    pub fn wait(mut self) {
        while self.listener().is_some() {
            if let Some(listener) = self.listener.take() {
                listener.wait();
            }
        }
    }

    /// As [`wait`](Self::wait), for so long at most. True if the flag was set.
    #[must_use = "it may be the time that ended the wait"]
    pub fn wait_timeout(self, timeout: Duration) -> bool {
        let Some(deadline) = Instant::now().checked_add(timeout) else {
            // Longer than the clock goes on.
            self.wait();
            return true;
        };
        self.wait_deadline(deadline)
    }

    /// As [`wait`](Self::wait), but until `deadline` at most. True if the flag was set.
    #[must_use = "it may be the time that ended the wait"]
    pub fn wait_deadline(mut self, deadline: Instant) -> bool {
        while self.listener().is_some() {
            let woken = self.listener.take().and_then(|listener| listener.wait_deadline(deadline));
            if woken.is_none() {
                return self.flag.get();
            }
        }
        true
    }
}

impl<O: Publish> Future for FlagWait<'_, O> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let this = self.get_mut();
        while let Some(listener) = this.listener() {
            ready!(Pin::new(listener).poll(context));
            this.listener = None;
        }
        this.listener = None;
        Poll::Ready(())
    }
}

impl<O: Publish> fmt::Debug for FlagWait<'_, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("FlagWait").field("flag", self.flag).finish_non_exhaustive()
    }
}

/// What a generated method returns.
pub fn wait_for<O: Publish>(flag: &WaitFlag<O>) -> FlagWait<'_, O> {
    flag.wait()
}

checked! { <T: FlagValue, O: Publish> WaitFlag<O> }

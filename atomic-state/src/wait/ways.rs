//! The ways to wait, which are the same for all kinds.

/// A type that users wait with. A kind says what ends the wait, and hands over what it looks at: something
/// [`Awaited`](super::Awaited).
macro_rules! ways_to_wait {
    ($(#[$attribute:meta])* $wait:ident<$a:lifetime $(, $parameter:ident: $bound:path)?>($awaited:ty)) => {
        $(#[$attribute])*
        ///
        /// # Ways to wait
        ///
        /// | | |
        /// | --- | --- |
        /// | `.await` | on any executor, in a `select!`, and cancelled by dropping it |
        /// | [`wait`](Self::wait) | blocks this thread |
        /// | [`wait_timeout`](Self::wait_timeout), [`wait_deadline`](Self::wait_deadline) | block it for so long at most |
        ///
        /// - **A wake-up without a cause does not end the wait.** The waiter looks again.
        /// - **Nothing happens before the first poll**, as with all futures. The wait itself holds no lock.
        /// - **A wait allocates**, unless it is over at once. In a loop around a `select!`, make one wait before the
        ///   loop and select `&mut wait`.
        /// - **Dropping it forgets its waker.** A wait that is cancelled leaves nothing behind.
        /// - **It borrows the state.** For a task that outlives its function, move an `Arc` of the state into the task,
        ///   and call the method there.
        ///
        /// On WebAssembly, where threads do not block, there is `.await` only.
        #[must_use = "waits only when awaited, or by `wait`, `wait_timeout` or `wait_deadline`"]
        pub struct $wait<$a $(, $parameter: $bound)?> {
            waiting: $crate::wait::Waiting<$awaited>,
        }

        impl<$a $(, $parameter: $bound)?> $wait<$a $(, $parameter)?> {
            #[inline]
            pub(crate) fn new(awaited: $awaited) -> Self {
                Self { waiting: $crate::wait::Waiting::new(awaited) }
            }
        }

        #[cfg(not(target_family = "wasm"))]
        impl<$a $(, $parameter: $bound)?> $wait<$a $(, $parameter)?> {
            /// Blocks this thread until the wait is over. Not for async code, where it would block the executor:
            /// `.await` there.
            ///
            /// # Examples
            ///
            /// See [the type's](Self#examples).
            pub fn wait(self) {
                self.waiting.wait();
            }

            /// Blocks this thread until the wait is over, for so long at most. True if the wait is over, false if the
            /// time is.
            ///
            /// # Examples
            ///
            /// See [the type's](Self#examples).
            #[must_use = "it may be the time that ended the wait"]
            pub fn wait_timeout(self, timeout: ::core::time::Duration) -> bool {
                self.waiting.wait_timeout(timeout)
            }

            /// Blocks this thread until the wait is over, but until `deadline` at most. True if the wait is over, false
            /// if the time is.
            ///
            /// # Examples
            ///
            /// Like [`wait_timeout`](Self::wait_timeout), with `Instant::now() + timeout`.
            #[must_use = "it may be the time that ended the wait"]
            pub fn wait_deadline(self, deadline: ::std::time::Instant) -> bool {
                self.waiting.wait_deadline(deadline)
            }
        }

        impl<$a $(, $parameter: $bound)?> ::core::future::Future for $wait<$a $(, $parameter)?> {
            type Output = ();

            fn poll(
                self: ::core::pin::Pin<&mut Self>,
                context: &mut ::core::task::Context<'_>,
            ) -> ::core::task::Poll<()> {
                self.get_mut().waiting.poll(context.waker())
            }
        }

        impl<$a $(, $parameter: $bound)?> ::core::fmt::Debug for $wait<$a $(, $parameter)?> {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let mut output = formatter.debug_struct(stringify!($wait));
                output.field("is_over", &self.waiting.is_over()).finish_non_exhaustive()
            }
        }
    };
}
pub(crate) use ways_to_wait;

/// The live state of [`Worker`]: its fields as atomics, which threads share by reference.
///
/// What one worker pool has done so far.
///
/// | field | kind | orderings | methods |
/// | --- | --- | --- | --- |
/// | `bytes_processed` | counter | Relaxed | [`record_bytes`](Self::record_bytes), [`bytes_processed`](Self::bytes_processed) |
/// | `should_stop` | flag | Release, Acquire | [`request_shutdown`](Self::request_shutdown), [`is_stopping`](Self::is_stopping) |
///
/// Each method is one atomic operation. [`snapshot`](Self::snapshot) reads all fields into a plain [`Worker`], one after the other: values that must agree with each other belong in an `Arc<Mutex<_>>` instead.
pub struct WorkerState {
    bytes_processed: ::atomic_state::Counter<u64>,
    should_stop: ::atomic_state::Flag,
}
const _: () = {
    /// Shadows a constant that may have this name, so that a parameter can.
    fn amount() {}
    const _: fn() = amount;
    impl WorkerState {
        ::atomic_state::__private::const_fn! {
            #[doc = " Every counter at zero, every flag unset."] #[must_use] #[inline]
            pub fn new() -> Self { Self { bytes_processed :
            ::atomic_state::Counter::new(), should_stop : ::atomic_state::Flag::new(), }
            }
        }
        /// Reads every field into a plain [`Worker`].
        ///
        /// Flags are read first, with Acquire, then the other fields in the order of their declaration: a snapshot that shows a flag set includes all that the thread which set it had recorded before.
        /// It is not a cut across the fields: other threads go on while it reads.
        #[must_use]
        pub fn snapshot(&self) -> Worker {
            Worker {
                should_stop: ::atomic_state::Flag::get(&self.should_stop),
                bytes_processed: ::atomic_state::Counter::get(&self.bytes_processed),
            }
        }
        /// Total bytes processed by all workers.
        ///
        /// Adds `amount` to `bytes_processed`, wrapping at the width of its type.
        /// The unit is bytes.
        ///
        /// Ordering: Relaxed `fetch_add`. Each change is one atomic step, which alone keeps the total exact; it publishes no other memory, so it needs no more.
        #[inline]
        pub fn record_bytes(&self, amount: u64) {
            ::atomic_state::Counter::record(&self.bytes_processed, amount);
        }
        /// Total bytes processed by all workers.
        ///
        /// The total of `bytes_processed` at some moment during the call.
        /// The unit is bytes.
        ///
        /// Ordering: Relaxed `load`. A total publishes no other memory, so reading it needs no more. After the recording threads are joined, it is exact.
        #[must_use]
        #[inline]
        pub fn bytes_processed(&self) -> u64 {
            ::atomic_state::Counter::get(&self.bytes_processed)
        }
        /// Tells workers to stop.
        ///
        /// Sets `should_stop`.
        ///
        /// Ordering: Release `store`. Publishes all that this thread did before to whoever sees the change; for that, Release is enough.
        #[inline]
        pub fn request_shutdown(&self) {
            ::atomic_state::Flag::set(&self.should_stop);
        }
        /// Tells workers to stop.
        ///
        /// Whether `should_stop` is set.
        ///
        /// Ordering: Acquire `load`. Who sees it set, sees all that the setting thread did before: that is what Acquire adds to the Release of the store.
        #[must_use]
        #[inline]
        pub fn is_stopping(&self) -> bool {
            ::atomic_state::Flag::get(&self.should_stop)
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for WorkerState {
        fn default() -> Self {
            Self::new()
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Worker> for WorkerState {
        fn from(__saved: Worker) -> Self {
            Self {
                bytes_processed: ::core::convert::From::from(__saved.bytes_processed),
                should_stop: ::core::convert::From::from(__saved.should_stop),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for WorkerState {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(__formatter, "WorkerState")
                .field("bytes_processed", &self.bytes_processed)
                .field("should_stop", &self.should_stop)
                .finish()
        }
    }
    #[automatically_derived]
    impl ::atomic_state::LiveState for WorkerState {
        type Snapshot = Worker;
        fn snapshot(&self) -> Self::Snapshot {
            Self::snapshot(self)
        }
        #[inline]
        fn __mention_all() {
            let _ = (
                Self::record_bytes,
                Self::bytes_processed,
                Self::request_shutdown,
                Self::is_stopping,
            );
        }
    }
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Worker {}
    #[automatically_derived]
    impl ::atomic_state::HasState for Worker {
        type State = WorkerState;
    }
};

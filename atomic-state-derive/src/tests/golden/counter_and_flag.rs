/// The live state of [`Worker`]: its fields as atomics, which threads share by reference.
///
/// What one worker pool has done so far.
///
/// | field | kind | orderings | methods |
/// | --- | --- | --- | --- |
/// | `bytes_processed` | counter | Relaxed | [`record_bytes`](Self::record_bytes), [`bytes_processed`](Self::bytes_processed) |
/// | `should_stop` | flag | Release, Acquire | [`request_shutdown`](Self::request_shutdown), [`is_stopping`](Self::is_stopping) |
///
/// [`snapshot`](Self::snapshot) reads all fields into a plain [`Worker`], one after the other: values that must agree with each other belong in an `Arc<Mutex<_>>` instead.
pub struct WorkerState {
    bytes_processed: ::atomic_state::Counter<u64>,
    should_stop: ::atomic_state::Flag,
}
const _: () = {
    /// Shadows a constant that may have this name, so that a parameter can.
    fn amount() {}
    const _: fn() = amount;
    /// Shadows a constant that may have this name, so that a parameter can.
    fn batch() {}
    const _: fn() = batch;
    impl WorkerState {
        ::atomic_state::__private::const_fn! {
            #[doc = " As at the start: numbers at zero, flags unset, no samples."]
            #[must_use] #[inline] pub fn new() -> Self { Self { bytes_processed :
            ::atomic_state::Counter::new(), should_stop : ::atomic_state::Flag::new(), }
            }
        }
        /// Reads every field into a plain [`Worker`].
        ///
        /// Flags are read first, then the other fields in the order of their declaration. A snapshot that shows a flag set includes in the other fields all that the thread which set it had recorded before.
        /// It is not a cut across the fields, which are read one after the other while other threads go on.
        #[must_use]
        pub fn snapshot(&self) -> Worker {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// As [`snapshot`](Self::snapshot), and starts a new interval: counters restart at zero, minima and maxima without a sample; gauges and flags stay.
        ///
        /// Each field is read and restarted in one step: of several takers, each recorded amount goes to exactly one.
        pub fn take(&self) -> Worker {
            ::atomic_state::LiveState::take(self)
        }
        /// Adds a [`Worker`] that one thread filled without atomics.
        ///
        /// Counters and gauges add, minima and maxima keep the better sample, and flags that are set in the batch are set last: who sees one sees the rest of the batch.
        pub fn merge(&self, batch: &Worker) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// Adds `amount` to `bytes_processed`, wrapping at the width of its type.
        /// The unit is bytes.
        ///
        /// Total bytes processed by all workers.
        ///
        /// Ordering: Relaxed `fetch_add`. One atomic step alone keeps the number exact; it publishes no other memory, so it needs no more.
        #[inline]
        pub fn record_bytes(&self, amount: u64) {
            ::atomic_state::Counter::record(&self.bytes_processed, amount);
        }
        /// The total of `bytes_processed` at some moment during the call.
        /// The unit is bytes.
        ///
        /// Total bytes processed by all workers.
        ///
        /// Ordering: Relaxed `load`. The number publishes no other memory, so reading it needs no more; after the recording threads are joined, it is exact.
        #[must_use]
        #[inline]
        pub fn bytes_processed(&self) -> u64 {
            ::atomic_state::Counter::get(&self.bytes_processed)
        }
        /// Sets `should_stop`.
        ///
        /// Tells workers to stop.
        ///
        /// Ordering: Release `store`. Publishes all that this thread did before to whoever sees the change; for that, Release is enough.
        #[inline]
        pub fn request_shutdown(&self) {
            ::atomic_state::Flag::set(&self.should_stop);
        }
        /// Whether `should_stop` is set.
        ///
        /// Tells workers to stop.
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
        ::atomic_state::__private::initial!();
        #[inline]
        fn __early(&self) -> Self::Snapshot {
            Worker {
                bytes_processed: ::atomic_state::__private::Cell::early(
                    &self.bytes_processed,
                ),
                should_stop: ::atomic_state::__private::Cell::early(&self.should_stop),
            }
        }
        #[inline]
        fn __late(&self, __seen: &mut Self::Snapshot) {
            ::atomic_state::__private::Cell::late(
                &self.bytes_processed,
                &mut __seen.bytes_processed,
            );
            ::atomic_state::__private::Cell::late(
                &self.should_stop,
                &mut __seen.should_stop,
            );
        }
        #[inline]
        fn __take_late(&self, __seen: &mut Self::Snapshot) {
            ::atomic_state::__private::Cell::take_late(
                &self.bytes_processed,
                &mut __seen.bytes_processed,
            );
            ::atomic_state::__private::Cell::take_late(
                &self.should_stop,
                &mut __seen.should_stop,
            );
        }
        #[inline]
        fn __merge(&self, __batch: &Self::Snapshot) {
            ::atomic_state::__private::Cell::merge(
                &self.bytes_processed,
                &__batch.bytes_processed,
            );
            ::atomic_state::__private::Cell::merge(
                &self.should_stop,
                &__batch.should_stop,
            );
        }
        #[inline]
        fn __merge_flags(&self, __batch: &Self::Snapshot) {
            ::atomic_state::__private::Cell::merge_flags(
                &self.bytes_processed,
                &__batch.bytes_processed,
            );
            ::atomic_state::__private::Cell::merge_flags(
                &self.should_stop,
                &__batch.should_stop,
            );
        }
        #[inline]
        fn __mention_all() {
            let _ = (
                Self::take,
                Self::merge,
                Self::record_bytes,
                Self::bytes_processed,
                Self::request_shutdown,
                Self::is_stopping,
            );
        }
    }
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Worker {
        const FIELDS: &'static [::atomic_state::Field] = &[
            ::atomic_state::__private::field::<
                ::atomic_state::Counter<u64>,
            >(
                "bytes_processed",
                "Total bytes processed by all workers.",
                ::core::option::Option::Some("bytes"),
            ),
            ::atomic_state::__private::field::<
                ::atomic_state::Flag,
            >("should_stop", "Tells workers to stop.", ::core::option::Option::None),
        ];
        fn since(&self, __earlier: &Self) -> Self {
            Self {
                bytes_processed: <::atomic_state::Counter<
                    u64,
                > as ::atomic_state::__private::Cell>::since(
                    &self.bytes_processed,
                    &__earlier.bytes_processed,
                ),
                should_stop: <::atomic_state::Flag as ::atomic_state::__private::Cell>::since(
                    &self.should_stop,
                    &__earlier.should_stop,
                ),
            }
        }
        fn merge(&mut self, __other: &Self) {
            <::atomic_state::Counter<
                u64,
            > as ::atomic_state::__private::Cell>::combine(
                &mut self.bytes_processed,
                &__other.bytes_processed,
            );
            <::atomic_state::Flag as ::atomic_state::__private::Cell>::combine(
                &mut self.should_stop,
                &__other.should_stop,
            );
        }
        fn visit<__V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            __visitor: &mut __V,
        ) {
            <::atomic_state::Counter<
                u64,
            > as ::atomic_state::__private::Cell>::visit(
                &self.bytes_processed,
                &<Self as ::atomic_state::AtomicState>::FIELDS[0usize],
                __visitor,
            );
            <::atomic_state::Flag as ::atomic_state::__private::Cell>::visit(
                &self.should_stop,
                &<Self as ::atomic_state::AtomicState>::FIELDS[1usize],
                __visitor,
            );
        }
    }
    #[automatically_derived]
    impl ::atomic_state::HasState for Worker {
        type State = WorkerState;
    }
};

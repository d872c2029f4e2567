/// The live state of [`Worker`]: its fields as atomics, which threads share by reference.
///
/// What one worker pool has done so far.
///
/// | field | kind | ordering | methods |
/// | --- | --- | --- | --- |
/// | `bytes_processed` | [counter](::atomic_state::Counter) | Relaxed | [`record_bytes`](Self::record_bytes), [`bytes_processed`](Self::bytes_processed) |
/// | `should_stop` | [flag](::atomic_state::Flag) | Acquire and Release | [`request_shutdown`](Self::request_shutdown), [`is_stopping`](Self::is_stopping) |
///
/// [`snapshot`](Self::snapshot) reads the fields into a plain [`Worker`], one by one while other threads write. Values that must agree with each other belong in an `Arc<Mutex<_>>`.
pub struct WorkerState {
    bytes_processed: ::atomic_state::Counter<u64>,
    should_stop: ::atomic_state::Flag,
}
const _: () = {
    use ::atomic_state::__private as __rt;
    use ::atomic_state::__private::{__Live, __Number, combine, field, since, visit};
    use ::atomic_state::__private::names::{
        amount, batch, earlier, flags, formatter, other, saved, visitor,
    };
    type __Cell0 = ::atomic_state::Counter<u64>;
    type __Cell1 = ::atomic_state::Flag;
    impl WorkerState {
        /// A state in which nothing has been recorded.
        /// Counters start at zero. Flags start unset.
        #[must_use]
        #[inline]
        pub const fn new() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
        /// Reads every field into a plain [`Worker`].
        ///
        /// Flags are read first, those of nested states too. If the snapshot shows a flag set, its other fields include everything that the setting thread recorded before.
        ///
        /// Fields are read one by one, in the order of their declaration, while other threads write: they may differ by a moment.
        #[allow(clippy::same_name_method)]
        #[must_use]
        pub fn snapshot(&self) -> Worker {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// Like [`snapshot`](Self::snapshot), and starts a new interval. Counters restart at zero. Flags stay.
        ///
        /// If several threads take, each recorded amount goes to exactly one of them.
        #[allow(clippy::same_name_method)]
        pub fn take(&self) -> Worker {
            ::atomic_state::LiveState::take(self)
        }
        /// Adds the values of a plain [`Worker`] that one thread filled. Counters add. A flag that is set in the batch is set, after everything else.
        #[allow(clippy::same_name_method)]
        pub fn merge(&self, batch: &Worker) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// Adds `amount` to `bytes_processed`, wrapping at the width of its type.
        /// The unit is bytes.
        ///
        /// Total bytes processed by all workers.
        #[inline]
        pub fn record_bytes(&self, amount: u64) {
            __Cell0::record(&self.bytes_processed, amount);
        }
        /// The total of `bytes_processed` at some moment during the call.
        /// The unit is bytes.
        #[must_use]
        #[inline]
        pub fn bytes_processed(&self) -> u64 {
            __Cell0::get(&self.bytes_processed)
        }
        /// Sets `should_stop`.
        ///
        /// Tells workers to stop.
        #[inline]
        pub fn request_shutdown(&self) {
            __Cell1::set(&self.should_stop);
        }
        /// Whether `should_stop` is set. A thread that sees it set also sees everything the setting thread did before.
        #[must_use]
        #[inline]
        pub fn is_stopping(&self) -> ::core::primitive::bool {
            __Cell1::get(&self.should_stop)
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for WorkerState {
        fn default() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Worker> for WorkerState {
        fn from(saved: Worker) -> Self {
            ::atomic_state::LiveState::__from_saved(&saved)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for WorkerState {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(
                formatter,
                "WorkerState",
                &[
                    ("bytes_processed", &self.bytes_processed),
                    ("should_stop", &self.should_stop),
                ],
            )
        }
    }
    #[doc(hidden)]
    pub struct Flags {
        should_stop: <__Cell1 as __rt::__Publishes>::__Flags,
    }
    #[automatically_derived]
    impl ::atomic_state::LiveState for WorkerState {
        type Snapshot = Worker;
        const __NEW: Self = {
            __rt::available::<u64>();
            Self {
                bytes_processed: __Cell0::new(),
                should_stop: __Cell1::new(),
            }
        };
        fn __from_saved(saved: &Self::Snapshot) -> Self {
            Self {
                bytes_processed: __Live::__from(&saved.bytes_processed),
                should_stop: __Live::__from(&saved.should_stop),
            }
        }
        type __StateFlags = Flags;
        #[inline]
        fn __read_flags(&self) -> Self::__StateFlags {
            Flags {
                should_stop: __rt::__Publishes::__flags(&self.should_stop),
            }
        }
        #[inline]
        fn __read_rest<R: __rt::__Read>(
            &self,
            flags: &Self::__StateFlags,
        ) -> Self::Snapshot {
            Worker {
                bytes_processed: __Number::__read::<R>(&self.bytes_processed),
                should_stop: __rt::__Publishes::__rest::<
                    R,
                >(&self.should_stop, &flags.should_stop),
            }
        }
        #[inline]
        fn __merge_numbers(&self, batch: &Self::Snapshot) {
            __Live::__merge(&self.bytes_processed, &batch.bytes_processed);
        }
        #[inline]
        fn __set_flags(&self, batch: &Self::Snapshot) {
            __rt::__Publishes::__merge_flags(&self.should_stop, &batch.should_stop);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Worker {
        const FIELDS: &'static [::atomic_state::Field] = &[
            __rt::in_unit(
                "bytes",
                field::<
                    __Cell0,
                >("bytes_processed", "Total bytes processed by all workers."),
            ),
            field::<__Cell1>("should_stop", "Tells workers to stop."),
        ];
        fn since(&self, earlier: &Self) -> Self {
            Self {
                bytes_processed: since::<
                    __Cell0,
                >(&self.bytes_processed, &earlier.bytes_processed),
                should_stop: since::<__Cell1>(&self.should_stop, &earlier.should_stop),
            }
        }
        fn merge(&mut self, other: &Self) {
            combine::<__Cell0>(&mut self.bytes_processed, &other.bytes_processed);
            combine::<__Cell1>(&mut self.should_stop, &other.should_stop);
        }
        fn visit<V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            visitor: &mut V,
        ) {
            visit::<__Cell0, Self, 0>(&self.bytes_processed, visitor);
            visit::<__Cell1, Self, 1>(&self.should_stop, visitor);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::HasState for Worker {
        type State = WorkerState;
    }
};

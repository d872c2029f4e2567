/// The live state of [`Worker`]: its fields as atomics, which threads share by reference.
///
/// What one worker pool has done so far.
///
/// | field | kind | ordering | methods |
/// | --- | --- | --- | --- |
/// | `bytes` | [counter](::atomic_state::Counter), per thread | Relaxed | [`record_bytes`](Self::record_bytes), [`bytes`](Self::bytes), [`add_byte`](Self::add_byte), [`take_bytes`](Self::take_bytes) |
/// | `in_flight` | [gauge](::atomic_state::Gauge) | Relaxed | `add_in_flight`, `sub_in_flight`, `in_flight`, `enter` |
/// | `stop` | [flag](::atomic_state::Flag) | Acquire and Release | `set_stop`, `stop` |
///
/// Each thread records `per_thread` fields in its own block, with a load and a store. A signal handler that records between the two, on the thread that it interrupts, has its record undone. A thread's first record takes a lock and allocates.
///
/// [`snapshot`](Self::snapshot) reads the fields into a plain [`Worker`], one by one while other threads write. `per_thread` fields that must agree are recorded in one [`event`](Self::event). Other values that must agree with each other belong in an `Arc<Mutex<_>>`.
pub struct WorkerState<T>
where
    T: ::atomic_state::CounterValue,
{
    in_flight: ::atomic_state::Gauge<u32>,
    stop: ::atomic_state::Flag,
    shares: ::atomic_state::__private::PerThread<__WorkerStateBlock<T>>,
}
#[doc(hidden)]
struct __WorkerStateBlock<T>
where
    T: ::atomic_state::CounterValue,
{
    bytes: ::atomic_state::Counter<T, ::atomic_state::__private::Single>,
    parameters: ::core::marker::PhantomData<fn() -> Worker<T>>,
}
/// One thread's view of a [`WorkerState`], with the thread's block at hand.
///
/// [`WorkerState::local`] makes it. It has the methods that record, and dereferences to the [`WorkerState`] for all others. It stays on its thread.
pub struct WorkerStateLocal<'state, T>
where
    T: ::atomic_state::CounterValue,
{
    state: &'state WorkerState<T>,
    lease: ::atomic_state::__private::Lease<'state, __WorkerStateBlock<T>>,
}
/// What one thread records in a [`WorkerState`] as one event.
///
/// It exists in the function that is called with it, and stays on its thread.
pub struct WorkerStateEvent<'event, T>
where
    T: ::atomic_state::CounterValue,
{
    block: ::atomic_state::__private::Event<'event, __WorkerStateBlock<T>>,
}
const _: () = {
    use ::atomic_state::__private as __rt;
    use ::atomic_state::__private::{
        __Live, __Number, Share, combine, field, get, shown, since, take as __take,
        value, visit, with,
    };
    use ::atomic_state::__private::names::{
        amount, batch, block, earlier, event, flags, formatter, other, saved, state,
        step, sums, visitor, within,
    };
    type __Cell1 = ::atomic_state::Gauge<u32>;
    type __Cell2 = ::atomic_state::Flag;
    const _: () = __rt::feature::per_thread::<()>();
    impl<T> WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        /// A state in which nothing has been recorded.
        /// Counters start at zero. Flags start unset. Gauges start at zero.
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
        pub fn snapshot(&self) -> Worker<T> {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// Like [`snapshot`](Self::snapshot), and starts a new interval. Counters restart at zero. Flags stay. Gauges stay.
        ///
        /// If several threads take, each recorded amount goes to exactly one of them.
        /// A snapshot at the same time shows what was there before the `per_thread` fields were taken or after, never both.
        ///
        /// # Panics
        ///
        /// Within an event, of any state: it would wait for the event's end.
        #[allow(clippy::same_name_method)]
        pub fn take(&self) -> Worker<T> {
            ::atomic_state::LiveState::take(self)
        }
        /// Adds the values of a plain [`Worker`] that one thread filled. Counters add. A flag that is set in the batch is set, after everything else. Gauges add.
        #[allow(clippy::same_name_method)]
        pub fn merge(&self, batch: &Worker<T>) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// This thread's view of the state, for the hottest loops: it finds the thread's block once, not at each record.
        ///
        /// The view cannot be sent to another thread, nor be held across an `.await` in a task that may move. No other thread gets the block while the view lives, and none ever does if the view is leaked (`mem::forget`).
        #[must_use]
        pub fn local(&self) -> WorkerStateLocal<'_, T> {
            WorkerStateLocal {
                state: self,
                lease: __rt::PerThread::lease(&self.shares),
            }
        }
        /// Makes one event of what `event` records: every snapshot, take and merge has all of its records or none. A panic ends the event with what it has recorded.
        ///
        /// Only `per_thread` fields are part of an event. A getter reads one field, and may show half an event. An event within an event is part of the outer one. A reader waits for the end of an event, so record in it and do nothing else: a lock that is taken in it may belong to a thread that waits for its end. Within an event a snapshot waits for no one and shows what is there, and a take panics.
        #[inline]
        pub fn event<R>(
            &self,
            event: impl ::core::ops::FnOnce(&WorkerStateEvent<'_, T>) -> R,
        ) -> R {
            __rt::event(&self.shares, |block| event(&WorkerStateEvent { block }))
        }
        /// Adds `amount` to `bytes`, wrapping at the width of its type.
        ///
        /// Total bytes processed by all workers.
        #[inline]
        pub fn record_bytes(&self, amount: T) {
            with(
                &self.shares,
                move |block| ::atomic_state::Counter::record(&block.bytes, amount),
            );
        }
        /// The total of `bytes` at some moment during the call.
        #[must_use]
        #[inline]
        pub fn bytes(&self) -> T {
            get(&self.shares, |block| &block.bytes)
        }
        /// Adds one to `bytes`, wrapping at the width of its type.
        #[inline]
        pub fn add_byte(&self) {
            with(
                &self.shares,
                move |block| ::atomic_state::Counter::increment(&block.bytes),
            );
        }
        /// Returns the total of `bytes` and restarts it at zero. If several threads take, each amount goes to one of them.
        #[inline]
        pub fn take_bytes(&self) -> T {
            __take(&self.shares, |block| &block.bytes)
        }
        /// Raises `in_flight` by `amount`.
        ///
        /// Jobs that are being worked on.
        #[inline]
        fn add_in_flight(&self, amount: u32) {
            __Cell1::add(&self.in_flight, amount);
        }
        /// Lowers `in_flight` by `amount`. The subtraction may come before the addition that it undoes: nothing is lost, and an unsigned gauge reads 0 until both are done.
        #[inline]
        fn sub_in_flight(&self, amount: u32) {
            __Cell1::sub(&self.in_flight, amount);
        }
        /// The level of `in_flight` at some moment during the call.
        #[must_use]
        #[inline]
        fn in_flight(&self) -> u32 {
            __Cell1::get(&self.in_flight)
        }
        /// Raises `in_flight` by one, and lowers it again when the guard is dropped: at the end of a scope, on an early return, in a panic, or when a future is cancelled.
        #[inline]
        fn enter(&self) -> ::atomic_state::GaugeGuard<'_, Self> {
            ::atomic_state::GaugeGuard::__new(
                self,
                0,
                __Cell1::__enter(&self.in_flight),
                |state, _, amount| __Cell1::__leave(&state.in_flight, amount),
            )
        }
        /// Sets `stop`.
        ///
        /// Tells workers to stop.
        #[inline]
        fn set_stop(&self) {
            __Cell2::set(&self.stop);
        }
        /// Whether `stop` is set. A thread that sees it set also sees everything the setting thread did before.
        #[must_use]
        #[inline]
        fn stop(&self) -> ::core::primitive::bool {
            __Cell2::get(&self.stop)
        }
    }
    #[automatically_derived]
    impl<T> ::core::default::Default for WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn default() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
    }
    #[automatically_derived]
    impl<T> ::core::convert::From<Worker<T>> for WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn from(saved: Worker<T>) -> Self {
            ::atomic_state::LiveState::__from_saved(&saved)
        }
    }
    #[automatically_derived]
    impl<T> ::core::fmt::Debug for WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(
                formatter,
                "WorkerState",
                &[
                    ("bytes", &shown(&self.shares, |block| &block.bytes)),
                    ("in_flight", &self.in_flight),
                    ("stop", &self.stop),
                ],
            )
        }
    }
    #[doc(hidden)]
    pub struct Flags<T>
    where
        T: ::atomic_state::CounterValue,
    {
        stop: <__Cell2 as __rt::__Publishes>::__Flags,
        parameters: ::core::marker::PhantomData<fn() -> Worker<T>>,
    }
    #[automatically_derived]
    impl<T> ::atomic_state::LiveState for WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        type Snapshot = Worker<T>;
        const __NEW: Self = Self {
            in_flight: __Cell1::new(),
            stop: __Cell2::new(),
            shares: __rt::PerThread::new(
                ::atomic_state::__private::new_block!(__WorkerStateBlock < T >),
            ),
        };
        fn __from_saved(saved: &Self::Snapshot) -> Self {
            Self {
                in_flight: __Live::__from(&saved.in_flight),
                stop: __Live::__from(&saved.stop),
                shares: __rt::PerThread::new(__WorkerStateBlock {
                    bytes: __Live::__from(&saved.bytes),
                    parameters: ::core::marker::PhantomData,
                }),
            }
        }
        type __StateFlags = Flags<T>;
        #[inline]
        fn __read_flags(&self) -> Self::__StateFlags {
            Flags {
                stop: __rt::__Publishes::__flags(&self.stop),
                parameters: ::core::marker::PhantomData,
            }
        }
        #[inline]
        fn __read_rest<R: __rt::__Read>(
            &self,
            flags: &Self::__StateFlags,
        ) -> Self::Snapshot {
            let mut sums = __rt::read_all::<R, _>(&self.shares);
            Worker {
                bytes: value(&mut sums.bytes),
                in_flight: __Number::__read::<R>(&self.in_flight),
                stop: __rt::__Publishes::__rest::<R>(&self.stop, &flags.stop),
            }
        }
        #[inline]
        fn __merge_numbers(&self, batch: &Self::Snapshot) {
            __Live::__merge(&self.in_flight, &batch.in_flight);
            __rt::event(
                &self.shares,
                |block| {
                    Share::__merge_within(&block.bytes, &batch.bytes);
                },
            );
        }
        #[inline]
        fn __set_flags(&self, batch: &Self::Snapshot) {
            __rt::__Publishes::__merge_flags(&self.stop, &batch.stop);
        }
    }
    #[automatically_derived]
    impl<T> ::core::default::Default for __WorkerStateBlock<T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn default() -> Self {
            ::atomic_state::__private::new_block!(Self)
        }
    }
    #[automatically_derived]
    impl<T> __rt::Fields for __WorkerStateBlock<T>
    where
        T: ::atomic_state::CounterValue,
    {
        const __NEW: Self = Self {
            bytes: ::atomic_state::Counter::new(),
            parameters: ::core::marker::PhantomData,
        };
        #[inline]
        fn __each<S: __rt::Step<Self>>(step: &S, sums: &mut Self) {
            S::__with(step, |block| &block.bytes, &mut sums.bytes);
        }
    }
    impl<'state, T> WorkerStateLocal<'state, T>
    where
        T: ::atomic_state::CounterValue,
    {
        /// Makes one event of what `event` records: every snapshot, take and merge has all of its records or none. A panic ends the event with what it has recorded.
        ///
        /// Only `per_thread` fields are part of an event. A getter reads one field, and may show half an event. An event within an event is part of the outer one. A reader waits for the end of an event, so record in it and do nothing else: a lock that is taken in it may belong to a thread that waits for its end. Within an event a snapshot waits for no one and shows what is there, and a take panics.
        #[inline]
        pub fn event<R>(
            &self,
            event: impl ::core::ops::FnOnce(&WorkerStateEvent<'_, T>) -> R,
        ) -> R {
            __rt::Lease::event(&self.lease, |block| event(&WorkerStateEvent { block }))
        }
        /// Like `record_bytes` of the [`WorkerState`], with this thread's block at hand.
        #[inline]
        pub fn record_bytes(&self, amount: T) {
            ::atomic_state::Counter::record(&self.lease.bytes, amount);
        }
        /// Like `add_byte` of the [`WorkerState`], with this thread's block at hand.
        #[inline]
        pub fn add_byte(&self) {
            ::atomic_state::Counter::increment(&self.lease.bytes);
        }
    }
    #[automatically_derived]
    impl<'state, T> ::core::ops::Deref for WorkerStateLocal<'state, T>
    where
        T: ::atomic_state::CounterValue,
    {
        type Target = WorkerState<T>;
        #[inline]
        fn deref(&self) -> &Self::Target {
            self.state
        }
    }
    #[automatically_derived]
    impl<'state, T> ::core::fmt::Debug for WorkerStateLocal<'state, T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(formatter, "WorkerStateLocal", &[("state", &self.state)])
        }
    }
    impl<'event, T> WorkerStateEvent<'event, T>
    where
        T: ::atomic_state::CounterValue,
    {
        /// Like `record_bytes` of the [`WorkerState`], as part of this event.
        #[inline]
        pub fn record_bytes(&self, amount: T) {
            ::atomic_state::Counter::record(&self.block.bytes, amount);
        }
        /// Like `add_byte` of the [`WorkerState`], as part of this event.
        #[inline]
        pub fn add_byte(&self) {
            ::atomic_state::Counter::increment(&self.block.bytes);
        }
    }
    #[automatically_derived]
    impl<'event, T> ::core::fmt::Debug for WorkerStateEvent<'event, T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            let _ = &self.block;
            __rt::debug(formatter, "WorkerStateEvent", &[])
        }
    }
    #[automatically_derived]
    impl<T> ::atomic_state::AtomicState for Worker<T>
    where
        T: ::atomic_state::CounterValue,
    {
        const FIELDS: &'static [::atomic_state::Field] = &[
            field::<
                ::atomic_state::Counter<T, ::atomic_state::__private::Single>,
            >("bytes", "Total bytes processed by all workers."),
            field::<__Cell1>("in_flight", "Jobs that are being worked on."),
            field::<__Cell2>("stop", "Tells workers to stop."),
        ];
        fn since(&self, earlier: &Self) -> Self {
            Self {
                bytes: since::<
                    ::atomic_state::Counter<T, ::atomic_state::__private::Single>,
                >(&self.bytes, &earlier.bytes),
                in_flight: since::<__Cell1>(&self.in_flight, &earlier.in_flight),
                stop: since::<__Cell2>(&self.stop, &earlier.stop),
            }
        }
        fn merge(&mut self, other: &Self) {
            combine::<
                ::atomic_state::Counter<T, ::atomic_state::__private::Single>,
            >(&mut self.bytes, &other.bytes);
            combine::<__Cell1>(&mut self.in_flight, &other.in_flight);
            combine::<__Cell2>(&mut self.stop, &other.stop);
        }
        fn visit<V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            visitor: &mut V,
        ) {
            visit::<
                ::atomic_state::Counter<T, ::atomic_state::__private::Single>,
                Self,
                0,
            >(&self.bytes, visitor);
            visit::<__Cell1, Self, 1>(&self.in_flight, visitor);
            visit::<__Cell2, Self, 2>(&self.stop, visitor);
        }
    }
    #[automatically_derived]
    impl<T> ::atomic_state::HasState for Worker<T>
    where
        T: ::atomic_state::CounterValue,
    {
        type State = WorkerState<T>;
    }
};

/// The live state of [`Worker`]: its fields as atomics, which threads share by reference.
///
/// What one worker pool has done so far.
///
/// | field | kind | orderings | methods |
/// | --- | --- | --- | --- |
/// | `bytes` | counter, per thread | Relaxed | [`record_bytes`](Self::record_bytes), [`bytes`](Self::bytes), [`add_byte`](Self::add_byte), [`take_bytes`](Self::take_bytes) |
/// | `in_flight` | gauge, per thread | Relaxed | `add_in_flight`, `sub_in_flight`, `in_flight`, `enter` |
/// | `stop` | flag | Release, Acquire | `set_stop`, `stop` |
///
/// What is kept per thread, each thread records in a block of its own, with a load and a store. A signal handler that records between the two, on the thread that it interrupts, has its record undone; and the first record of a thread takes a lock and allocates.
///
/// [`snapshot`](Self::snapshot) reads all fields into a plain [`Worker`], one after the other: values that must agree with each other belong in an `Arc<Mutex<_>>` instead.
pub struct WorkerState<T>
where
    T: ::atomic_state::CounterValue,
{
    stop: ::atomic_state::Flag,
    __per_thread: ::atomic_state::__private::PerThread<__WorkerStateBlock<T>>,
}
#[doc(hidden)]
struct __WorkerStateBlock<T>
where
    T: ::atomic_state::CounterValue,
{
    bytes: ::atomic_state::Counter<T, ::atomic_state::__private::SingleWriter>,
    in_flight: ::atomic_state::Gauge<u32, ::atomic_state::__private::SingleWriter>,
    __parameters: ::core::marker::PhantomData<fn() -> Worker<T>>,
}
/// One thread's view of a [`WorkerState`], with its block at hand: made by [`WorkerState::local`].
///
/// It has the methods that record, and dereferences to the [`WorkerState`] for all others. It stays on its thread.
pub struct WorkerStateLocal<'state, T>
where
    T: ::atomic_state::CounterValue,
{
    __state: &'state WorkerState<T>,
    __lease: ::atomic_state::__private::Lease<'state, __WorkerStateBlock<T>>,
}
const _: () = {
    /// Shadows a constant that may have this name, so that a parameter can.
    fn amount() {}
    const _: fn() = amount;
    /// Shadows a constant that may have this name, so that a parameter can.
    fn batch() {}
    const _: fn() = batch;
    impl<T> WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        ::atomic_state::__private::const_fn! {
            #[doc = " As at the start: numbers at zero, flags unset, no samples."]
            #[must_use] #[inline] pub fn new() -> Self { Self { stop :
            ::atomic_state::Flag::new(), __per_thread :
            ::atomic_state::__private::PerThread::new(__WorkerStateBlock { bytes :
            ::atomic_state::Counter::new(), in_flight : ::atomic_state::Gauge::new(),
            __parameters : ::core::marker::PhantomData }), } }
        }
        /// Reads every field into a plain [`Worker`].
        ///
        /// Flags are read first, then the other fields in the order of their declaration. A snapshot that shows a flag set includes in the other fields all that the thread which set it had recorded before.
        /// It is not a cut across the fields, which are read one after the other while other threads go on.
        #[must_use]
        pub fn snapshot(&self) -> Worker<T> {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// As [`snapshot`](Self::snapshot), and starts a new interval: counters restart at zero, minima and maxima without a sample; gauges and flags stay.
        ///
        /// Of several takers, each recorded amount goes to exactly one. A read at the same time may still show some of what is taken.
        pub fn take(&self) -> Worker<T> {
            ::atomic_state::LiveState::take(self)
        }
        /// Adds a [`Worker`] that one thread filled without atomics.
        ///
        /// Counters and gauges add, minima and maxima keep the better sample, and flags that are set in the batch are set last: who sees one sees the rest of the batch.
        pub fn merge(&self, batch: &Worker<T>) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// This thread's view of the state, which finds the thread's block once instead of at each record: for the hottest loops.
        ///
        /// It cannot be sent to another thread, nor be held across an `.await` in a task that may be. As long as it lives, and forever if it is leaked (`mem::forget`), no later thread is given its block.
        #[must_use]
        pub fn local(&self) -> WorkerStateLocal<'_, T> {
            WorkerStateLocal {
                __state: self,
                __lease: ::atomic_state::__private::PerThread::lease(&self.__per_thread),
            }
        }
        /// Adds `amount` to `bytes`, wrapping at the width of its type.
        ///
        /// Total bytes processed by all workers.
        ///
        /// Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal handlers, nor for a global allocator.
        #[inline]
        pub fn record_bytes(&self, amount: T) {
            ::atomic_state::__private::PerThread::with(
                &self.__per_thread,
                |__block| ::atomic_state::Counter::record(&__block.bytes, amount),
            );
        }
        /// The total of `bytes` at some moment during the call.
        ///
        /// Total bytes processed by all workers.
        ///
        /// Ordering: Relaxed `load` of each thread's share. The shares publish no other memory; after the recording threads are joined, what they make up is exact.
        #[must_use]
        #[inline]
        pub fn bytes(&self) -> T {
            ::atomic_state::__private::Shares::get(
                &::atomic_state::__private::PerThread::field(
                    &self.__per_thread,
                    |__block| &__block.bytes,
                ),
            )
        }
        /// Adds one to `bytes`, wrapping at the width of its type.
        ///
        /// Total bytes processed by all workers.
        ///
        /// Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal handlers, nor for a global allocator.
        #[inline]
        pub fn add_byte(&self) {
            ::atomic_state::__private::PerThread::with(
                &self.__per_thread,
                |__block| ::atomic_state::Counter::increment(&__block.bytes),
            );
        }
        /// Returns the total of `bytes` and restarts it at zero. Of several takers, each amount goes to one.
        ///
        /// Total bytes processed by all workers.
        ///
        /// Ordering: Relaxed `load` or `swap` of each thread's share, while threads go on recording. Of several takers, each amount goes to one.
        #[inline]
        pub fn take_bytes(&self) -> T {
            ::atomic_state::__private::Shares::take(
                &::atomic_state::__private::PerThread::field(
                    &self.__per_thread,
                    |__block| &__block.bytes,
                ),
            )
        }
        /// Raises `in_flight` by `amount`.
        ///
        /// Jobs that are being worked on.
        ///
        /// Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal handlers, nor for a global allocator.
        #[inline]
        fn add_in_flight(&self, amount: u32) {
            ::atomic_state::__private::PerThread::with(
                &self.__per_thread,
                |__block| ::atomic_state::Gauge::add(&__block.in_flight, amount),
            );
        }
        /// Lowers `in_flight` by `amount`. It may come before the addition that it undoes: nothing is lost, and an unsigned gauge shows 0 meanwhile.
        ///
        /// Jobs that are being worked on.
        ///
        /// Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal handlers, nor for a global allocator.
        #[inline]
        fn sub_in_flight(&self, amount: u32) {
            ::atomic_state::__private::PerThread::with(
                &self.__per_thread,
                |__block| ::atomic_state::Gauge::sub(&__block.in_flight, amount),
            );
        }
        /// The level of `in_flight` at some moment during the call.
        ///
        /// Jobs that are being worked on.
        ///
        /// Ordering: Relaxed `load` of each thread's share. The shares publish no other memory; after the recording threads are joined, what they make up is exact.
        #[must_use]
        #[inline]
        fn in_flight(&self) -> u32 {
            ::atomic_state::__private::Shares::get(
                &::atomic_state::__private::PerThread::field(
                    &self.__per_thread,
                    |__block| &__block.in_flight,
                ),
            )
        }
        /// Raises `in_flight` by one, and lowers it again when the guard is dropped: at the end of a scope, on an early return, in a panic, or when a future is cancelled.
        ///
        /// Jobs that are being worked on.
        ///
        /// Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal handlers, nor for a global allocator.
        #[inline]
        fn enter(&self) -> ::atomic_state::GaugeGuard<'_, Self, 1usize> {
            ::atomic_state::__private::PerThread::with(
                &self.__per_thread,
                |__block| ::atomic_state::Gauge::enter(&__block.in_flight),
            );
            ::atomic_state::GaugeGuard::new(self)
        }
        /// Sets `stop`.
        ///
        /// Tells workers to stop.
        ///
        /// Ordering: Release `store`. Publishes all that this thread did before to whoever sees the change; for that, Release is enough.
        #[inline]
        fn set_stop(&self) {
            ::atomic_state::Flag::set(&self.stop);
        }
        /// Whether `stop` is set.
        ///
        /// Tells workers to stop.
        ///
        /// Ordering: Acquire `load`. Who sees it set, sees all that the setting thread did before: that is what Acquire adds to the Release of the store.
        #[must_use]
        #[inline]
        fn stop(&self) -> bool {
            ::atomic_state::Flag::get(&self.stop)
        }
    }
    #[automatically_derived]
    impl<T> ::core::default::Default for WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn default() -> Self {
            Self::new()
        }
    }
    #[automatically_derived]
    impl<T> ::core::convert::From<Worker<T>> for WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn from(__saved: Worker<T>) -> Self {
            Self {
                stop: ::core::convert::From::from(__saved.stop),
                __per_thread: ::atomic_state::__private::PerThread::new(__WorkerStateBlock {
                    bytes: ::core::convert::From::from(__saved.bytes),
                    in_flight: ::core::convert::From::from(__saved.in_flight),
                    __parameters: ::core::marker::PhantomData,
                }),
            }
        }
    }
    #[automatically_derived]
    impl<T> ::core::fmt::Debug for WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(__formatter, "WorkerState")
                .field(
                    "bytes",
                    &::atomic_state::__private::PerThread::field(
                        &self.__per_thread,
                        |__block| &__block.bytes,
                    ),
                )
                .field(
                    "in_flight",
                    &::atomic_state::__private::PerThread::field(
                        &self.__per_thread,
                        |__block| &__block.in_flight,
                    ),
                )
                .field("stop", &self.stop)
                .finish()
        }
    }
    #[automatically_derived]
    impl<T> ::atomic_state::LiveState for WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        type Snapshot = Worker<T>;
        ::atomic_state::__private::initial!();
        #[inline]
        fn __early(&self) -> Self::Snapshot {
            Worker {
                bytes: ::atomic_state::__private::Cell::early(
                    &::atomic_state::__private::PerThread::field(
                        &self.__per_thread,
                        |__block| &__block.bytes,
                    ),
                ),
                in_flight: ::atomic_state::__private::Cell::early(
                    &::atomic_state::__private::PerThread::field(
                        &self.__per_thread,
                        |__block| &__block.in_flight,
                    ),
                ),
                stop: ::atomic_state::__private::Cell::early(&self.stop),
            }
        }
        #[inline]
        fn __late(&self, __seen: &mut Self::Snapshot) {
            ::atomic_state::__private::Cell::late(
                &::atomic_state::__private::PerThread::field(
                    &self.__per_thread,
                    |__block| &__block.bytes,
                ),
                &mut __seen.bytes,
            );
            ::atomic_state::__private::Cell::late(
                &::atomic_state::__private::PerThread::field(
                    &self.__per_thread,
                    |__block| &__block.in_flight,
                ),
                &mut __seen.in_flight,
            );
            ::atomic_state::__private::Cell::late(&self.stop, &mut __seen.stop);
        }
        #[inline]
        fn __take_late(&self, __seen: &mut Self::Snapshot) {
            ::atomic_state::__private::Cell::take_late(
                &::atomic_state::__private::PerThread::field(
                    &self.__per_thread,
                    |__block| &__block.bytes,
                ),
                &mut __seen.bytes,
            );
            ::atomic_state::__private::Cell::take_late(
                &::atomic_state::__private::PerThread::field(
                    &self.__per_thread,
                    |__block| &__block.in_flight,
                ),
                &mut __seen.in_flight,
            );
            ::atomic_state::__private::Cell::take_late(&self.stop, &mut __seen.stop);
        }
        #[inline]
        fn __merge(&self, __batch: &Self::Snapshot) {
            ::atomic_state::__private::Cell::merge(
                &::atomic_state::__private::PerThread::field(
                    &self.__per_thread,
                    |__block| &__block.bytes,
                ),
                &__batch.bytes,
            );
            ::atomic_state::__private::Cell::merge(
                &::atomic_state::__private::PerThread::field(
                    &self.__per_thread,
                    |__block| &__block.in_flight,
                ),
                &__batch.in_flight,
            );
            ::atomic_state::__private::Cell::merge(&self.stop, &__batch.stop);
        }
        #[inline]
        fn __merge_flags(&self, __batch: &Self::Snapshot) {
            ::atomic_state::__private::Cell::merge_flags(&self.stop, &__batch.stop);
        }
        #[inline]
        fn __mention_all() {
            let _ = (
                Self::take,
                Self::merge,
                Self::record_bytes,
                Self::bytes,
                Self::add_byte,
                Self::take_bytes,
                Self::add_in_flight,
                Self::sub_in_flight,
                Self::in_flight,
                Self::enter,
                Self::set_stop,
                Self::stop,
                Self::local,
                WorkerStateLocal::<'_, T>::record_bytes,
                WorkerStateLocal::<'_, T>::add_byte,
                WorkerStateLocal::<'_, T>::add_in_flight,
                WorkerStateLocal::<'_, T>::sub_in_flight,
            );
        }
    }
    #[automatically_derived]
    impl<T> ::atomic_state::__private::guard::Guarded<1usize> for WorkerState<T>
    where
        T: ::atomic_state::CounterValue,
    {
        #[inline]
        fn leave(&self) {
            ::atomic_state::__private::PerThread::with(
                &self.__per_thread,
                |__block| ::atomic_state::Gauge::leave(&__block.in_flight),
            );
        }
    }
    #[automatically_derived]
    impl<T> ::core::default::Default for __WorkerStateBlock<T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn default() -> Self {
            Self {
                bytes: ::core::default::Default::default(),
                in_flight: ::core::default::Default::default(),
                __parameters: ::core::marker::PhantomData,
            }
        }
    }
    impl<'state, T> WorkerStateLocal<'state, T>
    where
        T: ::atomic_state::CounterValue,
    {
        /// As `record_bytes` of the [`WorkerState`], with this thread's block at hand.
        ///
        /// Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal handlers, nor for a global allocator.
        #[inline]
        pub fn record_bytes(&self, amount: T) {
            ::atomic_state::Counter::record(
                &::atomic_state::__private::Lease::block(&self.__lease).bytes,
                amount,
            );
        }
        /// As `add_byte` of the [`WorkerState`], with this thread's block at hand.
        ///
        /// Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal handlers, nor for a global allocator.
        #[inline]
        pub fn add_byte(&self) {
            ::atomic_state::Counter::increment(
                &::atomic_state::__private::Lease::block(&self.__lease).bytes,
            );
        }
        /// As `add_in_flight` of the [`WorkerState`], with this thread's block at hand.
        ///
        /// Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal handlers, nor for a global allocator.
        #[inline]
        fn add_in_flight(&self, amount: u32) {
            ::atomic_state::Gauge::add(
                &::atomic_state::__private::Lease::block(&self.__lease).in_flight,
                amount,
            );
        }
        /// As `sub_in_flight` of the [`WorkerState`], with this thread's block at hand.
        ///
        /// Ordering: Relaxed, on this thread's share, to which no other thread records. Not for signal handlers, nor for a global allocator.
        #[inline]
        fn sub_in_flight(&self, amount: u32) {
            ::atomic_state::Gauge::sub(
                &::atomic_state::__private::Lease::block(&self.__lease).in_flight,
                amount,
            );
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
            self.__state
        }
    }
    #[automatically_derived]
    impl<'state, T> ::core::fmt::Debug for WorkerStateLocal<'state, T>
    where
        T: ::atomic_state::CounterValue,
    {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_tuple(__formatter, "WorkerStateLocal")
                .field(self.__state)
                .finish()
        }
    }
    #[automatically_derived]
    impl<T> ::atomic_state::AtomicState for Worker<T>
    where
        T: ::atomic_state::CounterValue,
    {
        const FIELDS: &'static [::atomic_state::Field] = &[
            ::atomic_state::__private::field::<
                ::atomic_state::Counter<T, ::atomic_state::__private::SingleWriter>,
            >(
                "bytes",
                "Total bytes processed by all workers.",
                ::core::option::Option::None,
            ),
            ::atomic_state::__private::field::<
                ::atomic_state::Gauge<u32, ::atomic_state::__private::SingleWriter>,
            >(
                "in_flight",
                "Jobs that are being worked on.",
                ::core::option::Option::None,
            ),
            ::atomic_state::__private::field::<
                ::atomic_state::Flag,
            >("stop", "Tells workers to stop.", ::core::option::Option::None),
        ];
        fn since(&self, __earlier: &Self) -> Self {
            Self {
                bytes: <::atomic_state::Counter<
                    T,
                    ::atomic_state::__private::SingleWriter,
                > as ::atomic_state::__private::Cell>::since(
                    &self.bytes,
                    &__earlier.bytes,
                ),
                in_flight: <::atomic_state::Gauge<
                    u32,
                    ::atomic_state::__private::SingleWriter,
                > as ::atomic_state::__private::Cell>::since(
                    &self.in_flight,
                    &__earlier.in_flight,
                ),
                stop: <::atomic_state::Flag as ::atomic_state::__private::Cell>::since(
                    &self.stop,
                    &__earlier.stop,
                ),
            }
        }
        fn merge(&mut self, __other: &Self) {
            <::atomic_state::Counter<
                T,
                ::atomic_state::__private::SingleWriter,
            > as ::atomic_state::__private::Cell>::combine(
                &mut self.bytes,
                &__other.bytes,
            );
            <::atomic_state::Gauge<
                u32,
                ::atomic_state::__private::SingleWriter,
            > as ::atomic_state::__private::Cell>::combine(
                &mut self.in_flight,
                &__other.in_flight,
            );
            <::atomic_state::Flag as ::atomic_state::__private::Cell>::combine(
                &mut self.stop,
                &__other.stop,
            );
        }
        fn visit<__V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            __visitor: &mut __V,
        ) {
            <::atomic_state::Counter<
                T,
                ::atomic_state::__private::SingleWriter,
            > as ::atomic_state::__private::Cell>::visit(
                &self.bytes,
                &<Self as ::atomic_state::AtomicState>::FIELDS[0usize],
                __visitor,
            );
            <::atomic_state::Gauge<
                u32,
                ::atomic_state::__private::SingleWriter,
            > as ::atomic_state::__private::Cell>::visit(
                &self.in_flight,
                &<Self as ::atomic_state::AtomicState>::FIELDS[1usize],
                __visitor,
            );
            <::atomic_state::Flag as ::atomic_state::__private::Cell>::visit(
                &self.stop,
                &<Self as ::atomic_state::AtomicState>::FIELDS[2usize],
                __visitor,
            );
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

::core::compile_error! {
    "atomics hold one small number or flag, and `String` is more than that: keep it beside the state, in an `Arc<Mutex<_>>`"
}
/// The live state of [`Worker`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | orderings | methods |
/// | --- | --- | --- | --- |
/// | `name` | counter | Relaxed | [`record_name`](Self::record_name), [`name`](Self::name) |
/// | `stop` | flag | Release, Acquire | [`set_stop`](Self::set_stop), [`stop`](Self::stop) |
///
/// [`snapshot`](Self::snapshot) reads all fields into a plain [`Worker`], one after the other: values that must agree with each other belong in an `Arc<Mutex<_>>` instead.
struct WorkerState<T> {
    __parameters: ::core::marker::PhantomData<fn() -> Worker<T>>,
}
const _: () = {
    /// Shadows a constant that may have this name, so that a parameter can.
    fn amount() {}
    const _: fn() = amount;
    /// Shadows a constant that may have this name, so that a parameter can.
    fn batch() {}
    const _: fn() = batch;
    impl<T> WorkerState<T> {
        ::atomic_state::__private::const_fn! {
            #[doc = " As at the start: numbers at zero, flags unset, no samples."]
            #[must_use] #[inline] fn new() -> Self { Self { __parameters :
            ::core::marker::PhantomData } }
        }
        /// Reads every field into a plain [`Worker`].
        ///
        /// Flags are read first, then the other fields in the order of their declaration. A snapshot that shows a flag set includes in the other fields all that the thread which set it had recorded before.
        /// It is not a cut across the fields, which are read one after the other while other threads go on.
        #[must_use]
        fn snapshot(&self) -> Worker<T> {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// As [`snapshot`](Self::snapshot), and starts a new interval: counters restart at zero, minima and maxima without a sample; gauges and flags stay.
        ///
        /// Each field is read and restarted in one step: of several takers, each recorded amount goes to exactly one.
        fn take(&self) -> Worker<T> {
            ::atomic_state::LiveState::take(self)
        }
        /// Adds a [`Worker`] that one thread filled without atomics.
        ///
        /// Counters and gauges add, minima and maxima keep the better sample, and flags that are set in the batch are set last: who sees one sees the rest of the batch.
        fn merge(&self, batch: &Worker<T>) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// Adds `amount` to `name`, wrapping at the width of its type.
        ///
        /// Ordering: Relaxed `fetch_add`. One atomic step alone keeps the number exact; it publishes no other memory, so it needs no more.
        #[inline]
        fn record_name(&self, amount: String) {
            ::core::unimplemented!()
        }
        /// The total of `name` at some moment during the call.
        ///
        /// Ordering: Relaxed `load`. The number publishes no other memory, so reading it needs no more; after the recording threads are joined, it is exact.
        #[must_use]
        #[inline]
        fn name(&self) -> String {
            ::core::unimplemented!()
        }
        /// Sets `stop`.
        ///
        /// Ordering: Release `store`. Publishes all that this thread did before to whoever sees the change; for that, Release is enough.
        #[inline]
        fn set_stop(&self) {
            ::core::unimplemented!()
        }
        /// Whether `stop` is set.
        ///
        /// Ordering: Acquire `load`. Who sees it set, sees all that the setting thread did before: that is what Acquire adds to the Release of the store.
        #[must_use]
        #[inline]
        fn stop(&self) -> bool {
            ::core::unimplemented!()
        }
    }
    #[automatically_derived]
    impl<T> ::core::default::Default for WorkerState<T> {
        fn default() -> Self {
            Self::new()
        }
    }
    #[automatically_derived]
    impl<T> ::core::convert::From<Worker<T>> for WorkerState<T> {
        fn from(__saved: Worker<T>) -> Self {
            ::core::unimplemented!()
        }
    }
    #[automatically_derived]
    impl<T> ::core::fmt::Debug for WorkerState<T> {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(__formatter, "WorkerState").finish()
        }
    }
    #[automatically_derived]
    impl<T> ::atomic_state::LiveState for WorkerState<T> {
        type Snapshot = Worker<T>;
        ::atomic_state::__private::initial!();
        #[inline]
        fn __early(&self) -> Self::Snapshot {
            ::core::unimplemented!()
        }
        #[inline]
        fn __late(&self, __seen: &mut Self::Snapshot) {}
        #[inline]
        fn __take_late(&self, __seen: &mut Self::Snapshot) {}
        #[inline]
        fn __merge(&self, __batch: &Self::Snapshot) {}
        #[inline]
        fn __merge_flags(&self, __batch: &Self::Snapshot) {}
        #[inline]
        fn __mention_all() {
            let _ = (
                Self::take,
                Self::merge,
                Self::record_name,
                Self::name,
                Self::set_stop,
                Self::stop,
            );
        }
    }
    #[automatically_derived]
    impl<T> ::atomic_state::AtomicState for Worker<T> {
        const FIELDS: &'static [::atomic_state::Field] = &[];
        fn since(&self, __earlier: &Self) -> Self {
            ::core::unimplemented!()
        }
        fn merge(&mut self, __other: &Self) {}
        fn visit<__V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            __visitor: &mut __V,
        ) {}
    }
    #[automatically_derived]
    impl<T> ::atomic_state::HasState for Worker<T> {
        type State = WorkerState<T>;
    }
};

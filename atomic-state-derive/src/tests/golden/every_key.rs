/// The live state of [`Everything`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | orderings | methods |
/// | --- | --- | --- | --- |
/// | `type` | counter | SeqCst | [`add`](Self::add), [`sent`](Self::sent), [`add_one`](Self::add_one), [`ticket`](Self::ticket), [`drain`](Self::drain) |
/// | `closed` | flag | SeqCst | `close`, `is_closed`, `reopen`, `close_once` |
/// | `alias` | counter | Relaxed | `record_alias`, `alias` |
/// | `drained` | flag | Release, Acquire | `set_drained`, `drained`, `refill`, `until_drained` |
/// | `idle` | flag | SeqCst | `set_idle`, `idle`, `until_idle` |
///
/// [`snapshot`](Self::snapshot) reads all fields into a plain [`Everything`], one after the other: values that must agree with each other belong in an `Arc<Mutex<_>>` instead.
pub(crate) struct Live<T: Amount = u32, const N: usize = 1>
where
    T: Copy,
    T: ::renamed::CounterValue,
{
    r#type: ::renamed::Counter<T, ::renamed::ordering::SeqCst>,
    closed: ::renamed::Flag<::renamed::ordering::SeqCst>,
    alias: ::renamed::__private::counter::Checked<
        my::Bytes,
        ::renamed::ordering::Relaxed,
        { ::renamed::__private::counter::check::<my::Bytes>() },
    >,
    drained: ::renamed::WaitFlag,
    idle: ::renamed::__private::wait::Checked<
        my::Bool,
        ::renamed::ordering::SeqCst,
        { ::renamed::__private::wait::check::<my::Bool>() },
    >,
}
const _: () = {
    /// Shadows a constant that may have this name, so that a parameter can.
    fn amount() {}
    const _: fn() = amount;
    /// Shadows a constant that may have this name, so that a parameter can.
    fn batch() {}
    const _: fn() = batch;
    impl<T: Amount, const N: usize> Live<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        ::renamed::__private::const_fn! {
            #[doc = " As at the start: numbers at zero, flags unset, no samples."]
            #[must_use] #[inline] pub (crate) fn new() -> Self { Self { r#type :
            ::renamed::Counter::new(), closed : ::renamed::Flag::new(), alias : <
            ::renamed::__private::counter::Checked < my::Bytes,
            ::renamed::ordering::Relaxed, { ::renamed::__private::counter::check:: <
            my::Bytes > () } > > ::new(), drained : ::renamed::WaitFlag::new(), idle : <
            ::renamed::__private::wait::Checked < my::Bool, ::renamed::ordering::SeqCst,
            { ::renamed::__private::wait::check:: < my::Bool > () } > > ::new(), } }
        }
        /// Reads every field into a plain [`Everything`].
        ///
        /// Flags are read first, then the other fields in the order of their declaration. A snapshot that shows a flag set includes in the other fields all that the thread which set it had recorded before.
        /// It is not a cut across the fields, which are read one after the other while other threads go on.
        #[must_use]
        pub(crate) fn snapshot(&self) -> Everything<T, N> {
            ::renamed::LiveState::snapshot(self)
        }
        /// As [`snapshot`](Self::snapshot), and starts a new interval: counters restart at zero, minima and maxima without a sample; gauges and flags stay.
        ///
        /// Each field is read and restarted in one step: of several takers, each recorded amount goes to exactly one.
        pub(crate) fn take(&self) -> Everything<T, N> {
            ::renamed::LiveState::take(self)
        }
        /// Adds a [`Everything`] that one thread filled without atomics.
        ///
        /// Counters and gauges add, minima and maxima keep the better sample, and flags that are set in the batch are set last: who sees one sees the rest of the batch.
        pub(crate) fn merge(&self, batch: &Everything<T, N>) {
            ::renamed::LiveState::merge(self, batch);
        }
        /// Adds `amount` to `type`, wrapping at the width of its type.
        ///
        /// Ordering: SeqCst `fetch_add`. All `SeqCst` accesses of the program stand in one order on which all threads agree.
        #[inline]
        pub(crate) fn add(&self, amount: T) {
            ::renamed::Counter::record(&self.r#type, amount);
        }
        /// The total of `type` at some moment during the call.
        ///
        /// Ordering: SeqCst `load`. All `SeqCst` accesses of the program stand in one order on which all threads agree.
        #[must_use]
        #[inline]
        pub(crate) fn sent(&self) -> T {
            ::renamed::Counter::get(&self.r#type)
        }
        /// Adds one to `type`, wrapping at the width of its type.
        ///
        /// Ordering: SeqCst `fetch_add`. All `SeqCst` accesses of the program stand in one order on which all threads agree.
        #[inline]
        pub(crate) fn add_one(&self) {
            ::renamed::Counter::increment(&self.r#type);
        }
        /// Adds `amount` to `type`, wrapping, and returns the **previous** total: the one before this addition.
        ///
        /// Ordering: SeqCst `fetch_add`. All `SeqCst` accesses of the program stand in one order on which all threads agree.
        #[inline]
        pub(crate) fn ticket(&self, amount: T) -> T {
            ::renamed::Counter::fetch(&self.r#type, amount)
        }
        /// Returns the total of `type` and restarts it at zero. Of several takers, each amount goes to one.
        ///
        /// Ordering: SeqCst `swap`. All `SeqCst` accesses of the program stand in one order on which all threads agree.
        #[inline]
        pub(crate) fn drain(&self) -> T {
            ::renamed::Counter::take(&self.r#type)
        }
        /// Sets `closed`.
        ///
        /// Ordering: SeqCst `store`. As Release and Acquire, and all threads agree on the order in which such flags were set.
        #[deprecated]
        #[inline]
        fn close(&self) {
            ::renamed::Flag::set(&self.closed);
        }
        /// Whether `closed` is set.
        ///
        /// Ordering: SeqCst `load`. As Release and Acquire, and all threads agree on the order in which such flags were set.
        #[deprecated]
        #[must_use]
        #[inline]
        fn is_closed(&self) -> bool {
            ::renamed::Flag::get(&self.closed)
        }
        /// Unsets `closed`.
        ///
        /// Ordering: SeqCst `store`. As Release and Acquire, and all threads agree on the order in which such flags were set.
        #[deprecated]
        #[inline]
        fn reopen(&self) {
            ::renamed::Flag::clear(&self.closed);
        }
        /// Sets `closed` and returns whether this call did: of several callers, true for exactly one until it is unset.
        ///
        /// Ordering: SeqCst `swap`. As Release and Acquire, and all threads agree on the order in which such flags were set.
        #[deprecated]
        #[inline]
        fn close_once(&self) -> ::core::primitive::bool {
            ::renamed::Flag::try_set(&self.closed)
        }
        /// Adds `amount` to `alias`, wrapping at the width of its type.
        ///
        /// Ordering: Relaxed `fetch_add`. One atomic step alone keeps the number exact; it publishes no other memory, so it needs no more.
        #[inline]
        fn record_alias(&self, amount: my::Bytes) {
            <::renamed::__private::counter::Checked<
                my::Bytes,
                ::renamed::ordering::Relaxed,
                { ::renamed::__private::counter::check::<my::Bytes>() },
            >>::record(&self.alias, amount);
        }
        /// The total of `alias` at some moment during the call.
        ///
        /// Ordering: Relaxed `load`. The number publishes no other memory, so reading it needs no more; after the recording threads are joined, it is exact.
        #[must_use]
        #[inline]
        fn alias(&self) -> my::Bytes {
            <::renamed::__private::counter::Checked<
                my::Bytes,
                ::renamed::ordering::Relaxed,
                { ::renamed::__private::counter::check::<my::Bytes>() },
            >>::get(&self.alias)
        }
        /// Sets `drained` and wakes whoever waits for it. Not for signal handlers.
        ///
        /// Ordering: Release `swap`. Publishes all that this thread did before to whoever sees the change; for that, Release is enough.
        #[inline]
        fn set_drained(&self) {
            ::renamed::WaitFlag::set(&self.drained);
        }
        /// Whether `drained` is set.
        ///
        /// Ordering: Acquire `load`. Who sees it set, sees all that the setting thread did before: that is what Acquire adds to the Release of the store.
        #[must_use]
        #[inline]
        fn drained(&self) -> bool {
            ::renamed::WaitFlag::get(&self.drained)
        }
        /// Unsets `drained`.
        ///
        /// Ordering: Release `fetch_and`. Publishes all that this thread did before to whoever sees the change; for that, Release is enough.
        #[inline]
        fn refill(&self) {
            ::renamed::WaitFlag::clear(&self.drained);
        }
        /// Waits until `drained` is set: `.await` what it returns, or block on its `wait`, `wait_timeout` or `wait_deadline`.
        ///
        /// Ordering: Acquire `load`. Who sees it set, sees all that the setting thread did before: that is what Acquire adds to the Release of the store.
        #[inline]
        fn until_drained(&self) -> ::renamed::FlagWait<'_> {
            ::renamed::WaitFlag::wait(&self.drained)
        }
        /// Sets `idle` and wakes whoever waits for it. Not for signal handlers.
        ///
        /// Ordering: SeqCst `swap`. As Release and Acquire, and all threads agree on the order in which such flags were set.
        #[inline]
        fn set_idle(&self) {
            <::renamed::__private::wait::Checked<
                my::Bool,
                ::renamed::ordering::SeqCst,
                { ::renamed::__private::wait::check::<my::Bool>() },
            >>::set(&self.idle);
        }
        /// Whether `idle` is set.
        ///
        /// Ordering: SeqCst `load`. As Release and Acquire, and all threads agree on the order in which such flags were set.
        #[must_use]
        #[inline]
        fn idle(&self) -> my::Bool {
            <::renamed::__private::wait::Checked<
                my::Bool,
                ::renamed::ordering::SeqCst,
                { ::renamed::__private::wait::check::<my::Bool>() },
            >>::get(&self.idle)
        }
        /// Waits until `idle` is set: `.await` what it returns, or block on its `wait`, `wait_timeout` or `wait_deadline`.
        ///
        /// Ordering: SeqCst `load`. As Release and Acquire, and all threads agree on the order in which such flags were set.
        #[inline]
        fn until_idle(&self) -> ::renamed::FlagWait<'_, ::renamed::ordering::SeqCst> {
            <::renamed::__private::wait::Checked<
                my::Bool,
                ::renamed::ordering::SeqCst,
                { ::renamed::__private::wait::check::<my::Bool>() },
            >>::wait(&self.idle)
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::core::default::Default for Live<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        fn default() -> Self {
            Self::new()
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::core::convert::From<Everything<T, N>>
    for Live<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        fn from(__saved: Everything<T, N>) -> Self {
            Self {
                r#type: ::core::convert::From::from(__saved.r#type),
                closed: ::core::convert::From::from(__saved.closed),
                alias: ::core::convert::From::from(__saved.alias),
                drained: ::core::convert::From::from(__saved.drained),
                idle: ::core::convert::From::from(__saved.idle),
            }
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::core::fmt::Debug for Live<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(__formatter, "Live")
                .field("type", &self.r#type)
                .field("closed", &self.closed)
                .field("alias", &self.alias)
                .field("drained", &self.drained)
                .field("idle", &self.idle)
                .finish()
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::renamed::LiveState for Live<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        type Snapshot = Everything<T, N>;
        ::renamed::__private::initial!();
        #[inline]
        fn __early(&self) -> Self::Snapshot {
            Everything {
                r#type: ::renamed::__private::Cell::early(&self.r#type),
                closed: ::renamed::__private::Cell::early(&self.closed),
                alias: ::renamed::__private::Cell::early(&self.alias),
                drained: ::renamed::__private::Cell::early(&self.drained),
                idle: ::renamed::__private::Cell::early(&self.idle),
            }
        }
        #[inline]
        fn __late(&self, __seen: &mut Self::Snapshot) {
            ::renamed::__private::Cell::late(&self.r#type, &mut __seen.r#type);
            ::renamed::__private::Cell::late(&self.closed, &mut __seen.closed);
            ::renamed::__private::Cell::late(&self.alias, &mut __seen.alias);
            ::renamed::__private::Cell::late(&self.drained, &mut __seen.drained);
            ::renamed::__private::Cell::late(&self.idle, &mut __seen.idle);
        }
        #[inline]
        fn __take_late(&self, __seen: &mut Self::Snapshot) {
            ::renamed::__private::Cell::take_late(&self.r#type, &mut __seen.r#type);
            ::renamed::__private::Cell::take_late(&self.closed, &mut __seen.closed);
            ::renamed::__private::Cell::take_late(&self.alias, &mut __seen.alias);
            ::renamed::__private::Cell::take_late(&self.drained, &mut __seen.drained);
            ::renamed::__private::Cell::take_late(&self.idle, &mut __seen.idle);
        }
        #[inline]
        fn __merge(&self, __batch: &Self::Snapshot) {
            ::renamed::__private::Cell::merge(&self.r#type, &__batch.r#type);
            ::renamed::__private::Cell::merge(&self.closed, &__batch.closed);
            ::renamed::__private::Cell::merge(&self.alias, &__batch.alias);
            ::renamed::__private::Cell::merge(&self.drained, &__batch.drained);
            ::renamed::__private::Cell::merge(&self.idle, &__batch.idle);
        }
        #[inline]
        fn __merge_flags(&self, __batch: &Self::Snapshot) {
            ::renamed::__private::Cell::merge_flags(&self.r#type, &__batch.r#type);
            ::renamed::__private::Cell::merge_flags(&self.closed, &__batch.closed);
            ::renamed::__private::Cell::merge_flags(&self.alias, &__batch.alias);
            ::renamed::__private::Cell::merge_flags(&self.drained, &__batch.drained);
            ::renamed::__private::Cell::merge_flags(&self.idle, &__batch.idle);
        }
        #[inline]
        fn __mention_all() {
            let _ = (
                Self::take,
                Self::merge,
                Self::add,
                Self::sent,
                Self::add_one,
                Self::ticket,
                Self::drain,
                Self::close,
                Self::is_closed,
                Self::reopen,
                Self::close_once,
                Self::record_alias,
                Self::alias,
                Self::set_drained,
                Self::drained,
                Self::refill,
                Self::until_drained,
                Self::set_idle,
                Self::idle,
                Self::until_idle,
            );
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::renamed::AtomicState for Everything<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        const FIELDS: &'static [::renamed::Field] = &[
            ::renamed::__private::field::<
                ::renamed::Counter<T, ::renamed::ordering::SeqCst>,
            >("type", "", ::core::option::Option::None),
            ::renamed::__private::field::<
                ::renamed::Flag<::renamed::ordering::SeqCst>,
            >("closed", "", ::core::option::Option::None),
            ::renamed::__private::field::<
                ::renamed::__private::counter::Checked<
                    my::Bytes,
                    ::renamed::ordering::Relaxed,
                    { ::renamed::__private::counter::check::<my::Bytes>() },
                >,
            >("alias", "", ::core::option::Option::None),
            ::renamed::__private::field::<
                ::renamed::WaitFlag,
            >("drained", "", ::core::option::Option::None),
            ::renamed::__private::field::<
                ::renamed::__private::wait::Checked<
                    my::Bool,
                    ::renamed::ordering::SeqCst,
                    { ::renamed::__private::wait::check::<my::Bool>() },
                >,
            >("idle", "", ::core::option::Option::None),
        ];
        fn since(&self, __earlier: &Self) -> Self {
            Self {
                r#type: <::renamed::Counter<
                    T,
                    ::renamed::ordering::SeqCst,
                > as ::renamed::__private::Cell>::since(&self.r#type, &__earlier.r#type),
                closed: <::renamed::Flag<
                    ::renamed::ordering::SeqCst,
                > as ::renamed::__private::Cell>::since(&self.closed, &__earlier.closed),
                alias: <::renamed::__private::counter::Checked<
                    my::Bytes,
                    ::renamed::ordering::Relaxed,
                    { ::renamed::__private::counter::check::<my::Bytes>() },
                > as ::renamed::__private::Cell>::since(&self.alias, &__earlier.alias),
                drained: <::renamed::WaitFlag as ::renamed::__private::Cell>::since(
                    &self.drained,
                    &__earlier.drained,
                ),
                idle: <::renamed::__private::wait::Checked<
                    my::Bool,
                    ::renamed::ordering::SeqCst,
                    { ::renamed::__private::wait::check::<my::Bool>() },
                > as ::renamed::__private::Cell>::since(&self.idle, &__earlier.idle),
            }
        }
        fn merge(&mut self, __other: &Self) {
            <::renamed::Counter<
                T,
                ::renamed::ordering::SeqCst,
            > as ::renamed::__private::Cell>::combine(&mut self.r#type, &__other.r#type);
            <::renamed::Flag<
                ::renamed::ordering::SeqCst,
            > as ::renamed::__private::Cell>::combine(&mut self.closed, &__other.closed);
            <::renamed::__private::counter::Checked<
                my::Bytes,
                ::renamed::ordering::Relaxed,
                { ::renamed::__private::counter::check::<my::Bytes>() },
            > as ::renamed::__private::Cell>::combine(&mut self.alias, &__other.alias);
            <::renamed::WaitFlag as ::renamed::__private::Cell>::combine(
                &mut self.drained,
                &__other.drained,
            );
            <::renamed::__private::wait::Checked<
                my::Bool,
                ::renamed::ordering::SeqCst,
                { ::renamed::__private::wait::check::<my::Bool>() },
            > as ::renamed::__private::Cell>::combine(&mut self.idle, &__other.idle);
        }
        fn visit<__V: ::renamed::Visitor + ?::core::marker::Sized>(
            &self,
            __visitor: &mut __V,
        ) {
            <::renamed::Counter<
                T,
                ::renamed::ordering::SeqCst,
            > as ::renamed::__private::Cell>::visit(
                &self.r#type,
                &<Self as ::renamed::AtomicState>::FIELDS[0usize],
                __visitor,
            );
            <::renamed::Flag<
                ::renamed::ordering::SeqCst,
            > as ::renamed::__private::Cell>::visit(
                &self.closed,
                &<Self as ::renamed::AtomicState>::FIELDS[1usize],
                __visitor,
            );
            <::renamed::__private::counter::Checked<
                my::Bytes,
                ::renamed::ordering::Relaxed,
                { ::renamed::__private::counter::check::<my::Bytes>() },
            > as ::renamed::__private::Cell>::visit(
                &self.alias,
                &<Self as ::renamed::AtomicState>::FIELDS[2usize],
                __visitor,
            );
            <::renamed::WaitFlag as ::renamed::__private::Cell>::visit(
                &self.drained,
                &<Self as ::renamed::AtomicState>::FIELDS[3usize],
                __visitor,
            );
            <::renamed::__private::wait::Checked<
                my::Bool,
                ::renamed::ordering::SeqCst,
                { ::renamed::__private::wait::check::<my::Bool>() },
            > as ::renamed::__private::Cell>::visit(
                &self.idle,
                &<Self as ::renamed::AtomicState>::FIELDS[4usize],
                __visitor,
            );
        }
    }
};

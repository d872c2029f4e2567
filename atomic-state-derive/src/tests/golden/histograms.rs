/// The live state of [`Server`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | ordering | methods |
/// | --- | --- | --- | --- |
/// | `latency` | [histogram](::atomic_state::LiveHistogram), per thread | Relaxed | [`record_latency`](Self::record_latency), [`latency`](Self::latency), [`take_latency`](Self::take_latency), [`time_request`](Self::time_request) |
/// | `sizes` | [histogram](::atomic_state::LiveHistogram) | Relaxed | [`record_sizes`](Self::record_sizes), [`sizes`](Self::sizes), [`time_size`](Self::time_size) |
///
/// Each thread records `per_thread` fields in its own block, with a load and a store. A signal handler that records between the two, on the thread that it interrupts, has its record undone. A thread's first record takes a lock and allocates.
///
/// [`snapshot`](Self::snapshot) reads the fields into a plain [`Server`], one by one while other threads write. `per_thread` fields that must agree are recorded in one [`event`](Self::event). Other values that must agree with each other belong in an `Arc<Mutex<_>>`.
struct ServerState {
    sizes: ::atomic_state::__private::histogram::Checked<
        my::Sizes,
        ::atomic_state::ordering::Relaxed,
        { <my::Sizes as ::atomic_state::__private::histogram::HistogramField>::__FITS },
    >,
    shares: ::atomic_state::__private::PerThread<__ServerStateBlock>,
}
#[doc(hidden)]
struct __ServerStateBlock {
    latency: ::atomic_state::__private::histogram::Checked<
        Histogram<Duration>,
        ::atomic_state::__private::Single,
        {
            <Histogram<
                Duration,
            > as ::atomic_state::__private::histogram::HistogramField>::__FITS
        },
    >,
}
/// One thread's view of a [`ServerState`], with the thread's block at hand.
///
/// [`ServerState::local`] makes it. It has the methods that record, and dereferences to the [`ServerState`] for all others. It stays on its thread.
struct ServerStateLocal<'state> {
    state: &'state ServerState,
    lease: ::atomic_state::__private::Lease<'state, __ServerStateBlock>,
}
/// What one thread records in a [`ServerState`] as one event.
///
/// It exists in the function that is called with it, and stays on its thread.
struct ServerStateEvent<'event> {
    block: ::atomic_state::__private::Event<'event, __ServerStateBlock>,
}
const _: () = {
    use ::atomic_state::__private as __rt;
    use ::atomic_state::__private::{
        __Live, __Number, Share, combine, field, get, shown, since, take as __take,
        value, visit, with,
    };
    use ::atomic_state::__private::names::{
        batch, block, earlier, event, formatter, other, sample, saved, state, step, sums,
        visitor, within,
    };
    type __Cell0 = ::atomic_state::__private::histogram::Checked<
        Histogram<Duration>,
        ::atomic_state::__private::Single,
        {
            <Histogram<
                Duration,
            > as ::atomic_state::__private::histogram::HistogramField>::__FITS
        },
    >;
    type __Cell1 = ::atomic_state::__private::histogram::Checked<
        my::Sizes,
        ::atomic_state::ordering::Relaxed,
        { <my::Sizes as ::atomic_state::__private::histogram::HistogramField>::__FITS },
    >;
    const _: () = __rt::histogram::assert_takes_times::<{ <__Cell0>::__TAKES_TIMES }>();
    const _: () = __rt::histogram::assert_takes_times::<{ <__Cell1>::__TAKES_TIMES }>();
    const _: () = __rt::assert_takes_unit::<{ __rt::takes_unit::<__Cell1>() }>();
    const _: () = __rt::feature::std::<()>();
    const _: () = __rt::feature::std::<()>();
    const _: () = __rt::feature::per_thread::<()>();
    impl ServerState {
        /// A state in which nothing has been recorded.
        /// Histograms start empty.
        #[must_use]
        #[inline]
        const fn new() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
        /// Reads every field into a plain [`Server`].
        ///
        /// Fields are read one by one, in the order of their declaration, while other threads write: they may differ by a moment.
        #[allow(clippy::same_name_method)]
        #[must_use]
        fn snapshot(&self) -> Server {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// Like [`snapshot`](Self::snapshot), and starts a new interval. Histograms restart empty.
        ///
        /// If several threads take, each recorded amount goes to exactly one of them.
        /// A snapshot at the same time shows what was there before the `per_thread` fields were taken or after, never both.
        ///
        /// # Panics
        ///
        /// Within an event, of any state: it would wait for the event's end.
        #[allow(clippy::same_name_method)]
        fn take(&self) -> Server {
            ::atomic_state::LiveState::take(self)
        }
        /// Adds the values of a plain [`Server`] that one thread filled. Histograms add.
        #[allow(clippy::same_name_method)]
        fn merge(&self, batch: &Server) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// This thread's view of the state, for the hottest loops: it finds the thread's block once, not at each record.
        ///
        /// The view cannot be sent to another thread, nor be held across an `.await` in a task that may move. No other thread gets the block while the view lives, and none ever does if the view is leaked (`mem::forget`).
        #[must_use]
        fn local(&self) -> ServerStateLocal<'_> {
            ServerStateLocal {
                state: self,
                lease: __rt::PerThread::lease(&self.shares),
            }
        }
        /// Makes one event of what `event` records: every snapshot, take and merge has all of its records or none. A panic ends the event with what it has recorded.
        ///
        /// Only `per_thread` fields are part of an event. A getter reads one field, and may show half an event. An event within an event is part of the outer one. A reader waits for the end of an event, so record in it and do nothing else: a lock that is taken in it may belong to a thread that waits for its end. Within an event a snapshot waits for no one and shows what is there, and a take panics.
        #[inline]
        fn event<R>(
            &self,
            event: impl ::core::ops::FnOnce(&ServerStateEvent<'_>) -> R,
        ) -> R {
            __rt::event(&self.shares, |block| event(&ServerStateEvent { block }))
        }
        /// Counts `sample` in `latency`.
        ///
        /// How long requests took.
        #[inline]
        fn record_latency(&self, sample: Duration) {
            with(&self.shares, move |block| __Cell0::record(&block.latency, sample));
        }
        /// The samples of `latency` so far. The sum may be ahead of the buckets or behind them, by the records under way.
        #[must_use]
        #[inline]
        fn latency(&self) -> Histogram<Duration> {
            get(&self.shares, |block| &block.latency)
        }
        /// Returns the samples of `latency` so far, and starts anew. If several threads take, each sample goes to one of them.
        #[inline]
        fn take_latency(&self) -> Histogram<Duration> {
            __take(&self.shares, |block| &block.latency)
        }
        /// Starts a timer. When it is dropped, `latency` counts the time since: at the end of a scope, on an early return, in a panic, or when a future is cancelled. Its `discard` records nothing.
        #[inline]
        fn time_request(&self) -> ::atomic_state::__private::HistogramTimer<'_, Self> {
            __rt::HistogramTimer::__new(
                self,
                0,
                |state, _, sample| with(
                    &state.shares,
                    move |block| __Cell0::__record_time(&block.latency, sample),
                ),
            )
        }
        /// Counts `sample` in `sizes`.
        /// The unit is bytes.
        #[inline]
        fn record_sizes(
            &self,
            sample: <__Cell1 as ::atomic_state::__private::Sampled>::Sample,
        ) {
            __Cell1::record(&self.sizes, sample);
        }
        /// The samples of `sizes` so far. The sum may be ahead of the buckets or behind them, by the records under way.
        /// The unit is bytes.
        #[must_use]
        #[inline]
        fn sizes(&self) -> my::Sizes {
            __Cell1::get(&self.sizes)
        }
        /// Starts a timer. When it is dropped, `sizes` counts the time since: at the end of a scope, on an early return, in a panic, or when a future is cancelled. Its `discard` records nothing.
        /// The unit is bytes.
        #[inline]
        fn time_size(&self) -> ::atomic_state::__private::HistogramTimer<'_, Self> {
            __rt::HistogramTimer::__new(
                self,
                0,
                |state, _, sample| __Cell1::__record_time(&state.sizes, sample),
            )
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for ServerState {
        fn default() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Server> for ServerState {
        fn from(saved: Server) -> Self {
            ::atomic_state::LiveState::__from_saved(&saved)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for ServerState {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(
                formatter,
                "ServerState",
                &[
                    ("latency", &shown(&self.shares, |block| &block.latency)),
                    ("sizes", &self.sizes),
                ],
            )
        }
    }
    #[automatically_derived]
    impl ::atomic_state::LiveState for ServerState {
        type Snapshot = Server;
        const __NEW: Self = Self {
            sizes: __Cell1::new(),
            shares: __rt::PerThread::new(
                ::atomic_state::__private::new_block!(__ServerStateBlock),
            ),
        };
        fn __from_saved(saved: &Self::Snapshot) -> Self {
            Self {
                sizes: __Live::__from(&saved.sizes),
                shares: __rt::PerThread::new(__ServerStateBlock {
                    latency: __Live::__from(&saved.latency),
                }),
            }
        }
        type __StateFlags = ();
        #[inline]
        fn __read_flags(&self) {}
        #[inline]
        fn __read_rest<R: __rt::__Read>(&self, (): &()) -> Self::Snapshot {
            let mut sums = __rt::read_all::<R, _>(&self.shares);
            Server {
                latency: value(&mut sums.latency),
                sizes: __Number::__read::<R>(&self.sizes),
            }
        }
        #[inline]
        fn __merge_numbers(&self, batch: &Self::Snapshot) {
            __Live::__merge(&self.sizes, &batch.sizes);
            __rt::event(
                &self.shares,
                |block| {
                    Share::__merge_within(&block.latency, &batch.latency);
                },
            );
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for __ServerStateBlock {
        fn default() -> Self {
            ::atomic_state::__private::new_block!(Self)
        }
    }
    #[automatically_derived]
    impl __rt::Fields for __ServerStateBlock {
        const __NEW: Self = Self { latency: __Cell0::new() };
        #[inline]
        fn __each<S: __rt::Step<Self>>(step: &S, sums: &mut Self) {
            S::__with(step, |block| &block.latency, &mut sums.latency);
        }
    }
    impl<'state> ServerStateLocal<'state> {
        /// Makes one event of what `event` records: every snapshot, take and merge has all of its records or none. A panic ends the event with what it has recorded.
        ///
        /// Only `per_thread` fields are part of an event. A getter reads one field, and may show half an event. An event within an event is part of the outer one. A reader waits for the end of an event, so record in it and do nothing else: a lock that is taken in it may belong to a thread that waits for its end. Within an event a snapshot waits for no one and shows what is there, and a take panics.
        #[inline]
        fn event<R>(
            &self,
            event: impl ::core::ops::FnOnce(&ServerStateEvent<'_>) -> R,
        ) -> R {
            __rt::Lease::event(&self.lease, |block| event(&ServerStateEvent { block }))
        }
        /// Like `record_latency` of the [`ServerState`], with this thread's block at hand.
        #[inline]
        fn record_latency(&self, sample: Duration) {
            __Cell0::record(&self.lease.latency, sample);
        }
    }
    #[automatically_derived]
    impl<'state> ::core::ops::Deref for ServerStateLocal<'state> {
        type Target = ServerState;
        #[inline]
        fn deref(&self) -> &Self::Target {
            self.state
        }
    }
    #[automatically_derived]
    impl<'state> ::core::fmt::Debug for ServerStateLocal<'state> {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(formatter, "ServerStateLocal", &[("state", &self.state)])
        }
    }
    impl<'event> ServerStateEvent<'event> {
        /// Like `record_latency` of the [`ServerState`], as part of this event.
        #[inline]
        fn record_latency(&self, sample: Duration) {
            __Cell0::record(&self.block.latency, sample);
        }
    }
    #[automatically_derived]
    impl<'event> ::core::fmt::Debug for ServerStateEvent<'event> {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            let _ = &self.block;
            __rt::debug(formatter, "ServerStateEvent", &[])
        }
    }
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Server {
        const FIELDS: &'static [::atomic_state::Field] = &[
            field::<__Cell0>("latency", "How long requests took."),
            __rt::in_unit("bytes", field::<__Cell1>("sizes", "")),
        ];
        fn since(&self, earlier: &Self) -> Self {
            Self {
                latency: since::<__Cell0>(&self.latency, &earlier.latency),
                sizes: since::<__Cell1>(&self.sizes, &earlier.sizes),
            }
        }
        fn merge(&mut self, other: &Self) {
            combine::<__Cell0>(&mut self.latency, &other.latency);
            combine::<__Cell1>(&mut self.sizes, &other.sizes);
        }
        fn visit<V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            visitor: &mut V,
        ) {
            visit::<__Cell0, Self, 0>(&self.latency, visitor);
            visit::<__Cell1, Self, 1>(&self.sizes, visitor);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::HasState for Server {
        type State = ServerState;
    }
};

/// The live state of [`Client`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | ordering | methods |
/// | --- | --- | --- | --- |
/// | `errors` | [counter](::atomic_state::Counter), by variant, per thread | Relaxed | [`record_errors`](Self::record_errors), [`errors`](Self::errors), [`count_error`](Self::count_error) |
/// | `level` | [gauge](::atomic_state::Gauge), by index | Relaxed | [`add_level`](Self::add_level), [`sub_level`](Self::sub_level), [`level`](Self::level), [`enter`](Self::enter) |
/// | `closed` | [flag](::atomic_state::Flag), by index | Acquire and Release | `set_closed`, `closed` |
/// | `routes` | [nested](::atomic_state::HasState), by variant |  | `routes` |
///
/// Each thread records `per_thread` fields in its own block, with a load and a store. A signal handler that records between the two, on the thread that it interrupts, has its record undone. A thread's first record takes a lock and allocates.
///
/// [`snapshot`](Self::snapshot) reads the fields into a plain [`Client`], one by one while other threads write. `per_thread` fields that must agree are recorded in one [`event`](Self::event). Other values that must agree with each other belong in an `Arc<Mutex<_>>`.
pub struct ClientState {
    level: ::atomic_state::__private::Several<
        ::atomic_state::__private::Indexed<{ LEVELS }>,
        ::atomic_state::Gauge<i64>,
    >,
    closed: ::atomic_state::__private::Several<
        ::atomic_state::__private::Indexed<{ 2 }>,
        ::atomic_state::Flag,
    >,
    routes: ::atomic_state::__private::nested::SeveralStates<
        Route,
        RouteStats,
        {
            ::atomic_state::__private::is_by_variant::<ByVariant<Route, RouteStats>>()
                && <RouteStats as ::atomic_state::HasState>::__FITS
        },
    >,
    shares: ::atomic_state::__private::PerThread<__ClientStateBlock>,
}
#[doc(hidden)]
struct __ClientStateBlock {
    errors: ::atomic_state::__private::counter::CheckedSeveral<
        my::Reason,
        u64,
        ::atomic_state::__private::Single,
        { ::atomic_state::__private::is_by_variant::<ByVariant<my::Reason, u64>>() },
    >,
}
/// One thread's view of a [`ClientState`], with the thread's block at hand.
///
/// [`ClientState::local`] makes it. It has the methods that record, and dereferences to the [`ClientState`] for all others. It stays on its thread.
pub struct ClientStateLocal<'state> {
    state: &'state ClientState,
    lease: ::atomic_state::__private::Lease<'state, __ClientStateBlock>,
}
/// What one thread records in a [`ClientState`] as one event.
///
/// It exists in the function that is called with it, and stays on its thread.
pub struct ClientStateEvent<'event> {
    block: ::atomic_state::__private::Event<'event, __ClientStateBlock>,
}
const _: () = {
    use ::atomic_state::__private as __rt;
    use ::atomic_state::__private::{
        __Live, __Number, Share, combine, field, get, shown, since, value, visit, with,
    };
    use ::atomic_state::__private::names::{
        amount, batch, block, earlier, event, flags, formatter, index, other, place,
        saved, state, step, sums, variant, visitor, within,
    };
    type __Cell0 = ::atomic_state::Counter<u64, ::atomic_state::__private::Single>;
    type __Cells0 = ::atomic_state::__private::counter::CheckedSeveral<
        my::Reason,
        u64,
        ::atomic_state::__private::Single,
        { ::atomic_state::__private::is_by_variant::<ByVariant<my::Reason, u64>>() },
    >;
    type __Cell1 = ::atomic_state::Gauge<i64>;
    type __Cells1 = ::atomic_state::__private::Several<
        ::atomic_state::__private::Indexed<{ LEVELS }>,
        __Cell1,
    >;
    type __Cell2 = ::atomic_state::Flag;
    type __Cells2 = ::atomic_state::__private::Several<
        ::atomic_state::__private::Indexed<{ 2 }>,
        __Cell2,
    >;
    type __Cell3 = ::atomic_state::__private::nested::State<
        RouteStats,
        { <RouteStats as ::atomic_state::HasState>::__FITS },
    >;
    type __Cells3 = ::atomic_state::__private::nested::SeveralStates<
        Route,
        RouteStats,
        {
            ::atomic_state::__private::is_by_variant::<ByVariant<Route, RouteStats>>()
                && <RouteStats as ::atomic_state::HasState>::__FITS
        },
    >;
    const _: () = __rt::feature::per_thread::<()>();
    impl ClientState {
        /// A state in which nothing has been recorded.
        /// Counters start at zero. Flags start unset. Gauges start at zero.
        #[must_use]
        #[inline]
        pub const fn new() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
        /// Reads every field into a plain [`Client`].
        ///
        /// Flags are read first, those of nested states too. If the snapshot shows a flag set, its other fields include everything that the setting thread recorded before.
        ///
        /// Fields are read one by one, in the order of their declaration, while other threads write: they may differ by a moment.
        #[allow(clippy::same_name_method)]
        #[must_use]
        pub fn snapshot(&self) -> Client {
            let _ = ::core::marker::PhantomData::<__Cells0>;
            ::atomic_state::LiveState::snapshot(self)
        }
        /// Like [`snapshot`](Self::snapshot), and starts a new interval. Counters restart at zero. Flags stay. Gauges stay. Nested states take too.
        ///
        /// If several threads take, each recorded amount goes to exactly one of them.
        /// A snapshot at the same time shows what was there before the `per_thread` fields were taken or after, never both.
        ///
        /// # Panics
        ///
        /// Within an event, of any state: it would wait for the event's end.
        #[allow(clippy::same_name_method)]
        pub fn take(&self) -> Client {
            let _ = ::core::marker::PhantomData::<__Cells0>;
            ::atomic_state::LiveState::take(self)
        }
        /// Like [`snapshot`](Self::snapshot), and restarts minima, maxima and peaks only, those of nested states too. Everything else goes on.
        #[allow(clippy::same_name_method)]
        pub fn take_extremes(&self) -> Client {
            let _ = ::core::marker::PhantomData::<__Cells0>;
            ::atomic_state::LiveState::take_extremes(self)
        }
        /// Adds the values of a plain [`Client`] that one thread filled. Counters add. A flag that is set in the batch is set, after everything else. Gauges add. Nested states merge too.
        #[allow(clippy::same_name_method)]
        pub fn merge(&self, batch: &Client) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// This thread's view of the state, for the hottest loops: it finds the thread's block once, not at each record.
        ///
        /// The view cannot be sent to another thread, nor be held across an `.await` in a task that may move. No other thread gets the block while the view lives, and none ever does if the view is leaked (`mem::forget`).
        #[must_use]
        pub fn local(&self) -> ClientStateLocal<'_> {
            ClientStateLocal {
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
            event: impl ::core::ops::FnOnce(&ClientStateEvent<'_>) -> R,
        ) -> R {
            __rt::event(&self.shares, |block| event(&ClientStateEvent { block }))
        }
        /// Adds `amount` to `errors[variant]`, wrapping at the width of its type.
        ///
        /// Requests that failed.
        #[inline]
        pub fn record_errors(&self, variant: my::Reason, amount: u64) {
            let place = __Cells0::index(variant);
            with(
                &self.shares,
                move |block| __Cell0::record(
                    __rt::Several::at(&block.errors, place),
                    amount,
                ),
            );
        }
        /// The total of `errors[variant]` at some moment during the call.
        #[must_use]
        #[inline]
        pub fn errors(&self, variant: my::Reason) -> u64 {
            let place = __Cells0::index(variant);
            get(&self.shares, |block| __rt::Several::at(&block.errors, place))
        }
        /// Adds one to `errors[variant]`, wrapping at the width of its type.
        #[inline]
        pub fn count_error(&self, variant: my::Reason) {
            let place = __Cells0::index(variant);
            with(
                &self.shares,
                move |block| __Cell0::increment(__rt::Several::at(&block.errors, place)),
            );
        }
        /// Raises `level[index]` by `amount`.
        ///
        /// # Panics
        ///
        /// If there is no such index. Nothing is recorded then.
        #[inline]
        #[track_caller]
        pub fn add_level(&self, index: ::core::primitive::usize, amount: i64) {
            let place = __Cells1::index(index);
            __Cell1::add(__rt::Several::at(&self.level, place), amount);
        }
        /// Lowers `level[index]` by `amount`. The subtraction may come before the addition that it undoes: nothing is lost, and an unsigned gauge reads 0 until both are done.
        ///
        /// # Panics
        ///
        /// If there is no such index. Nothing is recorded then.
        #[inline]
        #[track_caller]
        pub fn sub_level(&self, index: ::core::primitive::usize, amount: i64) {
            let place = __Cells1::index(index);
            __Cell1::sub(__rt::Several::at(&self.level, place), amount);
        }
        /// The level of `level[index]` at some moment during the call.
        ///
        /// # Panics
        ///
        /// If there is no such index. Nothing is recorded then.
        #[must_use]
        #[inline]
        #[track_caller]
        pub fn level(&self, index: ::core::primitive::usize) -> i64 {
            let place = __Cells1::index(index);
            __Cell1::get(__rt::Several::at(&self.level, place))
        }
        /// Raises `level[index]` by one, and lowers it again when the guard is dropped: at the end of a scope, on an early return, in a panic, or when a future is cancelled.
        ///
        /// # Panics
        ///
        /// If there is no such index. Nothing is recorded then.
        #[inline]
        #[track_caller]
        pub fn enter(
            &self,
            index: ::core::primitive::usize,
        ) -> ::atomic_state::GaugeGuard<'_, Self> {
            let place = __Cells1::index(index);
            ::atomic_state::GaugeGuard::__new(
                self,
                place,
                __Cell1::__enter(__rt::Several::at(&self.level, place)),
                |state, place, amount| __Cell1::__leave(
                    __rt::Several::at(&state.level, place),
                    amount,
                ),
            )
        }
        /// Sets `closed[index]`.
        ///
        /// # Panics
        ///
        /// If there is no such index. Nothing is recorded then.
        #[inline]
        #[track_caller]
        fn set_closed(&self, index: ::core::primitive::usize) {
            let place = __Cells2::index(index);
            __Cell2::set(__rt::Several::at(&self.closed, place));
        }
        /// Whether `closed[index]` is set. A thread that sees it set also sees everything the setting thread did before.
        ///
        /// # Panics
        ///
        /// If there is no such index. Nothing is recorded then.
        #[must_use]
        #[inline]
        #[track_caller]
        fn closed(&self, index: ::core::primitive::usize) -> ::core::primitive::bool {
            let place = __Cells2::index(index);
            __Cell2::get(__rt::Several::at(&self.closed, place))
        }
        /// The live state of `routes[variant]`.
        #[must_use]
        #[inline]
        fn routes(&self, variant: Route) -> &__Cell3 {
            let place = __Cells3::index(variant);
            __rt::Several::at(&self.routes, place)
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for ClientState {
        fn default() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Client> for ClientState {
        fn from(saved: Client) -> Self {
            let _ = ::core::marker::PhantomData::<__Cells0>;
            ::atomic_state::LiveState::__from_saved(&saved)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for ClientState {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(
                formatter,
                "ClientState",
                &[
                    ("errors", &shown(&self.shares, |block| &block.errors)),
                    ("level", &self.level),
                    ("closed", &self.closed),
                    ("routes", &self.routes),
                ],
            )
        }
    }
    #[doc(hidden)]
    pub struct Flags {
        closed: <__Cells2 as __rt::__Publishes>::__Flags,
        routes: <__Cells3 as __rt::__Publishes>::__Flags,
    }
    #[automatically_derived]
    impl ::atomic_state::LiveState for ClientState {
        type Snapshot = Client;
        const __NEW: Self = {
            __rt::available::<u64>();
            Self {
                level: __rt::Several::new(),
                closed: __rt::Several::new(),
                routes: __rt::Several::new(),
                shares: __rt::PerThread::new(
                    ::atomic_state::__private::new_block!(__ClientStateBlock),
                ),
            }
        };
        fn __from_saved(saved: &Self::Snapshot) -> Self {
            Self {
                level: __Live::__from(&saved.level),
                closed: __Live::__from(&saved.closed),
                routes: __Live::__from(&saved.routes),
                shares: __rt::PerThread::new(__ClientStateBlock {
                    errors: __Live::__from(&saved.errors),
                }),
            }
        }
        type __StateFlags = Flags;
        #[inline]
        fn __read_flags(&self) -> Self::__StateFlags {
            Flags {
                closed: __rt::__Publishes::__flags(&self.closed),
                routes: __rt::__Publishes::__flags(&self.routes),
            }
        }
        #[inline]
        fn __read_rest<R: __rt::__Read>(
            &self,
            flags: &Self::__StateFlags,
        ) -> Self::Snapshot {
            let mut sums = __rt::read_all::<R, _>(&self.shares);
            Client {
                errors: value(&mut sums.errors),
                level: __Number::__read::<R>(&self.level),
                closed: __rt::__Publishes::__rest::<R>(&self.closed, &flags.closed),
                routes: __rt::__Publishes::__rest::<R>(&self.routes, &flags.routes),
            }
        }
        #[inline]
        fn __merge_numbers(&self, batch: &Self::Snapshot) {
            __Live::__merge(&self.level, &batch.level);
            __Live::__merge(&self.routes, &batch.routes);
            __rt::event(
                &self.shares,
                |block| {
                    Share::__merge_within(&block.errors, &batch.errors);
                },
            );
        }
        #[inline]
        fn __set_flags(&self, batch: &Self::Snapshot) {
            __rt::__Publishes::__merge_flags(&self.closed, &batch.closed);
            __rt::__Publishes::__merge_flags(&self.routes, &batch.routes);
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for __ClientStateBlock {
        fn default() -> Self {
            ::atomic_state::__private::new_block!(Self)
        }
    }
    #[automatically_derived]
    impl __rt::Fields for __ClientStateBlock {
        const __NEW: Self = Self {
            errors: __rt::Several::new(),
        };
        #[inline]
        fn __each<S: __rt::Step<Self>>(step: &S, sums: &mut Self) {
            S::__with(step, |block| &block.errors, &mut sums.errors);
        }
    }
    impl<'state> ClientStateLocal<'state> {
        /// Makes one event of what `event` records: every snapshot, take and merge has all of its records or none. A panic ends the event with what it has recorded.
        ///
        /// Only `per_thread` fields are part of an event. A getter reads one field, and may show half an event. An event within an event is part of the outer one. A reader waits for the end of an event, so record in it and do nothing else: a lock that is taken in it may belong to a thread that waits for its end. Within an event a snapshot waits for no one and shows what is there, and a take panics.
        #[inline]
        pub fn event<R>(
            &self,
            event: impl ::core::ops::FnOnce(&ClientStateEvent<'_>) -> R,
        ) -> R {
            __rt::Lease::event(&self.lease, |block| event(&ClientStateEvent { block }))
        }
        /// Like `record_errors` of the [`ClientState`], with this thread's block at hand.
        #[inline]
        pub fn record_errors(&self, variant: my::Reason, amount: u64) {
            let place = __Cells0::index(variant);
            __Cell0::record(__rt::Several::at(&self.lease.errors, place), amount);
        }
        /// Like `count_error` of the [`ClientState`], with this thread's block at hand.
        #[inline]
        pub fn count_error(&self, variant: my::Reason) {
            let place = __Cells0::index(variant);
            __Cell0::increment(__rt::Several::at(&self.lease.errors, place));
        }
    }
    #[automatically_derived]
    impl<'state> ::core::ops::Deref for ClientStateLocal<'state> {
        type Target = ClientState;
        #[inline]
        fn deref(&self) -> &Self::Target {
            self.state
        }
    }
    #[automatically_derived]
    impl<'state> ::core::fmt::Debug for ClientStateLocal<'state> {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(formatter, "ClientStateLocal", &[("state", &self.state)])
        }
    }
    impl<'event> ClientStateEvent<'event> {
        /// Like `record_errors` of the [`ClientState`], as part of this event.
        #[inline]
        pub fn record_errors(&self, variant: my::Reason, amount: u64) {
            let place = __Cells0::index(variant);
            __Cell0::record(__rt::Several::at(&self.block.errors, place), amount);
        }
        /// Like `count_error` of the [`ClientState`], as part of this event.
        #[inline]
        pub fn count_error(&self, variant: my::Reason) {
            let place = __Cells0::index(variant);
            __Cell0::increment(__rt::Several::at(&self.block.errors, place));
        }
    }
    #[automatically_derived]
    impl<'event> ::core::fmt::Debug for ClientStateEvent<'event> {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            let _ = &self.block;
            __rt::debug(formatter, "ClientStateEvent", &[])
        }
    }
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Client {
        const FIELDS: &'static [::atomic_state::Field] = &[
            __rt::labelled(
                "reason",
                field::<__Cells0>("errors", "Requests that failed."),
            ),
            field::<__Cells1>("level", ""),
            field::<__Cells2>("closed", ""),
            field::<__Cells3>("routes", ""),
        ];
        fn since(&self, earlier: &Self) -> Self {
            Self {
                errors: since::<__Cells0>(&self.errors, &earlier.errors),
                level: since::<__Cells1>(&self.level, &earlier.level),
                closed: since::<__Cells2>(&self.closed, &earlier.closed),
                routes: since::<__Cells3>(&self.routes, &earlier.routes),
            }
        }
        fn merge(&mut self, other: &Self) {
            combine::<__Cells0>(&mut self.errors, &other.errors);
            combine::<__Cells1>(&mut self.level, &other.level);
            combine::<__Cells2>(&mut self.closed, &other.closed);
            combine::<__Cells3>(&mut self.routes, &other.routes);
        }
        fn visit<V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            visitor: &mut V,
        ) {
            visit::<__Cells0, Self, 0>(&self.errors, visitor);
            visit::<__Cells1, Self, 1>(&self.level, visitor);
            visit::<__Cells2, Self, 2>(&self.closed, visitor);
            visit::<__Cells3, Self, 3>(&self.routes, visitor);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::HasState for Client {
        type State = ClientState;
    }
};

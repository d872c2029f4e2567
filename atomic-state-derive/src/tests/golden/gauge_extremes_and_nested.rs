/// The live state of [`Server`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | ordering | methods |
/// | --- | --- | --- | --- |
/// | `in_flight` | [gauge](::atomic_state::Gauge) | Relaxed | [`add_in_flight`](Self::add_in_flight), [`sub_in_flight`](Self::sub_in_flight), [`in_flight`](Self::in_flight), [`reset`](Self::reset), [`enter`](Self::enter), [`enter_owned`](Self::enter_owned) |
/// | `slowest` | [max](::atomic_state::Max) | Relaxed | [`record_slowest`](Self::record_slowest), [`slowest`](Self::slowest), [`take_slowest`](Self::take_slowest) |
/// | `http` | [nested](::atomic_state::HasState) |  | [`http`](Self::http) |
/// | `hidden` | [nested](::atomic_state::HasState) |  | [`hidden`](Self::hidden) |
///
/// [`snapshot`](Self::snapshot) reads the fields into a plain [`Server`], one by one while other threads write. Values that must agree with each other belong in an `Arc<Mutex<_>>`.
struct ServerState {
    in_flight: ::atomic_state::Gauge<u32>,
    slowest: ::atomic_state::__private::max::Checked<
        Option<Duration>,
        ::atomic_state::ordering::Relaxed,
        { <Option<Duration> as ::atomic_state::__private::max::MaxField>::__FITS },
    >,
    fastest: ::atomic_state::__private::min::Checked<
        Fastest,
        ::atomic_state::ordering::Relaxed,
        { <Fastest as ::atomic_state::__private::min::MinField>::__FITS },
    >,
    http: ::atomic_state::__private::nested::State<
        Http,
        { <Http as ::atomic_state::HasState>::__FITS },
    >,
    hidden: ::atomic_state::__private::nested::CheckedState<
        library::Live,
        {
            <library::Live as ::atomic_state::__private::nested::StateOf<
                library::Hidden,
            >>::__FITS
        },
    >,
}
const _: () = {
    use ::atomic_state::__private as __rt;
    use ::atomic_state::__private::{__Live, __Number, combine, field, since, visit};
    use ::atomic_state::__private::names::{
        amount, batch, earlier, flags, formatter, level, other, sample, saved,
        state as __state, visitor,
    };
    type __Cell0 = ::atomic_state::Gauge<u32>;
    type __Cell1 = ::atomic_state::__private::max::Checked<
        Option<Duration>,
        ::atomic_state::ordering::Relaxed,
        { <Option<Duration> as ::atomic_state::__private::max::MaxField>::__FITS },
    >;
    type __Cell2 = ::atomic_state::__private::min::Checked<
        Fastest,
        ::atomic_state::ordering::Relaxed,
        { <Fastest as ::atomic_state::__private::min::MinField>::__FITS },
    >;
    type __Cell3 = ::atomic_state::__private::nested::State<
        Http,
        { <Http as ::atomic_state::HasState>::__FITS },
    >;
    type __Cell4 = ::atomic_state::__private::nested::CheckedState<
        library::Live,
        {
            <library::Live as ::atomic_state::__private::nested::StateOf<
                library::Hidden,
            >>::__FITS
        },
    >;
    const _: () = __rt::feature::std::<()>();
    impl ServerState {
        /// A state in which nothing has been recorded.
        /// Gauges start at zero. A maximum starts as `None`, or at zero if it is no `Option`. A minimum starts as `None`.
        #[must_use]
        #[inline]
        const fn new() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
        /// Reads every field into a plain [`Server`].
        ///
        /// Flags are read first, those of nested states too. If the snapshot shows a flag set, its other fields include everything that the setting thread recorded before.
        ///
        /// Fields are read one by one, in the order of their declaration, while other threads write: they may differ by a moment.
        #[allow(clippy::same_name_method)]
        #[must_use]
        fn snapshot(&self) -> Server {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// Like [`snapshot`](Self::snapshot), and starts a new interval. Gauges stay. Maxima restart. Minima restart. Nested states take too.
        ///
        /// If several threads take, each recorded amount goes to exactly one of them.
        #[allow(clippy::same_name_method)]
        fn take(&self) -> Server {
            ::atomic_state::LiveState::take(self)
        }
        /// Like [`snapshot`](Self::snapshot), and restarts minima, maxima and peaks only, those of nested states too. Everything else goes on.
        #[allow(clippy::same_name_method)]
        fn take_extremes(&self) -> Server {
            ::atomic_state::LiveState::take_extremes(self)
        }
        /// Adds the values of a plain [`Server`] that one thread filled. Gauges add. Maxima keep the larger sample. Minima keep the smaller sample. Nested states merge too.
        #[allow(clippy::same_name_method)]
        fn merge(&self, batch: &Server) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// Raises `in_flight` by `amount`.
        #[inline]
        fn add_in_flight(&self, amount: u32) {
            __Cell0::add(&self.in_flight, amount);
        }
        /// Lowers `in_flight` by `amount`. The subtraction may come before the addition that it undoes: nothing is lost, and an unsigned gauge reads 0 until both are done.
        #[inline]
        fn sub_in_flight(&self, amount: u32) {
            __Cell0::sub(&self.in_flight, amount);
        }
        /// The level of `in_flight` at some moment during the call.
        #[must_use]
        #[inline]
        fn in_flight(&self) -> u32 {
            __Cell0::get(&self.in_flight)
        }
        /// Replaces the level of `in_flight`.
        #[inline]
        fn reset(&self, level: u32) {
            __Cell0::set(&self.in_flight, level);
        }
        /// Raises `in_flight` by one, and lowers it again when the guard is dropped: at the end of a scope, on an early return, in a panic, or when a future is cancelled.
        #[inline]
        fn enter(&self) -> ::atomic_state::GaugeGuard<'_, Self> {
            ::atomic_state::GaugeGuard::__new(
                self,
                0,
                __Cell0::__enter(&self.in_flight),
                |__state, _, amount| __Cell0::__leave(&__state.in_flight, amount),
            )
        }
        /// Raises `in_flight` by one, and lowers it again when the guard is dropped. The guard keeps the state alive and borrows nothing, for a task that outlives its function.
        #[inline]
        fn enter_owned(
            self: &::atomic_state::__private::Arc<Self>,
        ) -> ::atomic_state::__private::OwnedGaugeGuard<Self> {
            __rt::OwnedGaugeGuard::__new(
                self,
                0,
                __Cell0::__enter(&self.in_flight),
                |__state, _, amount| __Cell0::__leave(&__state.in_flight, amount),
            )
        }
        /// Keeps `sample` in `slowest` if it is the largest so far. Otherwise, which is the usual case, this is one load and writes nothing.
        #[inline]
        fn record_slowest(&self, sample: Duration) {
            __Cell1::record(&self.slowest, sample);
        }
        /// The largest sample of `slowest` so far.
        #[must_use]
        #[inline]
        fn slowest(&self) -> Option<Duration> {
            __Cell1::get(&self.slowest)
        }
        /// Returns the largest sample of `slowest` so far, and starts anew.
        #[inline]
        fn take_slowest(&self) -> Option<Duration> {
            __Cell1::take(&self.slowest)
        }
        /// Keeps `sample` in `fastest` if it is the smallest so far. Otherwise, which is the usual case, this is one load and writes nothing.
        ///
        /// Summary.
        #[doc(hidden)]
        #[inline]
        fn record_fastest(
            &self,
            sample: <__Cell2 as ::atomic_state::__private::Sampled>::Sample,
        ) {
            __Cell2::record(&self.fastest, sample);
        }
        /// The smallest sample of `fastest` so far.
        #[doc(hidden)]
        #[must_use]
        #[inline]
        fn fastest(&self) -> Fastest {
            __Cell2::get(&self.fastest)
        }
        /// The live state of `http`.
        #[must_use]
        #[inline]
        fn http(&self) -> &__Cell3 {
            &self.http
        }
        /// The live state of `hidden`.
        #[must_use]
        #[inline]
        fn hidden(&self) -> &library::Live {
            &self.hidden
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
                    ("in_flight", &self.in_flight),
                    ("slowest", &self.slowest),
                    ("fastest", &self.fastest),
                    ("http", &self.http),
                    ("hidden", &self.hidden),
                ],
            )
        }
    }
    #[doc(hidden)]
    struct Flags {
        http: <__Cell3 as __rt::__Publishes>::__Flags,
        hidden: <__Cell4 as __rt::__Publishes>::__Flags,
    }
    #[automatically_derived]
    impl ::atomic_state::LiveState for ServerState {
        type Snapshot = Server;
        const __NEW: Self = Self {
            in_flight: __Cell0::new(),
            slowest: __Cell1::new(),
            fastest: __Cell2::new(),
            http: ::atomic_state::__private::new_state!(__Cell3),
            hidden: ::atomic_state::__private::new_state!(__Cell4),
        };
        fn __from_saved(saved: &Self::Snapshot) -> Self {
            Self {
                in_flight: __Live::__from(&saved.in_flight),
                slowest: __Live::__from(&saved.slowest),
                fastest: __Live::__from(&saved.fastest),
                http: __Live::__from(&saved.http),
                hidden: __Live::__from(&saved.hidden),
            }
        }
        type __StateFlags = Flags;
        #[inline]
        fn __read_flags(&self) -> Self::__StateFlags {
            Flags {
                http: __rt::__Publishes::__flags(&self.http),
                hidden: __rt::__Publishes::__flags(&self.hidden),
            }
        }
        #[inline]
        fn __read_rest<R: __rt::__Read>(
            &self,
            flags: &Self::__StateFlags,
        ) -> Self::Snapshot {
            Server {
                in_flight: __Number::__read::<R>(&self.in_flight),
                slowest: __Number::__read::<R>(&self.slowest),
                fastest: __Number::__read::<R>(&self.fastest),
                http: __rt::__Publishes::__rest::<R>(&self.http, &flags.http),
                hidden: __rt::__Publishes::__rest::<R>(&self.hidden, &flags.hidden),
            }
        }
        #[inline]
        fn __merge_numbers(&self, batch: &Self::Snapshot) {
            __Live::__merge(&self.in_flight, &batch.in_flight);
            __Live::__merge(&self.slowest, &batch.slowest);
            __Live::__merge(&self.fastest, &batch.fastest);
            __Live::__merge(&self.http, &batch.http);
            __Live::__merge(&self.hidden, &batch.hidden);
        }
        #[inline]
        fn __set_flags(&self, batch: &Self::Snapshot) {
            __rt::__Publishes::__merge_flags(&self.http, &batch.http);
            __rt::__Publishes::__merge_flags(&self.hidden, &batch.hidden);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Server {
        const FIELDS: &'static [::atomic_state::Field] = &[
            field::<__Cell0>("in_flight", ""),
            field::<__Cell1>("slowest", ""),
            field::<__Cell2>("fastest", "Summary."),
            field::<__Cell3>("http", ""),
            field::<__Cell4>("hidden", ""),
        ];
        fn since(&self, earlier: &Self) -> Self {
            Self {
                in_flight: since::<__Cell0>(&self.in_flight, &earlier.in_flight),
                slowest: since::<__Cell1>(&self.slowest, &earlier.slowest),
                fastest: since::<__Cell2>(&self.fastest, &earlier.fastest),
                http: since::<__Cell3>(&self.http, &earlier.http),
                hidden: since::<__Cell4>(&self.hidden, &earlier.hidden),
            }
        }
        fn merge(&mut self, other: &Self) {
            combine::<__Cell0>(&mut self.in_flight, &other.in_flight);
            combine::<__Cell1>(&mut self.slowest, &other.slowest);
            combine::<__Cell2>(&mut self.fastest, &other.fastest);
            combine::<__Cell3>(&mut self.http, &other.http);
            combine::<__Cell4>(&mut self.hidden, &other.hidden);
        }
        fn visit<V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            visitor: &mut V,
        ) {
            visit::<__Cell0, Self, 0>(&self.in_flight, visitor);
            visit::<__Cell1, Self, 1>(&self.slowest, visitor);
            visit::<__Cell2, Self, 2>(&self.fastest, visitor);
            visit::<__Cell3, Self, 3>(&self.http, visitor);
            visit::<__Cell4, Self, 4>(&self.hidden, visitor);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::HasState for Server {
        type State = ServerState;
    }
};

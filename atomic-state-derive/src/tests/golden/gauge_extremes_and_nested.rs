/// The live state of [`Server`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | orderings | methods |
/// | --- | --- | --- | --- |
/// | `in_flight` | gauge | Relaxed | [`add_in_flight`](Self::add_in_flight), [`sub_in_flight`](Self::sub_in_flight), [`in_flight`](Self::in_flight), [`reset`](Self::reset), [`enter`](Self::enter), [`enter_owned`](Self::enter_owned) |
/// | `slowest` | max | Relaxed | [`record_slowest`](Self::record_slowest), [`slowest`](Self::slowest), [`take_slowest`](Self::take_slowest) |
/// | `http` | nested |  | [`http`](Self::http) |
/// | `hidden` | nested |  | [`hidden`](Self::hidden) |
///
/// [`snapshot`](Self::snapshot) reads all fields into a plain [`Server`], one after the other: values that must agree with each other belong in an `Arc<Mutex<_>>` instead.
struct ServerState {
    in_flight: ::atomic_state::Gauge<u32>,
    slowest: ::atomic_state::__private::max::Checked<
        Option<Duration>,
        ::atomic_state::ordering::Relaxed,
        { ::atomic_state::__private::max::check::<Option<Duration>>() },
    >,
    fastest: ::atomic_state::__private::min::Checked<
        Fastest,
        ::atomic_state::ordering::Relaxed,
        { ::atomic_state::__private::min::check::<Fastest>() },
    >,
    http: ::atomic_state::__private::nested::Checked<
        Http,
        ::atomic_state::ordering::Relaxed,
        { ::atomic_state::__private::nested::check::<Http>() },
    >,
    hidden: library::Live,
}
const _: () = {
    /// Shadows a constant that may have this name, so that a parameter can.
    fn amount() {}
    const _: fn() = amount;
    /// Shadows a constant that may have this name, so that a parameter can.
    fn batch() {}
    const _: fn() = batch;
    /// Shadows a constant that may have this name, so that a parameter can.
    fn level() {}
    const _: fn() = level;
    /// Shadows a constant that may have this name, so that a parameter can.
    fn sample() {}
    const _: fn() = sample;
    impl ServerState {
        ::atomic_state::__private::const_fn! {
            #[doc = " As at the start: numbers at zero, flags unset, no samples."]
            #[must_use] #[inline] fn new() -> Self { Self { in_flight :
            ::atomic_state::Gauge::new(), slowest : <
            ::atomic_state::__private::max::Checked < Option < Duration >,
            ::atomic_state::ordering::Relaxed, { ::atomic_state::__private::max::check::
            < Option < Duration > > () } > > ::new(), fastest : <
            ::atomic_state::__private::min::Checked < Fastest,
            ::atomic_state::ordering::Relaxed, { ::atomic_state::__private::min::check::
            < Fastest > () } > > ::new(), http :
            ::atomic_state::__private::new_nested!(::atomic_state::__private::nested::Checked
            < Http, ::atomic_state::ordering::Relaxed, {
            ::atomic_state::__private::nested::check:: < Http > () } >), hidden :
            ::atomic_state::__private::new_nested!(library::Live), } }
        }
        /// Reads every field into a plain [`Server`].
        ///
        /// Flags are read first, then the other fields in the order of their declaration. A snapshot that shows a flag set includes in the other fields all that the thread which set it had recorded before.
        /// It is not a cut across the fields, which are read one after the other while other threads go on.
        #[must_use]
        fn snapshot(&self) -> Server {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// As [`snapshot`](Self::snapshot), and starts a new interval: counters restart at zero, minima and maxima without a sample; gauges and flags stay.
        ///
        /// Each field is read and restarted in one step: of several takers, each recorded amount goes to exactly one.
        fn take(&self) -> Server {
            ::atomic_state::LiveState::take(self)
        }
        /// Adds a [`Server`] that one thread filled without atomics.
        ///
        /// Counters and gauges add, minima and maxima keep the better sample, and flags that are set in the batch are set last: who sees one sees the rest of the batch.
        fn merge(&self, batch: &Server) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// Raises `in_flight` by `amount`.
        ///
        /// Ordering: Relaxed `fetch_add`. One atomic step alone keeps the number exact; it publishes no other memory, so it needs no more.
        #[inline]
        fn add_in_flight(&self, amount: u32) {
            ::atomic_state::Gauge::add(&self.in_flight, amount);
        }
        /// Lowers `in_flight` by `amount`. It may come before the addition that it undoes: nothing is lost, and an unsigned gauge shows 0 meanwhile.
        ///
        /// Ordering: Relaxed `fetch_sub`. One atomic step alone keeps the number exact; it publishes no other memory, so it needs no more.
        #[inline]
        fn sub_in_flight(&self, amount: u32) {
            ::atomic_state::Gauge::sub(&self.in_flight, amount);
        }
        /// The level of `in_flight` at some moment during the call.
        ///
        /// Ordering: Relaxed `load`. The number publishes no other memory, so reading it needs no more; after the recording threads are joined, it is exact.
        #[must_use]
        #[inline]
        fn in_flight(&self) -> u32 {
            ::atomic_state::Gauge::get(&self.in_flight)
        }
        /// Replaces the level of `in_flight`.
        ///
        /// Ordering: Relaxed `store`. The number publishes no other memory, so it needs no more.
        #[inline]
        fn reset(&self, level: u32) {
            ::atomic_state::Gauge::set(&self.in_flight, level);
        }
        /// Raises `in_flight` by one, and lowers it again when the guard is dropped: at the end of a scope, on an early return, in a panic, or when a future is cancelled.
        ///
        /// Ordering: Relaxed `fetch_add`. One atomic step alone keeps the number exact; it publishes no other memory, so it needs no more.
        #[inline]
        fn enter(&self) -> ::atomic_state::GaugeGuard<'_, Self, 0usize> {
            ::atomic_state::Gauge::enter(&self.in_flight);
            ::atomic_state::GaugeGuard::new(self)
        }
        /// Raises `in_flight` by one, and lowers it again when the guard is dropped. The guard keeps the state alive and borrows nothing, for a task that outlives its function.
        ///
        /// Ordering: Relaxed `fetch_add`. One atomic step alone keeps the number exact; it publishes no other memory, so it needs no more.
        #[inline]
        fn enter_owned(
            self: &::atomic_state::__private::Arc<Self>,
        ) -> ::atomic_state::OwnedGaugeGuard<Self, 0usize> {
            ::atomic_state::Gauge::enter(&self.in_flight);
            ::atomic_state::OwnedGaugeGuard::new(self)
        }
        /// Keeps `sample` in `slowest` if it is the largest so far. Else, as usual, this is one load and writes nothing.
        ///
        /// Ordering: Relaxed `fetch_max`. One atomic step alone keeps the right sample; it publishes no other memory, so it needs no more.
        #[inline]
        fn record_slowest(&self, sample: Duration) {
            <::atomic_state::__private::max::Checked<
                Option<Duration>,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::max::check::<Option<Duration>>() },
            >>::record(&self.slowest, sample);
        }
        /// The largest sample of `slowest` so far.
        ///
        /// Ordering: Relaxed `load`. The sample publishes no other memory, so reading it needs no more.
        #[must_use]
        #[inline]
        fn slowest(&self) -> Option<Duration> {
            <::atomic_state::__private::max::Checked<
                Option<Duration>,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::max::check::<Option<Duration>>() },
            >>::get(&self.slowest)
        }
        /// Returns the largest sample of `slowest` so far, and starts anew.
        ///
        /// Ordering: Relaxed `swap`. One atomic step alone keeps the right sample; it publishes no other memory, so it needs no more.
        #[inline]
        fn take_slowest(&self) -> Option<Duration> {
            <::atomic_state::__private::max::Checked<
                Option<Duration>,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::max::check::<Option<Duration>>() },
            >>::take(&self.slowest)
        }
        /// Keeps `sample` in `fastest` if it is the smallest so far. Else, as usual, this is one load and writes nothing.
        ///
        /// Summary.
        ///
        /// Details of [`Self::slowest`].
        ///
        /// [`Self::slowest`]: Server::slowest
        ///
        /// Ordering: Relaxed `fetch_max`. One atomic step alone keeps the right sample; it publishes no other memory, so it needs no more.
        #[doc(hidden)]
        #[inline]
        fn record_fastest(
            &self,
            sample: <::atomic_state::__private::min::Checked<
                Fastest,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::min::check::<Fastest>() },
            > as ::atomic_state::__private::Sampled>::Sample,
        ) {
            <::atomic_state::__private::min::Checked<
                Fastest,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::min::check::<Fastest>() },
            >>::record(&self.fastest, sample);
        }
        /// The smallest sample of `fastest` so far.
        ///
        /// Summary.
        ///
        /// Details of [`Self::slowest`].
        ///
        /// [`Self::slowest`]: Server::slowest
        ///
        /// Ordering: Relaxed `load`. The sample publishes no other memory, so reading it needs no more.
        #[doc(hidden)]
        #[must_use]
        #[inline]
        fn fastest(&self) -> Fastest {
            <::atomic_state::__private::min::Checked<
                Fastest,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::min::check::<Fastest>() },
            >>::get(&self.fastest)
        }
        /// The live state of `http`.
        #[must_use]
        #[inline]
        fn http(
            &self,
        ) -> &::atomic_state::__private::nested::Checked<
            Http,
            ::atomic_state::ordering::Relaxed,
            { ::atomic_state::__private::nested::check::<Http>() },
        > {
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
            Self::new()
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Server> for ServerState {
        fn from(__saved: Server) -> Self {
            Self {
                in_flight: ::core::convert::From::from(__saved.in_flight),
                slowest: ::core::convert::From::from(__saved.slowest),
                fastest: ::core::convert::From::from(__saved.fastest),
                http: ::core::convert::From::from(__saved.http),
                hidden: ::core::convert::From::from(__saved.hidden),
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for ServerState {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(__formatter, "ServerState")
                .field("in_flight", &self.in_flight)
                .field("slowest", &self.slowest)
                .field("fastest", &self.fastest)
                .field("http", &self.http)
                .field("hidden", &self.hidden)
                .finish()
        }
    }
    #[automatically_derived]
    impl ::atomic_state::LiveState for ServerState {
        type Snapshot = Server;
        ::atomic_state::__private::initial!();
        #[inline]
        fn __early(&self) -> Self::Snapshot {
            Server {
                in_flight: ::atomic_state::__private::Cell::early(&self.in_flight),
                slowest: ::atomic_state::__private::Cell::early(&self.slowest),
                fastest: ::atomic_state::__private::Cell::early(&self.fastest),
                http: ::atomic_state::__private::Cell::early(&self.http),
                hidden: ::atomic_state::__private::Cell::early(&self.hidden),
            }
        }
        #[inline]
        fn __late(&self, __seen: &mut Self::Snapshot) {
            ::atomic_state::__private::Cell::late(
                &self.in_flight,
                &mut __seen.in_flight,
            );
            ::atomic_state::__private::Cell::late(&self.slowest, &mut __seen.slowest);
            ::atomic_state::__private::Cell::late(&self.fastest, &mut __seen.fastest);
            ::atomic_state::__private::Cell::late(&self.http, &mut __seen.http);
            ::atomic_state::__private::Cell::late(&self.hidden, &mut __seen.hidden);
        }
        #[inline]
        fn __take_late(&self, __seen: &mut Self::Snapshot) {
            ::atomic_state::__private::Cell::take_late(
                &self.in_flight,
                &mut __seen.in_flight,
            );
            ::atomic_state::__private::Cell::take_late(
                &self.slowest,
                &mut __seen.slowest,
            );
            ::atomic_state::__private::Cell::take_late(
                &self.fastest,
                &mut __seen.fastest,
            );
            ::atomic_state::__private::Cell::take_late(&self.http, &mut __seen.http);
            ::atomic_state::__private::Cell::take_late(&self.hidden, &mut __seen.hidden);
        }
        #[inline]
        fn __merge(&self, __batch: &Self::Snapshot) {
            ::atomic_state::__private::Cell::merge(&self.in_flight, &__batch.in_flight);
            ::atomic_state::__private::Cell::merge(&self.slowest, &__batch.slowest);
            ::atomic_state::__private::Cell::merge(&self.fastest, &__batch.fastest);
            ::atomic_state::__private::Cell::merge(&self.http, &__batch.http);
            ::atomic_state::__private::Cell::merge(&self.hidden, &__batch.hidden);
        }
        #[inline]
        fn __merge_flags(&self, __batch: &Self::Snapshot) {
            ::atomic_state::__private::Cell::merge_flags(
                &self.in_flight,
                &__batch.in_flight,
            );
            ::atomic_state::__private::Cell::merge_flags(
                &self.slowest,
                &__batch.slowest,
            );
            ::atomic_state::__private::Cell::merge_flags(
                &self.fastest,
                &__batch.fastest,
            );
            ::atomic_state::__private::Cell::merge_flags(&self.http, &__batch.http);
            ::atomic_state::__private::Cell::merge_flags(&self.hidden, &__batch.hidden);
        }
        #[inline]
        fn __mention_all() {
            let _ = (
                Self::take,
                Self::merge,
                Self::add_in_flight,
                Self::sub_in_flight,
                Self::in_flight,
                Self::reset,
                Self::enter,
                Self::enter_owned,
                Self::record_slowest,
                Self::slowest,
                Self::take_slowest,
                Self::record_fastest,
                Self::fastest,
                Self::http,
                Self::hidden,
            );
        }
    }
    #[automatically_derived]
    impl ::atomic_state::__private::guard::Guarded<0usize> for ServerState {
        #[inline]
        fn leave(&self) {
            ::atomic_state::Gauge::leave(&self.in_flight);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Server {
        const FIELDS: &'static [::atomic_state::Field] = &[
            ::atomic_state::__private::field::<
                ::atomic_state::Gauge<u32>,
            >("in_flight", "", ::core::option::Option::None),
            ::atomic_state::__private::field::<
                ::atomic_state::__private::max::Checked<
                    Option<Duration>,
                    ::atomic_state::ordering::Relaxed,
                    { ::atomic_state::__private::max::check::<Option<Duration>>() },
                >,
            >("slowest", "", ::core::option::Option::None),
            ::atomic_state::__private::field::<
                ::atomic_state::__private::min::Checked<
                    Fastest,
                    ::atomic_state::ordering::Relaxed,
                    { ::atomic_state::__private::min::check::<Fastest>() },
                >,
            >("fastest", "Summary.", ::core::option::Option::None),
            ::atomic_state::__private::field::<
                ::atomic_state::__private::nested::Checked<
                    Http,
                    ::atomic_state::ordering::Relaxed,
                    { ::atomic_state::__private::nested::check::<Http>() },
                >,
            >("http", "", ::core::option::Option::None),
            ::atomic_state::__private::field::<
                library::Live,
            >("hidden", "", ::core::option::Option::None),
        ];
        fn since(&self, __earlier: &Self) -> Self {
            Self {
                in_flight: <::atomic_state::Gauge<
                    u32,
                > as ::atomic_state::__private::Cell>::since(
                    &self.in_flight,
                    &__earlier.in_flight,
                ),
                slowest: <::atomic_state::__private::max::Checked<
                    Option<Duration>,
                    ::atomic_state::ordering::Relaxed,
                    { ::atomic_state::__private::max::check::<Option<Duration>>() },
                > as ::atomic_state::__private::Cell>::since(
                    &self.slowest,
                    &__earlier.slowest,
                ),
                fastest: <::atomic_state::__private::min::Checked<
                    Fastest,
                    ::atomic_state::ordering::Relaxed,
                    { ::atomic_state::__private::min::check::<Fastest>() },
                > as ::atomic_state::__private::Cell>::since(
                    &self.fastest,
                    &__earlier.fastest,
                ),
                http: <::atomic_state::__private::nested::Checked<
                    Http,
                    ::atomic_state::ordering::Relaxed,
                    { ::atomic_state::__private::nested::check::<Http>() },
                > as ::atomic_state::__private::Cell>::since(
                    &self.http,
                    &__earlier.http,
                ),
                hidden: <library::Live as ::atomic_state::__private::Cell>::since(
                    &self.hidden,
                    &__earlier.hidden,
                ),
            }
        }
        fn merge(&mut self, __other: &Self) {
            <::atomic_state::Gauge<
                u32,
            > as ::atomic_state::__private::Cell>::combine(
                &mut self.in_flight,
                &__other.in_flight,
            );
            <::atomic_state::__private::max::Checked<
                Option<Duration>,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::max::check::<Option<Duration>>() },
            > as ::atomic_state::__private::Cell>::combine(
                &mut self.slowest,
                &__other.slowest,
            );
            <::atomic_state::__private::min::Checked<
                Fastest,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::min::check::<Fastest>() },
            > as ::atomic_state::__private::Cell>::combine(
                &mut self.fastest,
                &__other.fastest,
            );
            <::atomic_state::__private::nested::Checked<
                Http,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::nested::check::<Http>() },
            > as ::atomic_state::__private::Cell>::combine(
                &mut self.http,
                &__other.http,
            );
            <library::Live as ::atomic_state::__private::Cell>::combine(
                &mut self.hidden,
                &__other.hidden,
            );
        }
        fn visit<__V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            __visitor: &mut __V,
        ) {
            <::atomic_state::Gauge<
                u32,
            > as ::atomic_state::__private::Cell>::visit(
                &self.in_flight,
                &<Self as ::atomic_state::AtomicState>::FIELDS[0usize],
                __visitor,
            );
            <::atomic_state::__private::max::Checked<
                Option<Duration>,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::max::check::<Option<Duration>>() },
            > as ::atomic_state::__private::Cell>::visit(
                &self.slowest,
                &<Self as ::atomic_state::AtomicState>::FIELDS[1usize],
                __visitor,
            );
            <::atomic_state::__private::min::Checked<
                Fastest,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::min::check::<Fastest>() },
            > as ::atomic_state::__private::Cell>::visit(
                &self.fastest,
                &<Self as ::atomic_state::AtomicState>::FIELDS[2usize],
                __visitor,
            );
            <::atomic_state::__private::nested::Checked<
                Http,
                ::atomic_state::ordering::Relaxed,
                { ::atomic_state::__private::nested::check::<Http>() },
            > as ::atomic_state::__private::Cell>::visit(
                &self.http,
                &<Self as ::atomic_state::AtomicState>::FIELDS[3usize],
                __visitor,
            );
            <library::Live as ::atomic_state::__private::Cell>::visit(
                &self.hidden,
                &<Self as ::atomic_state::AtomicState>::FIELDS[4usize],
                __visitor,
            );
        }
    }
    #[automatically_derived]
    impl ::atomic_state::HasState for Server {
        type State = ServerState;
    }
};

/// The live state of [`Server`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | ordering | methods |
/// | --- | --- | --- | --- |
/// | `hits` | [counter](::atomic_state::Counter) | `SeqCst` | `record_hits`, `hits` |
/// | `in_flight` | [gauge](::atomic_state::Gauge) | `SeqCst` | `add_in_flight`, `sub_in_flight`, `in_flight`, `enter_many`, `try_enter`, `drained` |
/// | `peak` | [max](::atomic_state::Gauge) |  | `peak`, `take_peak` |
/// | `open` | [flag](::atomic_state::Flag) | `SeqCst` | `set_open`, `open` |
///
/// [`read`](Self::read) reads the fields into a plain [`Server`], one by one while other threads write. Values that must agree with each other belong in an `Arc<Mutex<_>>`.
#[repr(align(64))]
#[allow(non_snake_case)]
pub(crate) struct ServerState {
    hits: ::atomic_state::Counter<u64, ::atomic_state::ordering::SeqCst>,
    in_flight: ::atomic_state::__private::gauge::Checked<
        u32,
        (
            ::atomic_state::ordering::SeqCst,
            ::atomic_state::__private::Peaked,
            ::atomic_state::__private::Wakers,
        ),
        { <u32 as ::atomic_state::__private::PeakOf<u32>>::__FITS },
    >,
    open: ::atomic_state::Flag<::atomic_state::ordering::SeqCst>,
}
#[allow(non_snake_case)]
const _: () = {
    use ::atomic_state::__private as __rt;
    use ::atomic_state::__private::{__Live, __Number, combine, field, since, visit};
    use ::atomic_state::__private::names::{
        amount, batch, earlier, flags, formatter, limit, other, saved, state, visitor,
        level as __level_in_flight,
    };
    type __Cell0 = ::atomic_state::Counter<u64, ::atomic_state::ordering::SeqCst>;
    type __Cell1 = ::atomic_state::__private::gauge::Checked<
        u32,
        (
            ::atomic_state::ordering::SeqCst,
            ::atomic_state::__private::Peaked,
            ::atomic_state::__private::Wakers,
        ),
        { <u32 as ::atomic_state::__private::PeakOf<u32>>::__FITS },
    >;
    type __Cell2 = ::atomic_state::__private::PeakField<u32>;
    type __Cell3 = ::atomic_state::Flag<::atomic_state::ordering::SeqCst>;
    const _: () = __rt::feature::wait::<()>();
    impl ServerState {
        /// A state in which nothing has been recorded.
        /// Counters start at zero. Flags start unset. Gauges start at zero. Peaks start at zero. `open` starts set.
        #[must_use]
        #[inline]
        pub(crate) const fn starting() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
        /// Reads every field into a plain [`Server`].
        ///
        /// Flags are read first, those of nested states too. If the snapshot shows a flag set, its other fields include everything that the setting thread recorded before.
        ///
        /// Fields are read one by one, in the order of their declaration, while other threads write: they may differ by a moment.
        #[allow(clippy::same_name_method)]
        #[must_use]
        pub(crate) fn read(&self) -> Server {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// Like [`read`](Self::read), and restarts minima, maxima and peaks only, those of nested states too. Everything else goes on.
        #[allow(clippy::same_name_method)]
        pub(crate) fn take_extremes(&self) -> Server {
            ::atomic_state::LiveState::take_extremes(self)
        }
        /// Adds the values of a plain [`Server`] that one thread filled. Counters add. A flag that is set in the batch is set, after everything else. Gauges add. Peaks keep the higher level.
        #[allow(clippy::same_name_method)]
        pub(crate) fn merge(&self, batch: &Server) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// Adds `amount` to `hits`, wrapping at the width of its type.
        #[inline]
        fn record_hits(&self, amount: u64) {
            __Cell0::record(&self.hits, amount);
        }
        /// The total of `hits` at some moment during the call.
        #[must_use]
        #[inline]
        fn hits(&self) -> u64 {
            __Cell0::get(&self.hits)
        }
        /// Raises `in_flight` by `amount`.
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
        /// Raises `in_flight` by `amount`, and lowers it again when the guard is dropped: at the end of a scope, on an early return, in a panic, or when a future is cancelled.
        #[inline]
        fn enter_many(&self, amount: u32) -> ::atomic_state::GaugeGuard<'_, Self> {
            ::atomic_state::GaugeGuard::__new(
                self,
                0,
                __Cell1::__enter_by(&self.in_flight, amount),
                |state, _, amount| __Cell1::__leave(&state.in_flight, amount),
            )
        }
        /// Raises `in_flight` by one if it is below `limit`, and lowers it again when the guard is dropped. `None` if the limit is reached: however many threads call this, the level does not pass the limit.
        #[must_use = "the gauge goes down again as soon as the guard is dropped: write `let _guard = …`"]
        #[inline]
        fn try_enter(
            &self,
            limit: u32,
        ) -> ::core::option::Option<::atomic_state::GaugeGuard<'_, Self>> {
            ::core::option::Option::map(
                __Cell1::__try_enter(&self.in_flight, limit),
                |amount| ::atomic_state::GaugeGuard::__new(
                    self,
                    0,
                    amount,
                    |state, _, amount| __Cell1::__leave(&state.in_flight, amount),
                ),
            )
        }
        /// Waits until `in_flight` shows zero: `.await` the result, or block on its `wait`, `wait_timeout` or `wait_deadline`. A thread that saw it at zero also sees everything the holders did before they gave their part back.
        #[inline]
        fn drained(&self) -> ::atomic_state::__private::ZeroWait<'_> {
            __rt::wait_zero(&self.in_flight)
        }
        /// The highest level of `in_flight` so far.
        #[must_use]
        #[inline]
        fn peak(&self) -> u32 {
            __Cell1::__peak(&self.in_flight)
        }
        /// Returns the highest level of `in_flight` so far, and starts anew at the level there is.
        #[inline]
        fn take_peak(&self) -> u32 {
            __Cell1::__take_peak(&self.in_flight)
        }
        /// Sets `open`.
        #[inline]
        fn set_open(&self) {
            __Cell3::set(&self.open);
        }
        /// Whether `open` is set. A thread that sees it set also sees everything the setting thread did before.
        #[must_use]
        #[inline]
        fn open(&self) -> ::core::primitive::bool {
            __Cell3::get(&self.open)
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
                    ("hits", &self.hits),
                    ("in_flight", &self.in_flight),
                    ("peak", &__Cell1::__peak_shown(&self.in_flight)),
                    ("open", &self.open),
                ],
            )
        }
    }
    #[doc(hidden)]
    pub(crate) struct Flags {
        open: <__Cell3 as __rt::__Publishes>::__Flags,
    }
    #[automatically_derived]
    impl ::atomic_state::LiveState for ServerState {
        type Snapshot = Server;
        const __NEW: Self = {
            __rt::available::<u64>();
            Self {
                hits: __Cell0::new(),
                in_flight: __Cell1::new(),
                open: __Cell3::__starting(true),
            }
        };
        fn __from_saved(saved: &Self::Snapshot) -> Self {
            Self {
                hits: __Live::__from(&saved.hits),
                in_flight: __Cell1::__with_peak(&saved.in_flight, &saved.peak),
                open: __Live::__from(&saved.open),
            }
        }
        type __StateFlags = Flags;
        #[inline]
        fn __read_flags(&self) -> Self::__StateFlags {
            Flags {
                open: __rt::__Publishes::__flags(&self.open),
            }
        }
        #[inline]
        fn __read_rest<R: __rt::__Read>(
            &self,
            flags: &Self::__StateFlags,
        ) -> Self::Snapshot {
            let __level_in_flight = __Number::__read::<R>(&self.in_flight);
            Server {
                hits: __Number::__read::<R>(&self.hits),
                in_flight: __level_in_flight,
                peak: __Cell1::__read_peak::<R>(&self.in_flight, &__level_in_flight),
                open: __rt::__Publishes::__rest::<R>(&self.open, &flags.open),
                label: <String as ::core::default::Default>::default(),
            }
        }
        #[inline]
        fn __merge_numbers(&self, batch: &Self::Snapshot) {
            __Live::__merge(&self.hits, &batch.hits);
            __Live::__merge(&self.in_flight, &batch.in_flight);
            __Cell1::__merge_peak(&self.in_flight, &batch.peak);
        }
        #[inline]
        fn __set_flags(&self, batch: &Self::Snapshot) {
            __rt::__Publishes::__merge_flags(&self.open, &batch.open);
        }
    }
    #[doc(hidden)]
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Server {
        const FIELDS: &'static [::atomic_state::Field] = &[
            field::<__Cell0>("hits", ""),
            field::<__Cell1>("in_flight", ""),
            field::<__Cell2>("peak", ""),
            field::<__Cell3>("open", ""),
        ];
        fn since(&self, earlier: &Self) -> Self {
            Self {
                hits: since::<__Cell0>(&self.hits, &earlier.hits),
                in_flight: since::<__Cell1>(&self.in_flight, &earlier.in_flight),
                peak: since::<__Cell2>(&self.peak, &earlier.peak),
                open: since::<__Cell3>(&self.open, &earlier.open),
                label: <String as ::core::default::Default>::default(),
            }
        }
        fn merge(&mut self, other: &Self) {
            combine::<__Cell0>(&mut self.hits, &other.hits);
            combine::<__Cell1>(&mut self.in_flight, &other.in_flight);
            combine::<__Cell2>(&mut self.peak, &other.peak);
            combine::<__Cell3>(&mut self.open, &other.open);
            __rt::raise_peak::<__Cell1>(&mut self.peak, &self.in_flight);
        }
        fn visit<V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            visitor: &mut V,
        ) {
            visit::<__Cell0, Self, 0>(&self.hits, visitor);
            visit::<__Cell1, Self, 1>(&self.in_flight, visitor);
            visit::<__Cell2, Self, 2>(&self.peak, visitor);
            visit::<__Cell3, Self, 3>(&self.open, visitor);
        }
    }
};

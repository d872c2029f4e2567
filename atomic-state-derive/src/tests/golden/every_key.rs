/// The live state of [`Everything`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | orderings | methods |
/// | --- | --- | --- | --- |
/// | `type` | counter | SeqCst | [`add`](Self::add), [`sent`](Self::sent), [`add_one`](Self::add_one), [`ticket`](Self::ticket), [`drain`](Self::drain) |
/// | `closed` | flag | SeqCst | `close`, `is_closed`, `reopen`, `close_once` |
/// | `alias` | counter | Relaxed | `record_alias`, `alias` |
///
/// Each method is one atomic operation. [`snapshot`](Self::snapshot) reads all fields into a plain [`Everything`], one after the other: values that must agree with each other belong in an `Arc<Mutex<_>>` instead.
pub(crate) struct Live<T: Amount = u32, const N: usize = 1>
where
    T: Copy,
{
    r#type: ::renamed::Counter<T, ::renamed::ordering::SeqCst>,
    closed: ::renamed::Flag<::renamed::ordering::SeqCst>,
    alias: ::renamed::__private::counter::Cell<
        my::Bytes,
        ::renamed::ordering::Relaxed,
        { ::renamed::__private::counter::check::<my::Bytes>() },
    >,
}
const _: () = {
    /// Shadows a constant that may have this name, so that a parameter can.
    fn amount() {}
    const _: fn() = amount;
    impl<T: Amount, const N: usize> Live<T, N>
    where
        T: Copy,
    {
        ::renamed::__private::const_fn! {
            #[doc = " Every counter at zero, every flag unset."] #[must_use] #[inline]
            pub (crate) fn new() -> Self { Self { r#type : ::renamed::Counter::new(),
            closed : ::renamed::Flag::new(), alias : <
            ::renamed::__private::counter::Cell < my::Bytes,
            ::renamed::ordering::Relaxed, { ::renamed::__private::counter::check:: <
            my::Bytes > () } > > ::new(), } }
        }
        /// Reads every field into a plain [`Everything`].
        ///
        /// Flags are read first, with Acquire, then the other fields in the order of their declaration: a snapshot that shows a flag set includes all that the thread which set it had recorded before.
        /// It is not a cut across the fields: other threads go on while it reads.
        #[must_use]
        pub(crate) fn snapshot(&self) -> Everything<T, N> {
            Everything {
                closed: ::renamed::Flag::get(&self.closed),
                r#type: ::renamed::Counter::get(&self.r#type),
                alias: <::renamed::__private::counter::Cell<
                    my::Bytes,
                    ::renamed::ordering::Relaxed,
                    { ::renamed::__private::counter::check::<my::Bytes>() },
                >>::get(&self.alias),
            }
        }
        /// Adds `amount` to `type`, wrapping at the width of its type.
        ///
        /// Ordering: SeqCst `fetch_add`. All `SeqCst` accesses of the program stand in one order on which all threads agree, at the price of a full fence on some targets.
        #[inline]
        pub(crate) fn add(&self, amount: T) {
            ::renamed::Counter::record(&self.r#type, amount);
        }
        /// The total of `type` at some moment during the call.
        ///
        /// Ordering: SeqCst `load`. All `SeqCst` accesses of the program stand in one order on which all threads agree, at the price of a full fence on some targets.
        #[must_use]
        #[inline]
        pub(crate) fn sent(&self) -> T {
            ::renamed::Counter::get(&self.r#type)
        }
        /// Adds one to `type`, wrapping at the width of its type.
        ///
        /// Ordering: SeqCst `fetch_add`. All `SeqCst` accesses of the program stand in one order on which all threads agree, at the price of a full fence on some targets.
        #[inline]
        pub(crate) fn add_one(&self) {
            ::renamed::Counter::increment(&self.r#type);
        }
        /// Adds `amount` to `type`, wrapping, and returns the **previous** total: the one before this addition.
        ///
        /// Ordering: SeqCst `fetch_add`. All `SeqCst` accesses of the program stand in one order on which all threads agree, at the price of a full fence on some targets.
        #[inline]
        pub(crate) fn ticket(&self, amount: T) -> T {
            ::renamed::Counter::fetch(&self.r#type, amount)
        }
        /// Returns the total of `type` and restarts it at zero. Of several takers, each amount goes to one.
        ///
        /// Ordering: SeqCst `swap`. All `SeqCst` accesses of the program stand in one order on which all threads agree, at the price of a full fence on some targets.
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
        /// Ordering: Relaxed `fetch_add`. Each change is one atomic step, which alone keeps the total exact; it publishes no other memory, so it needs no more.
        #[inline]
        fn record_alias(&self, amount: my::Bytes) {
            <::renamed::__private::counter::Cell<
                my::Bytes,
                ::renamed::ordering::Relaxed,
                { ::renamed::__private::counter::check::<my::Bytes>() },
            >>::record(&self.alias, amount);
        }
        /// The total of `alias` at some moment during the call.
        ///
        /// Ordering: Relaxed `load`. A total publishes no other memory, so reading it needs no more. After the recording threads are joined, it is exact.
        #[must_use]
        #[inline]
        fn alias(&self) -> my::Bytes {
            <::renamed::__private::counter::Cell<
                my::Bytes,
                ::renamed::ordering::Relaxed,
                { ::renamed::__private::counter::check::<my::Bytes>() },
            >>::get(&self.alias)
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::core::default::Default for Live<T, N>
    where
        T: Copy,
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
    {
        fn from(__saved: Everything<T, N>) -> Self {
            Self {
                r#type: ::core::convert::From::from(__saved.r#type),
                closed: ::core::convert::From::from(__saved.closed),
                alias: ::core::convert::From::from(__saved.alias),
            }
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::core::fmt::Debug for Live<T, N>
    where
        T: Copy,
    {
        fn fmt(
            &self,
            __formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Formatter::debug_struct(__formatter, "Live")
                .field("type", &self.r#type)
                .field("closed", &self.closed)
                .field("alias", &self.alias)
                .finish()
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::renamed::LiveState for Live<T, N>
    where
        T: Copy,
    {
        type Snapshot = Everything<T, N>;
        fn snapshot(&self) -> Self::Snapshot {
            Self::snapshot(self)
        }
        #[inline]
        fn __mention_all() {
            let _ = (
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
            );
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::renamed::AtomicState for Everything<T, N>
    where
        T: Copy,
    {}
};

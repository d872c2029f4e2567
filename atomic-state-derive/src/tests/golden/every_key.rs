/// The live state of [`Everything`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | ordering | methods |
/// | --- | --- | --- | --- |
/// | `type` | [counter](::renamed::Counter) | `SeqCst` | [`add`](Self::add), [`sent`](Self::sent), [`add_one`](Self::add_one), [`ticket`](Self::ticket), [`drain`](Self::drain) |
/// | `closed` | [flag](::renamed::Flag) | `SeqCst` | `close`, `is_closed`, `reopen`, `close_once` |
/// | `alias` | [counter](::renamed::Counter) | Relaxed | `record_alias`, `alias` |
/// | `drained` | [flag](::renamed::__private::WaitFlag) | Acquire and Release | `set_drained`, `drained`, `refill`, `until_drained` |
/// | `idle` | [flag](::renamed::__private::WaitFlag) | `SeqCst` | `set_idle`, `idle`, `until_idle` |
///
/// [`snapshot`](Self::snapshot) reads the fields into a plain [`Everything`], one by one while other threads write. Values that must agree with each other belong in an `Arc<Mutex<_>>`.
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
        { <my::Bytes as ::renamed::CounterValue>::__FITS },
    >,
    drained: ::renamed::__private::WaitFlag,
    idle: ::renamed::__private::wait::Checked<
        my::Bool,
        ::renamed::ordering::SeqCst,
        { <my::Bool as ::renamed::__private::flag::FlagValue>::__FITS },
    >,
}
const _: () = {
    use ::renamed::__private as __rt;
    use ::renamed::__private::{__Live, __Number, combine, field, since, visit};
    use ::renamed::__private::names::{
        amount, batch, earlier, flags, formatter, other, saved, visitor,
    };
    type __Cell1 = ::renamed::Flag<::renamed::ordering::SeqCst>;
    type __Cell2 = ::renamed::__private::counter::Checked<
        my::Bytes,
        ::renamed::ordering::Relaxed,
        { <my::Bytes as ::renamed::CounterValue>::__FITS },
    >;
    type __Cell3 = ::renamed::__private::WaitFlag;
    type __Cell4 = ::renamed::__private::wait::Checked<
        my::Bool,
        ::renamed::ordering::SeqCst,
        { <my::Bool as ::renamed::__private::flag::FlagValue>::__FITS },
    >;
    const _: () = __rt::feature::wait::<()>();
    const _: () = __rt::feature::wait::<()>();
    impl<T: Amount, const N: usize> Live<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        /// A state in which nothing has been recorded.
        /// Counters start at zero. Flags start unset.
        #[must_use]
        #[inline]
        pub(crate) const fn new() -> Self {
            ::renamed::__private::new_state!(Self)
        }
        /// Reads every field into a plain [`Everything`].
        ///
        /// Flags are read first, those of nested states too. If the snapshot shows a flag set, its other fields include everything that the setting thread recorded before.
        ///
        /// Fields are read one by one, in the order of their declaration, while other threads write: they may differ by a moment.
        #[allow(clippy::same_name_method)]
        #[must_use]
        pub(crate) fn snapshot(&self) -> Everything<T, N> {
            ::renamed::LiveState::snapshot(self)
        }
        /// Like [`snapshot`](Self::snapshot), and starts a new interval. Counters restart at zero. Flags stay.
        ///
        /// If several threads take, each recorded amount goes to exactly one of them.
        #[allow(clippy::same_name_method)]
        pub(crate) fn take(&self) -> Everything<T, N> {
            ::renamed::LiveState::take(self)
        }
        /// Adds the values of a plain [`Everything`] that one thread filled. Counters add. A flag that is set in the batch is set, after everything else.
        #[allow(clippy::same_name_method)]
        pub(crate) fn merge(&self, batch: &Everything<T, N>) {
            ::renamed::LiveState::merge(self, batch);
        }
        /// Adds `amount` to `type`, wrapping at the width of its type.
        #[inline]
        pub(crate) fn add(&self, amount: T) {
            ::renamed::Counter::record(&self.r#type, amount);
        }
        /// The total of `type` at some moment during the call.
        #[must_use]
        #[inline]
        pub(crate) fn sent(&self) -> T {
            ::renamed::Counter::get(&self.r#type)
        }
        /// Adds one to `type`, wrapping at the width of its type.
        #[inline]
        pub(crate) fn add_one(&self) {
            ::renamed::Counter::increment(&self.r#type);
        }
        /// Adds `amount` to `type`, wrapping, and returns the **previous** total: the one before this addition.
        #[inline]
        pub(crate) fn ticket(&self, amount: T) -> T {
            ::renamed::Counter::fetch(&self.r#type, amount)
        }
        /// Returns the total of `type` and restarts it at zero. If several threads take, each amount goes to one of them.
        #[inline]
        pub(crate) fn drain(&self) -> T {
            ::renamed::Counter::take(&self.r#type)
        }
        /// Sets `closed`.
        #[deprecated]
        #[inline]
        fn close(&self) {
            __Cell1::set(&self.closed);
        }
        /// Whether `closed` is set. A thread that sees it set also sees everything the setting thread did before.
        #[deprecated]
        #[must_use]
        #[inline]
        fn is_closed(&self) -> ::core::primitive::bool {
            __Cell1::get(&self.closed)
        }
        /// Clears `closed`.
        #[deprecated]
        #[inline]
        fn reopen(&self) {
            __Cell1::clear(&self.closed);
        }
        /// Sets `closed` and returns whether this call set it. If several threads call this, exactly one gets true until the flag is cleared.
        #[deprecated]
        #[inline]
        fn close_once(&self) -> ::core::primitive::bool {
            __Cell1::try_set(&self.closed)
        }
        /// Adds `amount` to `alias`, wrapping at the width of its type.
        #[inline]
        fn record_alias(&self, amount: my::Bytes) {
            __Cell2::record(&self.alias, amount);
        }
        /// The total of `alias` at some moment during the call.
        #[must_use]
        #[inline]
        fn alias(&self) -> my::Bytes {
            __Cell2::get(&self.alias)
        }
        /// Sets `drained` and wakes everything that waits for it. Not for signal handlers.
        #[inline]
        fn set_drained(&self) {
            __Cell3::set(&self.drained);
        }
        /// Whether `drained` is set. A thread that sees it set also sees everything the setting thread did before.
        #[must_use]
        #[inline]
        fn drained(&self) -> ::core::primitive::bool {
            __Cell3::get(&self.drained)
        }
        /// Clears `drained`.
        #[inline]
        fn refill(&self) {
            __Cell3::clear(&self.drained);
        }
        /// Waits until `drained` is set: `.await` the result, or block on its `wait`, `wait_timeout` or `wait_deadline`.
        #[inline]
        fn until_drained(&self) -> ::renamed::__private::FlagWait<'_> {
            __rt::wait_for(&self.drained)
        }
        /// Sets `idle` and wakes everything that waits for it. Not for signal handlers.
        #[inline]
        fn set_idle(&self) {
            __Cell4::set(&self.idle);
        }
        /// Whether `idle` is set. A thread that sees it set also sees everything the setting thread did before.
        #[must_use]
        #[inline]
        fn idle(&self) -> ::core::primitive::bool {
            __Cell4::get(&self.idle)
        }
        /// Waits until `idle` is set: `.await` the result, or block on its `wait`, `wait_timeout` or `wait_deadline`.
        #[inline]
        fn until_idle(&self) -> ::renamed::__private::FlagWait<'_> {
            __rt::wait_for(&self.idle)
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::core::default::Default for Live<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        fn default() -> Self {
            ::renamed::__private::new_state!(Self)
        }
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::core::convert::From<Everything<T, N>>
    for Live<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        fn from(saved: Everything<T, N>) -> Self {
            ::renamed::LiveState::__from_saved(&saved)
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
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(
                formatter,
                "Live",
                &[
                    ("type", &self.r#type),
                    ("closed", &self.closed),
                    ("alias", &self.alias),
                    ("drained", &self.drained),
                    ("idle", &self.idle),
                ],
            )
        }
    }
    #[doc(hidden)]
    pub(crate) struct Flags<T: Amount = u32, const N: usize = 1>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        closed: <__Cell1 as __rt::__Publishes>::__Flags,
        drained: <__Cell3 as __rt::__Publishes>::__Flags,
        idle: <__Cell4 as __rt::__Publishes>::__Flags,
        parameters: ::core::marker::PhantomData<fn() -> Everything<T, N>>,
    }
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::renamed::LiveState for Live<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        type Snapshot = Everything<T, N>;
        const __NEW: Self = Self {
            r#type: ::renamed::Counter::new(),
            closed: __Cell1::new(),
            alias: __Cell2::new(),
            drained: __Cell3::new(),
            idle: __Cell4::new(),
        };
        fn __from_saved(saved: &Self::Snapshot) -> Self {
            Self {
                r#type: __Live::__from(&saved.r#type),
                closed: __Live::__from(&saved.closed),
                alias: __Live::__from(&saved.alias),
                drained: __Live::__from(&saved.drained),
                idle: __Live::__from(&saved.idle),
            }
        }
        type __StateFlags = Flags<T, N>;
        #[inline]
        fn __read_flags(&self) -> Self::__StateFlags {
            Flags {
                closed: __rt::__Publishes::__flags(&self.closed),
                drained: __rt::__Publishes::__flags(&self.drained),
                idle: __rt::__Publishes::__flags(&self.idle),
                parameters: ::core::marker::PhantomData,
            }
        }
        #[inline]
        fn __read_rest<R: __rt::__Read>(
            &self,
            flags: &Self::__StateFlags,
        ) -> Self::Snapshot {
            Everything {
                r#type: __Number::__read::<R>(&self.r#type),
                closed: __rt::__Publishes::__rest::<R>(&self.closed, &flags.closed),
                alias: __Number::__read::<R>(&self.alias),
                drained: __rt::__Publishes::__rest::<R>(&self.drained, &flags.drained),
                idle: __rt::__Publishes::__rest::<R>(&self.idle, &flags.idle),
            }
        }
        #[inline]
        fn __merge_numbers(&self, batch: &Self::Snapshot) {
            __Live::__merge(&self.r#type, &batch.r#type);
            __Live::__merge(&self.alias, &batch.alias);
        }
        #[inline]
        fn __set_flags(&self, batch: &Self::Snapshot) {
            __rt::__Publishes::__merge_flags(&self.closed, &batch.closed);
            __rt::__Publishes::__merge_flags(&self.drained, &batch.drained);
            __rt::__Publishes::__merge_flags(&self.idle, &batch.idle);
        }
    }
    #[doc(hidden)]
    #[automatically_derived]
    impl<T: Amount, const N: usize> ::renamed::AtomicState for Everything<T, N>
    where
        T: Copy,
        T: ::renamed::CounterValue,
    {
        const FIELDS: &'static [::renamed::Field] = &[
            field::<::renamed::Counter<T, ::renamed::ordering::SeqCst>>("type", ""),
            field::<__Cell1>("closed", ""),
            field::<__Cell2>("alias", ""),
            field::<__Cell3>("drained", ""),
            field::<__Cell4>("idle", ""),
        ];
        fn since(&self, earlier: &Self) -> Self {
            Self {
                r#type: since::<
                    ::renamed::Counter<T, ::renamed::ordering::SeqCst>,
                >(&self.r#type, &earlier.r#type),
                closed: since::<__Cell1>(&self.closed, &earlier.closed),
                alias: since::<__Cell2>(&self.alias, &earlier.alias),
                drained: since::<__Cell3>(&self.drained, &earlier.drained),
                idle: since::<__Cell4>(&self.idle, &earlier.idle),
            }
        }
        fn merge(&mut self, other: &Self) {
            combine::<
                ::renamed::Counter<T, ::renamed::ordering::SeqCst>,
            >(&mut self.r#type, &other.r#type);
            combine::<__Cell1>(&mut self.closed, &other.closed);
            combine::<__Cell2>(&mut self.alias, &other.alias);
            combine::<__Cell3>(&mut self.drained, &other.drained);
            combine::<__Cell4>(&mut self.idle, &other.idle);
        }
        fn visit<V: ::renamed::Visitor + ?::core::marker::Sized>(
            &self,
            visitor: &mut V,
        ) {
            visit::<
                ::renamed::Counter<T, ::renamed::ordering::SeqCst>,
                Self,
                0,
            >(&self.r#type, visitor);
            visit::<__Cell1, Self, 1>(&self.closed, visitor);
            visit::<__Cell2, Self, 2>(&self.alias, visitor);
            visit::<__Cell3, Self, 3>(&self.drained, visitor);
            visit::<__Cell4, Self, 4>(&self.idle, visitor);
        }
    }
};

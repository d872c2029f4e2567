/// The live state of [`Settings`]: its fields as atomics, which threads share by reference.
///
/// | field | kind | ordering | methods |
/// | --- | --- | --- | --- |
/// | `limit` | [value](::atomic_state::LastValue) | Relaxed | [`set_limit`](Self::set_limit), [`limit`](Self::limit), [`change_limit`](Self::change_limit) |
/// | `level` | [value](::atomic_state::LastValue) | Acquire and Release | [`set_level`](Self::set_level), [`level`](Self::level), [`swap_level`](Self::swap_level) |
/// | `last` | [value](::atomic_state::LastValue) | Relaxed | [`set_last`](Self::set_last), [`last`](Self::last), [`take_last`](Self::take_last) |
///
/// [`snapshot`](Self::snapshot) reads the fields into a plain [`Settings`], one by one while other threads write. Values that must agree with each other belong in an `Arc<Mutex<_>>`.
struct SettingsState {
    limit: ::atomic_state::LastValue<u32>,
    level: ::atomic_state::__private::value::Checked<
        Level,
        ::atomic_state::ordering::AcqRel,
        { <Level as ::atomic_state::StoredValue>::__FITS },
    >,
    last: ::atomic_state::__private::value::Checked<
        Option<f32>,
        ::atomic_state::ordering::Relaxed,
        { <Option<f32> as ::atomic_state::StoredValue>::__FITS },
    >,
}
const _: () = {
    use ::atomic_state::__private as __rt;
    use ::atomic_state::__private::{__Live, __Number, combine, field, since, visit};
    use ::atomic_state::__private::names::{
        batch, change, earlier, formatter, latest, other, saved, visitor,
    };
    type __Cell0 = ::atomic_state::LastValue<u32>;
    type __Cell1 = ::atomic_state::__private::value::Checked<
        Level,
        ::atomic_state::ordering::AcqRel,
        { <Level as ::atomic_state::StoredValue>::__FITS },
    >;
    type __Cell2 = ::atomic_state::__private::value::Checked<
        Option<f32>,
        ::atomic_state::ordering::Relaxed,
        { <Option<f32> as ::atomic_state::StoredValue>::__FITS },
    >;
    enum __Start0 {}
    impl __rt::value::Start for __Start0 {
        type Value = u32;
        const VALUE: u32 = 100;
    }
    enum __Start1 {}
    impl __rt::value::Start for __Start1 {
        type Value = Level;
        const VALUE: Level = <Level>::Normal;
    }
    const _: () = __rt::value::assert_leaves_none::<{ __Cell2::__IS_OPTIONAL }>();
    impl SettingsState {
        /// A state in which nothing has been recorded.
        /// Values start at zero, `false`, `None` or their enum's first variant. `limit` starts at `100`. `level` starts at `Normal`.
        #[must_use]
        #[inline]
        const fn new() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
        /// Reads every field into a plain [`Settings`].
        ///
        /// Fields are read one by one, in the order of their declaration, while other threads write: they may differ by a moment.
        #[allow(clippy::same_name_method)]
        #[must_use]
        fn snapshot(&self) -> Settings {
            ::atomic_state::LiveState::snapshot(self)
        }
        /// Like [`snapshot`](Self::snapshot), and starts a new interval. Values stay.
        ///
        /// If several threads take, each recorded amount goes to exactly one of them.
        #[allow(clippy::same_name_method)]
        fn take(&self) -> Settings {
            ::atomic_state::LiveState::take(self)
        }
        /// Adds the values of a plain [`Settings`] that one thread filled. Values keep the larger one.
        #[allow(clippy::same_name_method)]
        fn merge(&self, batch: &Settings) {
            ::atomic_state::LiveState::merge(self, batch);
        }
        /// Replaces `limit` by `latest`.
        /// The unit is requests.
        ///
        /// Requests per second.
        #[inline]
        fn set_limit(&self, latest: u32) {
            __Cell0::set(&self.limit, latest);
        }
        /// The last value of `limit` at some moment during the call.
        /// The unit is requests.
        #[must_use]
        #[inline]
        fn limit(&self) -> u32 {
            __Cell0::get(&self.limit)
        }
        /// Replaces `limit` by what `change` makes of it, and returns the value before. If another thread changes it meanwhile, `change` is called again with that thread's value: no change is lost.
        /// The unit is requests.
        #[inline]
        fn change_limit(&self, change: impl ::core::ops::FnMut(u32) -> u32) -> u32 {
            __Cell0::update(&self.limit, change)
        }
        /// Replaces `level` by `latest`.
        #[inline]
        fn set_level(&self, latest: Level) {
            __Cell1::set(&self.level, latest);
        }
        /// The last value of `level` at some moment during the call.
        #[must_use]
        #[inline]
        fn level(&self) -> Level {
            __Cell1::get(&self.level)
        }
        /// Replaces `level` by `latest`, and returns the value before.
        #[inline]
        fn swap_level(&self, latest: Level) -> Level {
            __Cell1::swap(&self.level, latest)
        }
        /// Replaces `last` by `latest`.
        #[inline]
        fn set_last(&self, latest: Option<f32>) {
            __Cell2::set(&self.last, latest);
        }
        /// The last value of `last` at some moment during the call.
        #[must_use]
        #[inline]
        fn last(&self) -> Option<f32> {
            __Cell2::get(&self.last)
        }
        /// Returns `last` and leaves `None`. If several threads take, each value goes to one of them.
        #[inline]
        fn take_last(&self) -> Option<f32> {
            __Cell2::take(&self.last)
        }
    }
    #[automatically_derived]
    impl ::core::default::Default for SettingsState {
        fn default() -> Self {
            ::atomic_state::__private::new_state!(Self)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Settings> for SettingsState {
        fn from(saved: Settings) -> Self {
            ::atomic_state::LiveState::__from_saved(&saved)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for SettingsState {
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::debug(
                formatter,
                "SettingsState",
                &[("limit", &self.limit), ("level", &self.level), ("last", &self.last)],
            )
        }
    }
    #[automatically_derived]
    impl ::atomic_state::LiveState for SettingsState {
        type Snapshot = Settings;
        const __NEW: Self = Self {
            limit: __Cell0::__starting::<__Start0>(),
            level: __Cell1::__starting::<__Start1>(),
            last: __Cell2::new(),
        };
        fn __from_saved(saved: &Self::Snapshot) -> Self {
            Self {
                limit: __Live::__from(&saved.limit),
                level: __Live::__from(&saved.level),
                last: __Live::__from(&saved.last),
            }
        }
        type __StateFlags = ();
        #[inline]
        fn __read_flags(&self) {}
        #[inline]
        fn __read_rest<R: __rt::__Read>(&self, (): &()) -> Self::Snapshot {
            Settings {
                limit: __Number::__read::<R>(&self.limit),
                level: __Number::__read::<R>(&self.level),
                last: __Number::__read::<R>(&self.last),
            }
        }
        #[inline]
        fn __merge_numbers(&self, batch: &Self::Snapshot) {
            __Live::__merge(&self.limit, &batch.limit);
            __Live::__merge(&self.level, &batch.level);
            __Live::__merge(&self.last, &batch.last);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::AtomicState for Settings {
        const FIELDS: &'static [::atomic_state::Field] = &[
            __rt::in_unit("requests", field::<__Cell0>("limit", "Requests per second.")),
            field::<__Cell1>("level", ""),
            field::<__Cell2>("last", ""),
        ];
        fn since(&self, earlier: &Self) -> Self {
            Self {
                limit: since::<__Cell0>(&self.limit, &earlier.limit),
                level: since::<__Cell1>(&self.level, &earlier.level),
                last: since::<__Cell2>(&self.last, &earlier.last),
            }
        }
        fn merge(&mut self, other: &Self) {
            combine::<__Cell0>(&mut self.limit, &other.limit);
            combine::<__Cell1>(&mut self.level, &other.level);
            combine::<__Cell2>(&mut self.last, &other.last);
        }
        fn visit<V: ::atomic_state::Visitor + ?::core::marker::Sized>(
            &self,
            visitor: &mut V,
        ) {
            visit::<__Cell0, Self, 0>(&self.limit, visitor);
            visit::<__Cell1, Self, 1>(&self.level, visitor);
            visit::<__Cell2, Self, 2>(&self.last, visitor);
        }
    }
    #[automatically_derived]
    impl ::atomic_state::HasState for Settings {
        type State = SettingsState;
    }
};

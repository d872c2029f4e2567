//! What `#[max]` and `#[min]` have in common: one cell, which keeps the best of the samples' codes.

mod field;
mod value;

use core::fmt;
use core::marker::PhantomData;

pub use self::field::ExtremeField;
pub use self::value::ExtremeValue;
use crate::cell::{__Live, __Number, __Plain, __Read};
use crate::int::{sealed::AtomicInt, zero_atomic};
use crate::kind::rank::Ranked;
use crate::metadata::{Field, Kind, Value, Visitor};
use crate::ordering::{Order, Relaxed};
#[cfg(feature = "per-thread")]
use crate::{cell::__Snapshot, per_thread::Share};

/// Which end of the range an [`Extreme`] keeps.
pub trait End: Send + Sync {
    /// The kind, for metadata.
    const KIND: Kind;
    /// The code of a sample. A better sample has a greater code, and no sample has the code zero, which means "no
    /// sample". Where a rank has no value to spare, the largest sample has the code of its neighbour.
    fn __encode<I: Ranked>(int: I) -> I::Rank;
    /// The sample of a code other than zero.
    fn __decode<I: Ranked>(code: I::Rank) -> I;
}

/// The best of all samples, which any thread adds through a shared reference: the cell behind a `#[max]` or `#[min]`
/// field.
///
/// - **No sample is lost.** Each new extreme is one `fetch_max`, under any interleaving. A sample that is no new
///   extreme, which is the usual case, is one load and writes nothing: threads that record do not slow each other
///   down.
/// - **It is `None` until the first sample** if the field is an `Option`. No stand-in value ever shows.
/// - **One sample reads back as its neighbour**: the largest of a 64-bit integer, of `usize` or of `isize`, and the
///   longest `Duration` (2⁶⁴ − 1 nanoseconds), reads as the next smaller one. So does the largest of 32 bits where
///   the target has no 64-bit atomics. Every other value reads back as itself.
/// - **It publishes nothing** by default, like a [`Counter`](crate::Counter).
///
/// # Examples
///
/// ```
/// use atomic_state::{Max, Min};
///
/// let (fastest, slowest) = (Min::<Option<u32>>::new(), Max::<Option<u32>>::new());
/// for milliseconds in [30, 20, 40] {
///     fastest.record(milliseconds);
///     slowest.record(milliseconds);
/// }
/// assert_eq!((fastest.get(), slowest.get()), (Some(20), Some(40)));
/// ```
pub struct Extreme<V: ExtremeField<E>, E: End, O: Order = Relaxed> {
    code: <V::Code as AtomicInt>::Atomic,
    kept: PhantomData<(E, O)>,
}

impl<V: ExtremeField<E>, E: End, O: Order> Extreme<V, E, O> {
    crate::__const_fn! {
        /// An extreme without a sample.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { code: zero_atomic!(V::Code), kept: PhantomData }
        }
    }

    /// Keeps `sample` if it is better than all before.
    ///
    /// # Examples
    ///
    /// ```
    /// let largest = atomic_state::Max::<Option<u32>>::new();
    /// largest.record(30);
    /// largest.record(20);
    /// assert_eq!(largest.get(), Some(30));
    /// ```
    #[inline]
    pub fn record(&self, sample: V::Sample) {
        Self::__record_within(self, sample, false);
    }

    /// Keeps `sample` if it is better than all before. Within an event this is always a change: if it only looked, a
    /// take could restart the extreme before the event's end, and count the rest of the event in the next interval.
    #[doc(hidden)]
    #[inline]
    pub fn __record_within(this: &Self, sample: V::Sample, is_in_event: bool) {
        let code = V::__encode(sample);
        // Whoever adds a sample that changes nothing learns nothing, so the look needs no order.
        if is_in_event || V::Code::load(&this.code, Relaxed::LOAD) < code {
            V::Code::fetch_max(&this.code, code, O::MODIFY);
        }
    }

    /// The best sample so far.
    ///
    /// # Examples
    ///
    /// ```
    /// let smallest = atomic_state::Min::<Option<i32>>::new();
    /// assert_eq!(smallest.get(), None);
    /// smallest.record(-4);
    /// assert_eq!(smallest.get(), Some(-4));
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self) -> V {
        V::__decode(V::Code::load(&self.code, O::LOAD))
    }

    /// Returns the best sample so far and starts anew, in one step.
    ///
    /// # Examples
    ///
    /// ```
    /// let largest = atomic_state::Max::<Option<u32>>::new();
    /// largest.record(30);
    /// assert_eq!(largest.take(), Some(30));
    /// assert_eq!(largest.get(), None);
    /// ```
    #[inline]
    pub fn take(&self) -> V {
        V::__decode(V::Code::swap(&self.code, V::Code::ZERO, O::MODIFY))
    }
}

/// The type of a cell's samples, where the derive cannot tell it from the field's type.
pub trait Sampled {
    /// One sample.
    type Sample;
}

impl<V: ExtremeField<E>, E: End, O: Order> Sampled for Extreme<V, E, O> {
    type Sample = V::Sample;
}

/// Starts from a saved value.
impl<V: ExtremeField<E>, E: End, O: Order> From<V> for Extreme<V, E, O> {
    #[inline]
    fn from(saved: V) -> Self {
        let code = saved.__sample().map_or(V::Code::ZERO, V::__encode);
        Self { code: code.into_atomic(), kept: PhantomData }
    }
}

impl<V: ExtremeField<E>, E: End, O: Order> Default for Extreme<V, E, O> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows the best sample so far.
impl<V: ExtremeField<E>, E: End, O: Order> fmt::Debug for Extreme<V, E, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.get().__sample() {
            Some(sample) => fmt::Display::fmt(&sample.value(), formatter),
            None => formatter.write_str("None"),
        }
    }
}

impl<V: ExtremeField<E>, E: End, O: Order> __Plain for Extreme<V, E, O> {
    type Value = V;
    const __KIND: Kind = E::KIND;
    const __UNIT: Option<&'static str> = V::Sample::__UNIT;

    fn __since(later: &V, _: &V) -> V {
        *later
    }

    /// Compares codes, as the live cell does. So a live and a plain merge agree on samples that have the same code.
    fn __combine(total: &mut V, other: &V) {
        let [seen, added] = [&*total, other].map(|value| value.__sample().map_or(V::Code::ZERO, V::__encode));
        *total = V::__decode(seen.max(added));
    }

    fn __visit<W: Visitor + ?Sized>(value: &V, field: &'static Field, variant: Option<usize>, visitor: &mut W) {
        visitor.field(field, variant, value.__sample().map_or(Value::Missing, ExtremeValue::value));
    }
}

impl<V: ExtremeField<E>, E: End, O: Order> __Live for Extreme<V, E, O> {
    crate::__initial!(Self::new());

    #[inline]
    fn __from(saved: &V) -> Self {
        Self::from(*saved)
    }

    #[inline]
    fn __merge(&self, batch: &V) {
        if let Some(sample) = batch.__sample() {
            self.record(sample);
        }
    }
}

impl<V: ExtremeField<E>, E: End, O: Order> __Number for Extreme<V, E, O> {
    #[inline]
    fn __read<R: __Read>(&self) -> V {
        if R::EXTREMES { self.take() } else { self.get() }
    }
}

/// Each thread's share is a cell like the shared one: a take writes it too, and loses no sample.
#[cfg(feature = "per-thread")]
impl<V: ExtremeField<E>, E: End> Share for Extreme<V, E> {
    #[inline]
    fn __see<R: __Read>(&self, seen: &mut Self) {
        let code = self.code::<R>();
        // What this read restarts is seen only once, also if the read has to be done again.
        V::Code::change(&mut seen.code, |seen| if R::EXTREMES { seen.max(code) } else { code });
    }

    #[inline]
    fn __add_to(&self, sum: &mut Self) {
        self.__settle::<__Snapshot>(sum);
    }

    #[inline]
    fn __settle<R: __Read>(&self, sum: &mut Self) {
        let code = self.code::<R>();
        V::Code::change(&mut sum.code, |sum| sum.max(code));
    }

    #[inline]
    fn __value(&mut self) -> V {
        V::__decode(V::Code::change(&mut self.code, |sum| sum))
    }

    fn __total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> V
    where
        Self: 'a,
    {
        let code = |share: &Self| V::Code::load(&share.code, Relaxed::LOAD);
        let base = code(base);
        V::__decode(shares().fold(base, |best, share| best.max(code(share))))
    }

    #[inline]
    fn __merge_within(&self, batch: &V) {
        if let Some(sample) = batch.__sample() {
            Self::__record_within(self, sample, true);
        }
    }
}

#[cfg(feature = "per-thread")]
impl<V: ExtremeField<E>, E: End> Extreme<V, E> {
    /// The code, which restarts if `R` says so.
    #[inline]
    fn code<R: __Read>(&self) -> V::Code {
        // A share without a sample stays where it is, in its thread's cache.
        let code = V::Code::load(&self.code, Relaxed::LOAD);
        let restarts = R::EXTREMES && code != V::Code::ZERO;
        if restarts { V::Code::swap(&self.code, V::Code::ZERO, Relaxed::MODIFY) } else { code }
    }
}

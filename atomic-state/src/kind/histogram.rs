//! The `#[histogram]` kind: how often which samples occurred.

mod counts;
mod plain;
#[cfg(feature = "serde")]
mod serialized;
mod shape;
#[cfg(feature = "std")]
mod timer;
mod value;

use core::array;
use core::fmt;
use core::marker::PhantomData;
use core::time::Duration;

pub(crate) use self::counts::Counts;
pub use self::plain::{Bucket, Histogram};
use self::shape::BUCKETS;
pub(crate) use self::shape::end_of;
#[cfg(feature = "std")]
pub use self::timer::HistogramTimer;
pub use self::value::{HistogramField, HistogramValue, assert_takes_times};
use crate::cell::{__Live, __Number, __Plain, __Read};
use crate::kind::counter::Counter;
use crate::kind::extreme::Sampled;
use crate::metadata::{Distribution, Field, Kind, Value, Visitor};
use crate::ordering::{Order, Relaxed};
#[cfg(feature = "per-thread")]
use crate::per_thread::Share;
#[cfg(feature = "per-thread")]
use crate::primitive::{Ordering, fence};
use crate::variants::__CellArray;
#[cfg(feature = "per-thread")]
use crate::writer::Single;
use crate::writer::Writer;

/// A [`Histogram`] that any thread records in through a shared reference: the cell behind a `#[histogram]` field.
///
/// - **No sample is lost.** A record is two additions: one to a bucket, one to the sum. After the recording threads are
///   joined, [`get`](Self::get) is exact.
/// - **What is read beside a record may lack a part of it**: the sum may be ahead of the buckets or behind them, by the
///   records under way. The count never is, since it is the sum of the buckets. In a struct `per_thread`, an
///   event is whole in every snapshot.
/// - **It publishes nothing**, like a [`Counter`].
/// - **It is about 4 KB**, and a [`Histogram`] that is read from it too.
///
/// # Examples
///
/// ```
/// use std::thread;
/// use std::time::Duration;
///
/// use atomic_state::LiveHistogram;
///
/// static LATENCY: LiveHistogram<Duration> = LiveHistogram::new();
///
/// let server = thread::spawn(|| LATENCY.record(Duration::from_millis(3)));
/// LATENCY.record(Duration::from_millis(5));
/// server.join().unwrap();
/// assert_eq!(LATENCY.get().sum(), Duration::from_millis(8));
/// ```
pub struct LiveHistogram<T: HistogramValue, O: Writer = Relaxed> {
    counts: [Counter<u64, O>; BUCKETS],
    sum: Counter<u64, O>,
    samples: PhantomData<T>,
}

impl<T: HistogramValue, O: Writer> LiveHistogram<T, O> {
    crate::__const_fn! {
        /// A histogram without a sample.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            let counts = crate::__new!([Counter<u64, O>; BUCKETS] as __CellArray<Counter<u64, O>>);
            Self { counts, sum: Counter::new(), samples: PhantomData }
        }
    }

    /// The type's own answer, as generated code asks for it.
    #[doc(hidden)]
    pub const __TAKES_TIMES: bool = T::__IS_TIME;

    /// Counts a sample.
    ///
    /// # Examples
    ///
    /// ```
    /// let sizes = atomic_state::LiveHistogram::<u64>::new();
    /// sizes.record(1500);
    /// assert_eq!(sizes.get().count(), 1);
    /// ```
    #[inline]
    pub fn record(&self, sample: T) {
        let sample = sample.__number();
        self.counts[T::__SHAPE.place(sample)].increment();
        self.sum.record(sample);
    }

    /// Counts a time. Where samples are no times, generated code is an error elsewhere.
    #[doc(hidden)]
    #[inline]
    pub fn __record_time(this: &Self, time: Duration) {
        this.record(T::__from_time(time));
    }

    /// What a function reads of each counter.
    #[inline]
    fn read(&self, read: impl Fn(&Counter<u64, O>) -> u64) -> Histogram<T> {
        let counts = array::from_fn(|place| read(&self.counts[place]));
        Histogram { counts, sum: read(&self.sum), samples: PhantomData }
    }
}

impl<T: HistogramValue, O: Order> LiveHistogram<T, O> {
    /// The samples so far. See [above](Self) for what may be missing of records under way.
    ///
    /// # Examples
    ///
    /// ```
    /// let sizes = atomic_state::LiveHistogram::<u64>::new();
    /// sizes.record(1500);
    /// assert_eq!(sizes.get().sum(), 1500);
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self) -> Histogram<T> {
        self.read(Counter::get)
    }

    /// Returns the samples so far, and starts anew. If several threads take, each sample goes to one of them; of a
    /// sample that is recorded meanwhile, the bucket and the sum may go to different ones.
    ///
    /// # Examples
    ///
    /// ```
    /// let sizes = atomic_state::LiveHistogram::<u64>::new();
    /// sizes.record(1500);
    /// assert_eq!(sizes.take().count(), 1);
    /// assert_eq!(sizes.get().count(), 0);
    /// ```
    pub fn take(&self) -> Histogram<T> {
        // Most buckets are empty, and need no change.
        self.read(|counter| if counter.get() == 0 { 0 } else { counter.take() })
    }
}

/// Starts from saved samples.
impl<T: HistogramValue, O: Writer> From<Histogram<T>> for LiveHistogram<T, O> {
    fn from(saved: Histogram<T>) -> Self {
        Self::__from(&saved)
    }
}

impl<T: HistogramValue, O: Writer> Default for LiveHistogram<T, O> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows what the samples so far show.
impl<T: HistogramValue, O: Writer> fmt::Debug for LiveHistogram<T, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.read(Counter::shown), formatter)
    }
}

impl<T: HistogramValue, O: Writer> __Plain for LiveHistogram<T, O> {
    type Value = Histogram<T>;
    const __KIND: Kind = Kind::Histogram;
    const __UNIT: Option<&'static str> = T::__UNIT;

    fn __since(later: &Self::Value, earlier: &Self::Value) -> Self::Value {
        later.since(earlier)
    }

    fn __combine(total: &mut Self::Value, other: &Self::Value) {
        total.merge(other);
    }

    fn __visit<V: Visitor + ?Sized>(
        value: &Self::Value,
        field: &'static Field,
        variant: Option<usize>,
        visitor: &mut V,
    ) {
        visitor.field(field, variant, Value::Histogram(Distribution::of(value)));
    }
}

impl<T: HistogramValue, O: Writer> __Live for LiveHistogram<T, O> {
    crate::__initial!(Self::new());

    fn __from(saved: &Self::Value) -> Self {
        Self {
            counts: array::from_fn(|place| Counter::from(saved.counts[place])),
            sum: Counter::from(saved.sum),
            samples: PhantomData,
        }
    }

    fn __merge(&self, batch: &Self::Value) {
        for (counter, count) in self.counts.iter().zip(batch.counts).filter(|(_, count)| *count > 0) {
            counter.record(count);
        }
        self.sum.record(batch.sum);
    }
}

impl<T: HistogramValue, O: Order> __Number for LiveHistogram<T, O> {
    #[inline]
    fn __read<R: __Read>(&self) -> Self::Value {
        if R::COUNTERS { self.take() } else { self.get() }
    }
}

/// A read goes over each share once, counter by counter.
#[cfg(feature = "per-thread")]
impl<T: HistogramValue> Share for LiveHistogram<T, Single> {
    #[inline]
    fn __see<R: __Read>(&self, seen: &mut Self) {
        self.each(seen, Counter::__see::<R>);
    }

    #[inline]
    fn __add_to(&self, sum: &mut Self) {
        self.each(sum, Counter::__add_to);
    }

    fn __settle<R: __Read>(&self, sum: &mut Self) {
        self.each(sum, Counter::__settle::<R>);
    }

    #[inline]
    fn __value(&mut self) -> Histogram<T> {
        self.read(Counter::shown)
    }

    /// The same steps as those of a [`Counter`], with all counters in each.
    fn __total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> Histogram<T>
    where
        Self: 'a,
    {
        loop {
            let before = base.read(Counter::base);
            let total = shares().fold(before.clone(), |mut total, share| {
                total.merge(&share.read(Counter::shown));
                total
            });
            fence(Ordering::Acquire);
            if base.read(Counter::shown) == before {
                return total;
            }
        }
    }
}

#[cfg(feature = "per-thread")]
impl<T: HistogramValue> LiveHistogram<T, Single> {
    /// Changes each counter of another by the one of this.
    #[inline]
    fn each(&self, other: &mut Self, change: impl Fn(&Counter<u64, Single>, &mut Counter<u64, Single>)) {
        for (counter, other) in self.counts.iter().zip(&mut other.counts) {
            change(counter, other);
        }
        change(&self.sum, &mut other.sum);
    }
}

impl<T: HistogramValue, O: Writer> Sampled for LiveHistogram<T, O> {
    type Sample = T;
}

checked! { <T: HistogramField, O: Writer> LiveHistogram<T::Sample, O> }

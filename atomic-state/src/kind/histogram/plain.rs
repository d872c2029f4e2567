//! A histogram as a plain value.

use core::array;
use core::fmt;
use core::marker::PhantomData;

use super::counts::{Counts, total};
use super::shape::BUCKETS;
use super::value::HistogramValue;

/// How often which samples occurred: the plain type of a `#[histogram]` field. `T` is `u64` or
/// [`Duration`](core::time::Duration).
///
/// - **It counts each sample in a bucket.** There are eight buckets to each power of two, for the whole range of the
///   type, so a bucket is 9.05 % wide. These are the buckets of Prometheus' native histograms with schema 3 and of
///   OpenTelemetry's exponential histograms with scale 3. Those of a `Duration` are powers of two in seconds. A bucket
///   holds its upper bound.
/// - **A [`quantile`](Self::quantile) is off by at most 4.4 %**, and [`max`](Self::max) by 9.05 %. Integers are
///   rounded: up to 14, and up to 14 nanoseconds, both are exact.
/// - **It is an array of about 4 KB**, and allocates nothing.
///
/// A `Duration` is kept in whole nanoseconds, and one sample counts for at most 2⁶² of them (146 years).
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use atomic_state::Histogram;
///
/// let mut latency = Histogram::new();
/// for milliseconds in 1..=100 {
///     latency.record(Duration::from_millis(milliseconds));
/// }
/// assert_eq!(latency.count(), 100);
/// assert_eq!(latency.mean(), Some(Duration::from_micros(50_500)));
/// let p99 = latency.quantile(0.99).unwrap();
/// assert!((p99.as_secs_f64() / 0.099 - 1.0).abs() < 0.044);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Histogram<T> {
    pub(super) counts: [u64; BUCKETS],
    /// Wraps.
    pub(super) sum: u64,
    pub(super) samples: PhantomData<T>,
}

/// One bucket of a [`Histogram`]: it counts the samples `lower..=upper`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bucket<T> {
    /// The smallest sample that falls into it.
    pub lower: T,
    /// The largest sample that falls into it.
    pub upper: T,
    /// How many samples did.
    pub count: u64,
}

impl<T> Histogram<T> {
    /// A histogram without a sample.
    #[must_use]
    pub const fn new() -> Self {
        Self { counts: [0; BUCKETS], sum: 0, samples: PhantomData }
    }

    /// How many samples there are. It is always the sum of the buckets.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut sizes = atomic_state::Histogram::new();
    /// sizes.record(1500_u64);
    /// assert_eq!(sizes.count(), 1);
    /// ```
    #[must_use]
    pub fn count(&self) -> u64 {
        total(&self.counts)
    }

    /// Adds another's samples to these. The order in which several are merged makes no difference.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::Histogram;
    ///
    /// let (mut all, mut others) = (Histogram::new(), Histogram::new());
    /// all.record(10_u64);
    /// others.record(20_u64);
    /// all.merge(&others);
    /// assert_eq!((all.count(), all.sum()), (2, 30));
    /// ```
    pub fn merge(&mut self, other: &Self) {
        for (total, count) in self.counts.iter_mut().zip(&other.counts) {
            *total = total.wrapping_add(*count);
        }
        self.sum = self.sum.wrapping_add(other.sum);
    }

    /// The samples that were recorded between an earlier snapshot and this one.
    ///
    /// If any bucket is smaller than before, somebody restarted the histogram: then this is all that it has now. A
    /// restart cannot be seen once every bucket has passed the earlier one.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::Histogram;
    ///
    /// let mut sizes = Histogram::new();
    /// sizes.record(1500_u64);
    /// let before = sizes.clone();
    /// sizes.record(40);
    /// assert_eq!(sizes.since(&before).max(), Some(41));
    /// ```
    #[must_use]
    pub fn since(&self, earlier: &Self) -> Self {
        let restarted = self.counts.iter().zip(&earlier.counts).any(|(count, earlier)| count < earlier);
        let earlier = if restarted { &Self::new() } else { earlier };
        Self {
            counts: array::from_fn(|place| self.counts[place] - earlier.counts[place]),
            sum: self.sum.wrapping_sub(earlier.sum),
            samples: PhantomData,
        }
    }
}

impl<T: HistogramValue> Histogram<T> {
    /// Counts a sample.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut sizes = atomic_state::Histogram::new();
    /// sizes.record(1500_u64);
    /// assert_eq!(sizes.count(), 1);
    /// ```
    #[inline]
    pub fn record(&mut self, sample: T) {
        let sample = sample.__number();
        let count = &mut self.counts[T::__SHAPE.place(sample)];
        *count = count.wrapping_add(1);
        self.sum = self.sum.wrapping_add(sample);
    }

    /// The sum of the samples. It wraps after 2⁶⁴, and that of `Duration`s after 2⁶⁴ nanoseconds (584 years).
    ///
    /// # Examples
    ///
    /// ```
    /// let mut sizes = atomic_state::Histogram::new();
    /// sizes.record(1500_u64);
    /// sizes.record(40);
    /// assert_eq!(sizes.sum(), 1540);
    /// ```
    #[must_use]
    pub fn sum(&self) -> T {
        T::__from_number(self.sum)
    }

    /// The upper bound of the largest sample's bucket: never less than the largest sample, and at most 9.05 % more.
    /// `None` if there is no sample.
    ///
    /// That is of these samples, so the difference of two snapshots has the maximum of the time between. A field that
    /// keeps the exact maximum is a [`Max`](crate::Max).
    ///
    /// # Examples
    ///
    /// ```
    /// let mut sizes = atomic_state::Histogram::new();
    /// assert_eq!(sizes.max(), None);
    /// sizes.record(1500_u64);
    /// assert_eq!(sizes.max(), Some(1579));
    /// ```
    #[must_use]
    pub fn max(&self) -> Option<T> {
        self.counts().highest().map(|place| T::__from_number(T::__SHAPE.last(place)))
    }

    /// The mean of the samples: an `f64`, or a `Duration` rounded down. `None` if there is no sample. It is wrong if
    /// the [`sum`](Self::sum) has wrapped.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut sizes = atomic_state::Histogram::new();
    /// assert_eq!(sizes.mean(), None);
    /// sizes.record(1500_u64);
    /// sizes.record(41);
    /// assert_eq!(sizes.mean(), Some(770.5));
    /// ```
    #[must_use]
    pub fn mean(&self) -> Option<T::Mean> {
        let count = self.count();
        (count > 0).then(|| T::__mean(self.sum, count))
    }

    /// The sample below or at which the part `q` of all samples are: 0.5 for the median, 0.99 for the 99th percentile.
    /// It is off by at most 4.4 %, or by 1 where integers are small. `None` if there is no sample.
    ///
    /// # Panics
    ///
    /// If `q` is smaller than 0, larger than 1, or no number.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut sizes = atomic_state::Histogram::new();
    /// assert_eq!(sizes.quantile(0.5), None);
    /// for size in 1..=9_u64 {
    ///     sizes.record(size);
    /// }
    /// assert_eq!(sizes.quantile(0.5), Some(5));
    /// ```
    #[must_use]
    #[track_caller]
    pub fn quantile(&self, q: f64) -> Option<T> {
        self.counts().quantile(q).map(|place| T::__from_number(T::__SHAPE.middle(place)))
    }

    /// The buckets that are not empty, in ascending order.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut sizes = atomic_state::Histogram::new();
    /// sizes.record(1500_u64);
    /// let bucket = sizes.buckets().next().unwrap();
    /// assert_eq!((bucket.lower, bucket.upper, bucket.count), (1449, 1579, 1));
    /// ```
    pub fn buckets(&self) -> impl Iterator<Item = Bucket<T>> + '_ {
        self.counts().not_empty().map(|(place, count)| Bucket {
            lower: T::__from_number(T::__SHAPE.first(place)),
            upper: T::__from_number(T::__SHAPE.last(place)),
            count,
        })
    }

    pub(crate) fn counts(&self) -> Counts<'_> {
        Counts { of: &self.counts, shape: T::__SHAPE }
    }
}

impl<T> Default for Histogram<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows the count and, if there are samples, some quantiles and the maximum.
impl<T: HistogramValue> fmt::Debug for Histogram<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.counts().describe("Histogram", formatter, T::__from_number)
    }
}

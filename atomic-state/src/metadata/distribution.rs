//! A histogram, as exporters see it.

use core::fmt;

use crate::kind::histogram::{Counts, Histogram, HistogramValue, end_of};

/// A [`Histogram`], whatever its samples are: those that are `Duration`s are in seconds here.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use atomic_state::{Distribution, Histogram};
///
/// let mut latency = Histogram::new();
/// latency.record(Duration::from_millis(500));
/// let latency = Distribution::of(&latency);
/// let bucket = latency.buckets().next().unwrap();
/// assert_eq!((bucket.index, bucket.upper, bucket.count), (Some(-8), 0.5, 1));
/// ```
#[derive(Clone, Copy, PartialEq)]
pub struct Distribution<'a> {
    counts: Counts<'a>,
    sum: f64,
}

/// One bucket of a [`Distribution`]: it counts the samples that are larger than `lower`, and not larger than `upper`.
/// The bucket of zero counts the samples that are zero.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct DistributionBucket {
    /// The bucket's index in [`Distribution::SCHEMA`]: `upper` is 2 to the power of an eighth of it. `None` for the
    /// bucket of zero.
    pub index: Option<i32>,
    /// The bound below, which falls into the bucket before.
    pub lower: f64,
    /// The bound above, which falls into this bucket.
    pub upper: f64,
    /// How many samples fell into it.
    pub count: u64,
}

impl<'a> Distribution<'a> {
    /// What Prometheus' native histograms call a schema, and OpenTelemetry's exponential histograms a scale: there are
    /// 2³ buckets to each power of two.
    pub const SCHEMA: i32 = 3;

    /// What a histogram shows.
    #[must_use]
    pub fn of<T: HistogramValue>(histogram: &'a Histogram<T>) -> Self {
        Self { counts: histogram.counts(), sum: T::__SHAPE.in_units(histogram.sum().__number()) }
    }

    /// How many samples there are: the sum of the buckets.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::{Distribution, Histogram};
    ///
    /// let mut sizes = Histogram::<u64>::new();
    /// for size in [1, 2, 1024] {
    ///     sizes.record(size);
    /// }
    /// let sizes = Distribution::of(&sizes);
    /// assert_eq!((sizes.count(), sizes.sum()), (3, 1027.0));
    /// assert_eq!((sizes.quantile(0.5), sizes.max()), (Some(2.0), Some(1024.0)));
    /// ```
    #[must_use]
    pub fn count(&self) -> u64 {
        self.counts.total()
    }

    /// The sum of the samples: see [`Histogram::sum`].
    #[must_use]
    pub fn sum(&self) -> f64 {
        self.sum
    }

    /// The largest sample, rounded up: see [`Histogram::max`].
    #[must_use]
    pub fn max(&self) -> Option<f64> {
        let shape = self.counts.shape;
        self.counts.highest().map(|place| shape.in_units(shape.last(place)))
    }

    /// A quantile: see [`Histogram::quantile`].
    ///
    /// # Panics
    ///
    /// If `q` is smaller than 0, larger than 1, or no number.
    #[must_use]
    #[track_caller]
    pub fn quantile(&self, q: f64) -> Option<f64> {
        let shape = self.counts.shape;
        self.counts.quantile(q).map(|place| shape.in_units(shape.middle(place)))
    }

    /// The buckets that are not empty, in ascending order.
    pub fn buckets(&self) -> impl Iterator<Item = DistributionBucket> + use<'a> {
        let shape = self.counts.shape;
        self.counts.not_empty().map(|(place, count)| {
            let index = shape.index(place);
            let [lower, upper] = index.map_or([0.0; 2], |index| [end_of(index - 1), end_of(index)]);
            DistributionBucket { index, lower, upper, count }
        })
    }
}

/// Shows the count and, if there are samples, some quantiles and the maximum.
impl fmt::Debug for Distribution<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.counts.describe("Distribution", formatter, |sample| self.counts.shape.in_units(sample))
    }
}

//! The buckets of histograms, as Prometheus has them: classic ones with bounds, and native ones.

use atomic_state::DistributionBucket;
use atomic_state_families::Error;

/// How many buckets a power of two has.
const PER_POWER_OF_TWO: i32 = 8;

/// The bounds of a histogram without bounds of its own, as powers of two: for seconds from a microsecond to 17 minutes,
/// and for other numbers from 1 to 10¹².
const SECONDS: std::ops::RangeInclusive<i32> = -20..=10;
const NUMBERS: std::ops::RangeInclusive<i32> = 0..=40;

/// The bounds of a histogram's classic buckets, in ascending order, without the last, which is infinite.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Bounds(Vec<Bound>);

#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
struct Bound {
    /// The last bucket within the bound. `None` for the bucket of zero.
    index: Option<i32>,
    /// The bound itself.
    upper: f64,
}

impl Bounds {
    pub(crate) fn powers_of_two(unit: Option<&str>) -> Self {
        let powers = if unit == Some("seconds") { SECONDS } else { NUMBERS };
        Self(powers.map(|power| Bound::at(power * PER_POWER_OF_TWO)).collect())
    }

    /// The next ones up that are between two buckets.
    pub(crate) fn above(bounds: &[f64]) -> Result<Self, Error> {
        let finite = bounds.iter().filter(|&&bound| bound != f64::INFINITY);
        let mut bounds = finite.map(|&bound| Bound::above(bound)).collect::<Result<Vec<_>, _>>()?;
        bounds.retain(|bound| bound.upper < f64::INFINITY);
        bounds.sort_by(|one, other| one.upper.total_cmp(&other.upper));
        bounds.dedup();
        Ok(Self(bounds))
    }

    /// How many samples are in each classic bucket, by its bound.
    pub(crate) fn classic(&self, buckets: &[DistributionBucket]) -> Vec<(f64, u64)> {
        let mut rest = buckets.iter().peekable();
        let mut sum_up_to = |within: &dyn Fn(Option<i32>) -> bool| {
            let mut sum = 0;
            while let Some(bucket) = rest.next_if(|bucket| within(bucket.index)) {
                sum += bucket.count;
            }
            sum
        };
        // `None`, which is zero, is less than any index.
        let bounded = self.0.iter().map(|bound| (bound.upper, sum_up_to(&|index| index <= bound.index)));
        let mut classic: Vec<_> = bounded.collect();
        classic.push((f64::INFINITY, sum_up_to(&|_| true)));
        classic
    }
}

impl Bound {
    fn at(index: i32) -> Self {
        Self { index: Some(index), upper: (f64::from(index) / f64::from(PER_POWER_OF_TWO)).exp2() }
    }

    fn above(bound: f64) -> Result<Self, Error> {
        if bound == 0.0 {
            return Ok(Self { index: None, upper: 0.0 });
        }
        if !(bound > 0.0 && bound.is_finite()) {
            return Err(Error::Bound { bound });
        }
        #[allow(clippy::cast_possible_truncation, reason = "a logarithm of a number is between -1100 and 1100")]
        let near = (bound.log2() * f64::from(PER_POWER_OF_TWO)).round() as i32;
        // The logarithm is not exact, the bounds to compare with are.
        let candidates = [near - 1, near].map(Self::at);
        let above = candidates.into_iter().find(|candidate| candidate.upper >= bound);
        Ok(above.unwrap_or_else(|| Self::at(near + 1)))
    }
}

/// The buckets of a native histogram.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Native {
    pub(crate) zero: u64,
    /// Runs of buckets without a gap: how far each is from the end of the one before, and how long.
    pub(crate) spans: Vec<(i32, u32)>,
    /// What each bucket has more than the one before.
    pub(crate) deltas: Vec<i64>,
}

impl Native {
    pub(crate) fn of(buckets: &[DistributionBucket]) -> Self {
        let mut native = Self::default();
        let (mut next, mut before) = (0, 0);
        for bucket in buckets {
            let Some(index) = bucket.index else {
                native.zero = bucket.count;
                continue;
            };
            match native.spans.last_mut() {
                Some((_, length)) if index == next => *length += 1,
                _ => native.spans.push((index - next, 1)),
            }
            let count = i64::try_from(bucket.count).unwrap_or(i64::MAX);
            native.deltas.push(count - before);
            (next, before) = (index + 1, count);
        }
        if native.spans.is_empty() {
            // Without it, nothing would tell it from a classic histogram.
            native.spans.push((0, 0));
        }
        native
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use atomic_state::{Distribution, Histogram};

    use super::*;

    fn buckets(samples: &[u64]) -> Vec<DistributionBucket> {
        let mut histogram = Histogram::<u64>::new();
        for &sample in samples {
            histogram.record(sample);
        }
        Distribution::of(&histogram).buckets().collect()
    }

    #[test]
    fn a_bound_is_the_next_one_up() {
        let Bounds(bounds) = Bounds::above(&[1000.0, 0.0, f64::INFINITY, 1.0, 0.1, 1.0, f64::MAX]).unwrap();
        let uppers: Vec<_> = bounds.iter().map(|bound| bound.upper).collect();
        assert_eq!(uppers, [0.0, 2_f64.powf(-26.0 / 8.0), 1.0, 1024.0]);
        for bound in bounds.iter().filter(|bound| bound.upper > 0.0) {
            let again = Bounds::above(&[bound.upper]).unwrap();
            assert_eq!(again.0, [*bound], "a bound of a bucket stays");
        }
    }

    #[test]
    fn no_bound_rises_by_more_than_a_bucket() {
        for number in 1..10_000_u32 {
            let bound = f64::from(number) / 100.0;
            let Bounds(above) = Bounds::above(&[bound]).unwrap();
            let ratio = above[0].upper / bound;
            assert!((1.0..1.0906).contains(&ratio), "{bound} became {}", above[0].upper);
        }
    }

    #[test]
    fn a_bound_is_a_number_that_is_not_negative() {
        for bound in [-1.0, f64::NAN, f64::NEG_INFINITY] {
            assert!(matches!(Bounds::above(&[1.0, bound]), Err(Error::Bound { .. })), "{bound}");
        }
    }

    #[test]
    fn classic_buckets_count_what_is_at_most_their_bound() {
        let counts = Bounds::above(&[0.0, 4.0, 64.0]).unwrap().classic(&buckets(&[0, 0, 1, 4, 5, 64, 65, 1 << 50]));
        assert_eq!(counts, [(0.0, 2), (4.0, 2), (64.0, 2), (f64::INFINITY, 2)]);
    }

    #[test]
    fn the_bounds_by_default_are_powers_of_two() {
        let mut histogram = Histogram::<Duration>::new();
        histogram.record(Duration::from_millis(250));
        let buckets: Vec<_> = Distribution::of(&histogram).buckets().collect();
        let classic = Bounds::powers_of_two(Some("seconds")).classic(&buckets);
        assert_eq!(classic.len(), 32);
        let filled: Vec<_> = classic.iter().filter(|(_, count)| *count > 0).collect();
        assert_eq!(filled, [&(0.25, 1)]);
    }

    #[test]
    fn native_buckets_are_runs() {
        let native = Native::of(&buckets(&[0, 1, 2, 2, 2, 4, 1 << 20, 1 << 20]));
        assert_eq!(native.zero, 1);
        assert_eq!(native.spans, [(0, 1), (7, 1), (7, 1), (143, 1)]);
        assert_eq!(native.deltas, [1, 2, -2, 1]);
        // 64 and 70 are in buckets side by side.
        assert_eq!(Native::of(&buckets(&[64, 68])).spans, [(48, 2)]);
    }

    #[test]
    fn an_empty_native_histogram_is_told_from_a_classic_one() {
        assert_eq!(Native::of(&[]), Native { zero: 0, spans: vec![(0, 0)], deltas: vec![] });
    }
}

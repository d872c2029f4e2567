//! Which bucket a sample falls into: integer arithmetic, with no rounding.
//!
//! The buckets are those of schema 3 of Prometheus' native histograms: bucket `i` ends at 2^(i/8), and holds its end. A
//! sample is an integer: the number itself, or a number of nanoseconds, of which 10⁹ make one. So in each power of two
//! of that integer, eight buckets end at the same eight fractions, which [`Shape::bounds`] has. Between two
//! eighths of the power lies one of them, but for the first eighth, in which there are two: two comparisons place a
//! sample.

/// How many buckets a histogram has: one for zero, eight for each power of two of a `u64`, and one more, since the
/// smallest sample is the end of the first.
///
/// A model has a bucket for zero, and one for all other samples: each is an atomic that the model checker follows.
pub(crate) const BUCKETS: usize = if cfg!(atomic_state_loom) { 2 } else { 514 };

/// Where the buckets of a type of samples end.
#[derive(Debug, PartialEq)]
pub struct Shape {
    /// The eight ends of buckets that lie between 2⁶³ and 2⁶⁴, rounded down, and the largest number. Shifted to the
    /// right, they are the ends in the other powers of two.
    pub(super) bounds: [u64; 9],
    /// The index in schema 3 of the bucket that the smallest sample but zero falls into.
    pub(super) first: i32,
    /// How many make one unit, as exporters show it.
    pub(super) per_unit: f64,
}

impl Shape {
    /// The place of a sample's bucket, counted from 0.
    #[inline]
    pub(crate) const fn place(&self, sample: u64) -> usize {
        if sample == 0 {
            return 0;
        }
        let exponent = sample.ilog2() as usize;
        let fraction = sample << sample.leading_zeros();
        let eighth = (fraction >> 60) as usize & 7;
        let passed = eighth + (fraction > self.bounds[0]) as usize + (fraction > self.bounds[eighth + 1]) as usize;
        let place = 1 + 8 * exponent + passed;
        // Only a model has samples past its last bucket. Elsewhere, this spares a check of the index.
        if place < BUCKETS { place } else { BUCKETS - 1 }
    }

    /// The largest sample that falls into a bucket.
    pub(crate) fn last(&self, place: usize) -> u64 {
        match place.checked_sub(1) {
            None => 0,
            Some(_) if place == BUCKETS - 1 => u64::MAX,
            Some(before) => self.bounds[before % 8] >> (63 - before / 8),
        }
    }

    /// The smallest sample that falls into a bucket.
    pub(crate) fn first(&self, place: usize) -> u64 {
        place.checked_sub(1).map_or(0, |before| self.last(before) + 1)
    }

    /// The sample of a bucket that is off by the same part of the smallest and of the largest one: their harmonic mean.
    #[allow(clippy::cast_possible_truncation, reason = "it is not larger than the largest of the two")]
    pub(crate) fn middle(&self, place: usize) -> u64 {
        let [first, last] = [self.first(place), self.last(place)].map(u128::from);
        let sum = first + last;
        let above = (first * last.saturating_sub(first) + sum / 2).checked_div(sum);
        (first + above.unwrap_or(0)) as u64
    }

    /// The bucket's index in schema 3. The bucket of zero has none.
    #[allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "there are few buckets")]
    pub(crate) fn index(&self, place: usize) -> Option<i32> {
        place.checked_sub(1).map(|before| self.first + before as i32)
    }

    /// The place of the bucket with this index, if a sample can fall into it.
    #[cfg(feature = "serde")]
    pub(crate) fn place_of(&self, index: i32) -> Option<usize> {
        let place = usize::try_from(index.checked_sub(self.first)?).ok()?.checked_add(1)?;
        (place < BUCKETS && self.place(self.last(place)) == place).then_some(place)
    }

    /// An integer in units.
    #[allow(clippy::cast_precision_loss, reason = "the nearest number is what exporters show")]
    pub(crate) fn in_units(&self, number: u64) -> f64 {
        number as f64 / self.per_unit
    }
}

/// 2^(j/8), for each j below 8.
#[allow(
    clippy::excessive_precision,
    clippy::unreadable_literal,
    reason = "the digits that round to the nearest number"
)]
const ROOTS: [f64; 8] = [
    1.0,
    1.0905077326652577,
    1.1892071150027210,
    1.2968395546510096,
    core::f64::consts::SQRT_2,
    1.5422108254079407,
    1.6817928305074290,
    1.8340080864093424,
];

/// 2^(index/8): where a bucket ends.
pub(crate) fn end_of(index: i32) -> f64 {
    // A number without a fraction, and this exponent.
    let power = f64::from_bits(u64::from((1023 + index.div_euclid(8)).unsigned_abs()) << 52);
    power * ROOTS[index.rem_euclid(8).unsigned_abs() as usize]
}

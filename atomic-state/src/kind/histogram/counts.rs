//! What the counts of buckets tell, whatever the samples' type.

use core::fmt::{self, Debug, Formatter};

use super::shape::Shape;

/// The counts of a histogram's buckets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Counts<'a> {
    pub(super) of: &'a [u64],
    pub(crate) shape: &'static Shape,
}

impl<'a> Counts<'a> {
    /// How many samples there are.
    pub(crate) fn total(self) -> u64 {
        total(self.of)
    }

    /// The buckets that are not empty, by their places.
    pub(crate) fn not_empty(self) -> impl Iterator<Item = (usize, u64)> + use<'a> {
        self.of.iter().copied().enumerate().filter(|(_, count)| *count > 0)
    }

    /// The place of the last bucket that is not empty.
    pub(crate) fn highest(self) -> Option<usize> {
        self.of.iter().rposition(|count| *count > 0)
    }

    /// The place of the bucket that holds a quantile.
    #[track_caller]
    pub(crate) fn quantile(self, q: f64) -> Option<usize> {
        assert!((0.0..=1.0).contains(&q), "a quantile is from 0 to 1, and this is {q}");
        let mut left = rank(q, self.total());
        let is_in = |(_, count): &(usize, u64)| {
            let is_in = left <= *count;
            left = left.saturating_sub(*count);
            is_in
        };
        self.not_empty().find(is_in).map(|(place, _)| place)
    }

    /// `Debug` output: the count and, if there are samples, some quantiles and the maximum.
    pub(crate) fn describe<T: Debug>(
        self,
        name: &str,
        formatter: &mut Formatter<'_>,
        shown: impl Fn(u64) -> T,
    ) -> fmt::Result {
        let mut output = formatter.debug_struct(name);
        output.field("count", &self.total());
        for (name, q) in [("p50", 0.5), ("p90", 0.9), ("p99", 0.99)] {
            if let Some(place) = self.quantile(q) {
                output.field(name, &shown(self.shape.middle(place)));
            }
        }
        if let Some(place) = self.highest() {
            output.field("max", &shown(self.shape.last(place)));
        }
        output.finish()
    }
}

/// How many samples there are.
pub(super) fn total(counts: &[u64]) -> u64 {
    counts.iter().fold(0, |total, count| total.wrapping_add(*count))
}

/// Which of so many samples in ascending order is a quantile, counted from 1: the first that is not smaller than that
/// part of them.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a rank is not negative, and one of more than 53 bits is near enough"
)]
fn rank(q: f64, total: u64) -> u64 {
    let exact = q * total as f64;
    let whole = exact as u64;
    whole.saturating_add(u64::from((whole as f64) < exact)).clamp(1, total.max(1))
}

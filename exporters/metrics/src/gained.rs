//! What a histogram gained since it was last published.

use atomic_state::DistributionBucket;
use atomic_state_families::Spread;

/// The middle of each bucket that gained samples, and how many. If any bucket has fewer than before, the histogram was
/// restarted, and what it has now is what it gained.
pub(crate) fn gained(now: &Spread, before: Option<&Spread>) -> Vec<(f64, u64)> {
    let before = before.map_or(&[][..], |before| &before.buckets);
    let differences: Option<Vec<_>> =
        merged(&now.buckets, before).map(|(now, before)| now.checked_sub(before)).collect();
    match differences {
        // Buckets that are only in `before` would have made it `None`.
        Some(gains) => {
            now.buckets.iter().zip(gains).filter(|(_, gain)| *gain > 0).map(|(b, gain)| (middle(b), gain)).collect()
        }
        None => now.buckets.iter().map(|bucket| (middle(bucket), bucket.count)).collect(),
    }
}

/// The counts of each bucket of either, now and before, in the order of `now`.
fn merged<'a>(
    now: &'a [DistributionBucket],
    before: &'a [DistributionBucket],
) -> impl Iterator<Item = (u64, u64)> + 'a {
    let count = |buckets: &[DistributionBucket], index| {
        let place = buckets.binary_search_by_key(&index, |bucket: &DistributionBucket| bucket.index);
        place.map_or(0, |place| buckets[place].count)
    };
    let of_now = now.iter().map(move |bucket| (bucket.count, count(before, bucket.index)));
    let gone = before.iter().filter(move |bucket| count(now, bucket.index) == 0).map(|bucket| (0, bucket.count));
    of_now.chain(gone)
}

/// The number that is off by the same factor from both ends.
fn middle(bucket: &DistributionBucket) -> f64 {
    (bucket.lower * bucket.upper).sqrt()
}

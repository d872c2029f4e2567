//! The plain `Histogram`: which bucket a sample falls into, and what the buckets tell.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "the samples are not that large"
)]
#![allow(clippy::float_cmp, reason = "bounds and sums are exact")]

use std::panic::catch_unwind;
use std::time::Duration;

use atomic_state::{Distribution, DistributionBucket, Histogram, HistogramValue};
use num_bigint::BigUint;

/// The longest `Duration` that a histogram tells from others, in nanoseconds.
const LONGEST: u64 = 1 << 62;

fn histogram_of<T: HistogramValue>(samples: impl IntoIterator<Item = T>) -> Histogram<T> {
    let mut histogram = Histogram::new();
    samples.into_iter().for_each(|sample| histogram.record(sample));
    histogram
}

fn only<T>(items: impl IntoIterator<Item = T>) -> T {
    let mut items = items.into_iter();
    let item = items.next().expect("there is one");
    assert!(items.next().is_none(), "there is only one");
    item
}

/// The smallest and the largest integer of the bucket that a sample falls into, and the bucket as exporters see it.
type Place = (u64, u64, DistributionBucket);

fn place_of_number(sample: u64) -> Place {
    let histogram = histogram_of([sample]);
    let bucket = only(histogram.buckets());
    (bucket.lower, bucket.upper, only(Distribution::of(&histogram).buckets()))
}

fn place_of_nanoseconds(sample: u64) -> Place {
    let histogram = histogram_of([Duration::from_nanos(sample)]);
    let bucket = only(histogram.buckets());
    let [lower, upper] = [bucket.lower, bucket.upper].map(|bound| u64::try_from(bound.as_nanos()).unwrap());
    (lower, upper, only(Distribution::of(&histogram).buckets()))
}

/// Whether `integer` of which `unit` make one is larger than 2^(index/8). The eighth powers of both are integers.
fn is_past(integer: u128, unit: u64, index: i32) -> bool {
    let (integer, unit) = (BigUint::from(integer).pow(8), BigUint::from(unit).pow(8));
    let power = BigUint::from(2_u8).pow(index.unsigned_abs());
    if index < 0 { integer * power > unit } else { integer > unit * power }
}

/// Goes from each bucket to the next, up to that of `last`, and compares all bounds with the exact powers. Returns the
/// indices.
fn walk(place_of: fn(u64) -> Place, unit: u64, last: u64) -> Vec<i32> {
    let (mut indices, mut sample) = (Vec::new(), 1);
    loop {
        let (lower, upper, seen) = place_of(sample);
        let index = seen.index.expect("this is not zero");
        assert_eq!(lower, sample, "bucket {index} begins where the one before ends");
        assert!(is_past(lower.into(), unit, index - 1) && !is_past(upper.into(), unit, index), "bucket {index}");
        // What lies on the bound counts below it, and the next does not.
        assert!(is_past(u128::from(upper) + 1, unit, index) || upper == u64::MAX, "bucket {index}");
        for inside in [upper.min(last), lower + (upper - lower) / 2] {
            assert_eq!(place_of(inside.min(last)), (lower, upper, seen));
        }
        assert!(indices.last().is_none_or(|before| *before < index));
        assert_eq!(seen.upper, (f64::from(index) / 8.0).exp2(), "the end of {index}");
        assert_eq!(seen.lower, (f64::from(index - 1) / 8.0).exp2(), "the end of {}", index - 1);
        indices.push(index);
        if upper >= last {
            return indices;
        }
        sample = upper + 1;
    }
}

#[test]
fn every_bound_of_numbers_is_the_exact_power() {
    let indices = walk(place_of_number, 1, u64::MAX);
    assert_eq!((indices[0], indices[indices.len() - 1]), (0, 512));
    // Between small numbers there are buckets without any, and from 16 on there are none.
    assert_eq!(indices[..4], [0, 8, 13, 16]);
    assert!(indices.windows(2).all(|pair| pair[0] < 32 || pair[1] == pair[0] + 1));
}

#[test]
fn every_bound_of_durations_is_the_exact_power_of_a_second() {
    let indices = walk(place_of_nanoseconds, 1_000_000_000, LONGEST);
    assert_eq!((indices[0], indices[indices.len() - 1]), (-239, 257));
    for (seconds, index) in [(0.125, -24), (0.5, -8), (1.0, 0), (4.0, 16), (1_048_576.0, 160)] {
        let seconds = Duration::from_secs_f64(seconds);
        let place = |time: Duration| only(Distribution::of(&histogram_of([time])).buckets()).index;
        assert_eq!(place(seconds), Some(index), "a sample on a boundary counts below it");
        assert_eq!(place(seconds + Duration::from_nanos(1)), Some(index + 1));
    }
}

#[test]
fn any_sample_lies_between_the_exact_powers() {
    arbtest::arbtest(|source| {
        let sample = source.arbitrary::<u64>()? >> source.int_in_range(0..=63)?;
        for (place_of, unit, sample) in [
            (place_of_number as fn(u64) -> Place, 1, sample),
            (place_of_nanoseconds, 1_000_000_000, sample.min(LONGEST)),
        ] {
            let (lower, upper, seen) = place_of(sample);
            assert!((lower..=upper).contains(&sample));
            match seen.index {
                Some(index) => assert!(
                    is_past(sample.into(), unit, index - 1) && !is_past(sample.into(), unit, index),
                    "{sample} in {index}"
                ),
                None => assert_eq!(sample, 0),
            }
        }
        Ok(())
    });
}

#[test]
fn zero_and_the_largest_samples_have_buckets() {
    let (lower, upper, zero) = place_of_number(0);
    assert_eq!((lower, upper, zero.index, zero.lower, zero.upper), (0, 0, None, 0.0, 0.0));
    let largest = histogram_of([u64::MAX, 0]);
    assert_eq!((largest.max(), largest.quantile(0.0), largest.sum()), (Some(u64::MAX), Some(0), u64::MAX));
    assert_eq!(place_of_number(u64::MAX).2.index, Some(512));
    let longest = histogram_of([Duration::MAX]);
    assert_eq!(longest.sum(), Duration::from_nanos(LONGEST), "one sample counts for 146 years at most");
    assert!(longest.max().unwrap() >= longest.sum());
    assert_eq!(histogram_of([Duration::ZERO]).max(), Some(Duration::ZERO));
}

#[test]
fn small_integers_are_exact() {
    for sample in 0..=14 {
        let (numbers, times) = (histogram_of([sample]), histogram_of([Duration::from_nanos(sample)]));
        assert_eq!((numbers.quantile(0.5), numbers.max()), (Some(sample), Some(sample)));
        let time = Some(Duration::from_nanos(sample));
        assert_eq!((times.quantile(0.5), times.max()), (time, time));
    }
}

#[test]
fn an_empty_one_has_no_quantile() {
    let empty = Histogram::<Duration>::default();
    assert_eq!((empty.count(), empty.sum()), (0, Duration::ZERO));
    assert_eq!((empty.max(), empty.mean(), empty.quantile(0.0), empty.quantile(1.0)), (None, None, None, None));
    assert_eq!(empty.buckets().count(), 0);
    let seen = Distribution::of(&empty);
    assert_eq!((seen.count(), seen.sum(), seen.max(), seen.quantile(0.5)), (0, 0.0, None, None));
}

#[test]
fn a_quantile_that_is_none_panics() {
    for q in [f64::NAN, -0.01, 1.01, f64::INFINITY] {
        for histogram in [Histogram::new(), histogram_of([3_u64])] {
            catch_unwind(|| histogram.quantile(q)).unwrap_err();
            catch_unwind(|| Distribution::of(&histogram).quantile(q)).unwrap_err();
        }
    }
}

#[test]
fn a_quantile_is_the_middle_of_its_bucket_to_the_nearest_integer() {
    for (bucket, middle) in [([18, 18, 19], 18), ([27, 28, 29], 28), ([30, 31, 32], 31)] {
        let seen = histogram_of::<u64>(bucket);
        assert_eq!((seen.buckets().count(), seen.quantile(0.5)), (1, Some(middle)));
    }
}

#[test]
fn a_mean_is_the_sum_over_the_count() {
    assert_eq!(histogram_of([1_u64, 2, 4]).mean(), Some(7.0 / 3.0));
}

#[test]
fn seconds_are_what_exporters_see() {
    let times = histogram_of([Duration::from_millis(250), Duration::from_millis(750)]);
    let seen = Distribution::of(&times);
    assert_eq!((seen.count(), seen.sum(), Distribution::SCHEMA), (2, 1.0, 3));
    let max = times.max().unwrap();
    assert!(max >= Duration::from_millis(750) && max <= Duration::from_millis(818));
    assert_eq!(seen.max(), Some(max.as_secs_f64()));
    assert_eq!(seen.quantile(0.5), times.quantile(0.5).map(|time| time.as_secs_f64()));
    assert_eq!(times.mean(), Some(Duration::from_millis(500)));
}

/// Uniform from 0 to 1, by the generator that is called `SplitMix64`.
fn random() -> impl FnMut() -> f64 {
    let mut state = 0_u64;
    move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Makes the next sample.
type Distributed = dyn FnMut() -> f64;

#[test]
fn quantiles_are_near_the_exact_ones() {
    const SAMPLES: usize = 1_000_000;
    let (mut a, mut b) = (random(), random());
    let distributions: [(&str, Box<Distributed>); 4] = [
        ("uniform", Box::new(move || 1e3 + 1e9 * a())),
        ("exponential", Box::new(move || 1e3 - 1e6 * (1.0 - b()).ln())),
        ("log-normal", {
            let mut random = random();
            Box::new(move || {
                // Twelve uniform numbers add up to a nearly normal one. (The C library's `cos` fails on an emulated
                // PowerPC.)
                let normal = (0..12).map(|_| random()).sum::<f64>() - 6.0;
                1e5 * (1.5 * normal).exp() + 20.0
            })
        }),
        ("two peaks", {
            let mut random = random();
            Box::new(move || if random() < 0.95 { 1e6 + 1e5 * random() } else { 2e9 + 1e8 * random() })
        }),
    ];
    for (name, mut sample) in distributions {
        let mut samples: Vec<u64> = (0..SAMPLES).map(|_| sample() as u64).collect();
        let numbers = histogram_of(samples.iter().copied());
        let times = histogram_of(samples.iter().copied().map(Duration::from_nanos));
        samples.sort_unstable();
        assert_eq!(numbers.sum(), samples.iter().sum::<u64>());
        for q in [0.0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.949, 0.951, 0.99, 0.999, 0.9999, 1.0] {
            let rank = (q * SAMPLES as f64).ceil() as usize;
            let exact = samples[rank.saturating_sub(1)] as f64;
            for found in [numbers.quantile(q).unwrap() as f64, times.quantile(q).unwrap().as_nanos() as f64] {
                let error = (found / exact - 1.0).abs();
                assert!(error < 0.045, "{name}: the quantile {q} is {found} instead of {exact}");
            }
        }
        let (max, largest) = (numbers.max().unwrap() as f64, samples[SAMPLES - 1] as f64);
        assert!((1.0..1.0906).contains(&(max / largest)), "{name}: the maximum is {max} instead of {largest}");
    }
}

#[test]
fn since_subtracts_unless_a_bucket_went_down() {
    let before = histogram_of([5_u64, 100, 1000]);
    let mut later = before.clone();
    later.record(7);
    later.record(100);
    assert_eq!(later.since(&before), histogram_of([7, 100]));
    assert_eq!(later.since(&Histogram::new()), later);
    // It restarted, and its sum has overtaken the earlier one.
    let restarted = histogram_of([u64::MAX / 2]);
    assert_eq!(restarted.since(&before), restarted);
    // A sum that wraps restarts nothing.
    let mut wrapped = histogram_of([u64::MAX]);
    let before = wrapped.clone();
    wrapped.record(3);
    assert_eq!((wrapped.sum(), wrapped.since(&before)), (2, histogram_of([3])));
}

#[test]
fn merge_adds_in_either_order() {
    let (a, b) = (histogram_of([0, 3_u64, u64::MAX]), histogram_of([3_u64, u64::MAX, 9]));
    let (mut ab, mut ba) = (a.clone(), b.clone());
    ab.merge(&b);
    ba.merge(&a);
    assert_eq!(ab, ba);
    assert_eq!(ab, histogram_of([0, 3, u64::MAX, 3, u64::MAX, 9]));
}

#[test]
fn debug_shows_count_and_quantiles() {
    assert_eq!(format!("{:?}", Histogram::<u64>::new()), "Histogram { count: 0 }");
    let histogram = histogram_of(1..=10_u64);
    assert_eq!(format!("{histogram:?}"), "Histogram { count: 10, p50: 5, p90: 9, p99: 10, max: 10 }");
    let seen = format!("{:?}", Distribution::of(&histogram));
    assert_eq!(seen, "Distribution { count: 10, p50: 5.0, p90: 9.0, p99: 10.0, max: 10.0 }");
}

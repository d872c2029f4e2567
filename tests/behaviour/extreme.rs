//! `#[max]` and `#[min]` fields.

use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, ExtremeValue, Max, Min};

#[derive(AtomicState)]
struct Latency {
    #[max(take = take_slowest)]
    slowest: Option<Duration>,
    #[min(take = take_fastest)]
    fastest: Option<Duration>,
    #[max]
    peak: u32,
    #[max]
    coldest_high: Option<i64>,
}

#[test]
fn there_is_none_until_the_first_sample() {
    let latency = LatencyState::new();
    assert_eq!((latency.slowest(), latency.fastest(), latency.coldest_high()), (None, None, None));
    assert_eq!(latency.peak(), 0);
}

#[test]
fn the_extremes_stay() {
    let latency = LatencyState::new();
    for milliseconds in [20, 10, 30, 15] {
        latency.record_slowest(Duration::from_millis(milliseconds));
        latency.record_fastest(Duration::from_millis(milliseconds));
        latency.record_peak(u32::try_from(milliseconds).unwrap());
    }
    assert_eq!(latency.slowest(), Some(Duration::from_millis(30)));
    assert_eq!(latency.fastest(), Some(Duration::from_millis(10)));
    assert_eq!(latency.peak(), 30);
}

#[test]
fn zero_and_negative_samples_are_samples() {
    let latency = LatencyState::new();
    latency.record_slowest(Duration::ZERO);
    latency.record_fastest(Duration::ZERO);
    latency.record_coldest_high(-5);
    assert_eq!(latency.slowest(), Some(Duration::ZERO));
    assert_eq!(latency.fastest(), Some(Duration::ZERO));
    assert_eq!(latency.coldest_high(), Some(-5));
}

#[test]
fn take_starts_anew() {
    let latency = LatencyState::new();
    latency.record_slowest(Duration::from_secs(1));
    latency.record_fastest(Duration::from_secs(1));
    assert_eq!(latency.take_slowest(), Some(Duration::from_secs(1)));
    assert_eq!(latency.take_fastest(), Some(Duration::from_secs(1)));
    assert_eq!((latency.slowest(), latency.fastest()), (None, None));
    latency.record_slowest(Duration::from_millis(1));
    assert_eq!(latency.slowest(), Some(Duration::from_millis(1)));
}

#[test]
fn no_sample_of_any_thread_is_lost() {
    for round in 0..200_u32 {
        let (max, min) = (Max::<Option<u32>>::new(), Min::<Option<u32>>::new());
        thread::scope(|scope| {
            for thread in 0..4 {
                let (max, min) = (&max, &min);
                scope.spawn(move || {
                    for sample in 0..50 {
                        max.record(round + sample * 4 + thread);
                        min.record(u32::MAX - (round + sample * 4 + thread));
                    }
                });
            }
        });
        assert_eq!(max.get(), Some(round + 199));
        assert_eq!(min.get(), Some(u32::MAX - (round + 199)));
    }
}

/// Reads back each value of `samples` from a fresh cell.
macro_rules! reads_back {
    ($($name:ident: $ty:ty, $neighbour:expr;)*) => {$(
        #[test]
        fn $name() {
            for sample in [<$ty>::MIN, <$ty>::MIN + 1, 0, 1, <$ty>::MAX / 2, <$ty>::MAX - 1, <$ty>::MAX] {
                let (max, min) = (Max::<Option<$ty>>::new(), Min::<Option<$ty>>::new());
                max.record(sample);
                min.record(sample);
                let expected = if sample == <$ty>::MAX { $neighbour } else { sample };
                assert_eq!((max.get(), min.get()), (Some(expected), Some(expected)));
            }
        }
    )*};
}

reads_back! {
    every_u8_reads_back: u8, u8::MAX;
    every_u16_reads_back: u16, u16::MAX;
    every_u32_reads_back: u32, u32::MAX;
    every_u64_but_the_largest_reads_back: u64, u64::MAX - 1;
    every_usize_but_the_largest_reads_back: usize, usize::MAX - 1;
    every_i8_reads_back: i8, i8::MAX;
    every_i16_reads_back: i16, i16::MAX;
    every_i32_reads_back: i32, i32::MAX;
    every_i64_but_the_largest_reads_back: i64, i64::MAX - 1;
    every_isize_but_the_largest_reads_back: isize, isize::MAX - 1;
}

#[test]
fn a_bare_maximum_reads_back_every_value() {
    let max: Max<u64> = Max::new();
    max.record(u64::MAX);
    assert_eq!(max.get(), u64::MAX);
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Celsius(i16);

impl ExtremeValue for Celsius {
    type Int = i16;

    fn into_int(self) -> i16 {
        self.0
    }

    fn from_int(int: i16) -> Self {
        Self(int)
    }
}

type Warmest = Option<Celsius>;

#[derive(AtomicState)]
struct Weather {
    #[max]
    warmest: Warmest,
    #[min]
    coldest: Option<Celsius>,
}

#[test]
fn newtypes_and_aliases_are_samples() {
    let weather = WeatherState::new();
    weather.record_warmest(Celsius(-3));
    weather.record_coldest(Celsius(-3));
    weather.record_coldest(Celsius(-30));
    let seen = weather.snapshot();
    assert_eq!((seen.warmest, seen.coldest), (Some(Celsius(-3)), Some(Celsius(-30))));
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Extremes {
    #[max]
    longest: Option<Duration>,
    #[min]
    shortest: Option<Duration>,
    #[max]
    longest_bare: Duration,
    #[max]
    largest: Option<u64>,
}

/// Durations beyond 2⁶⁴ − 1 nanoseconds and the largest integers are more than a cell can tell apart.
#[test]
fn the_longest_samples_merge_alike_live_and_plain_and_in_either_order() {
    let times = [Duration::ZERO, Duration::from_nanos(u64::MAX - 1), Duration::from_nanos(u64::MAX), Duration::MAX];
    let extremes = times.into_iter().zip([0, 1, u64::MAX - 1, u64::MAX]).map(|(time, number)| Extremes {
        longest: Some(time),
        shortest: Some(time),
        longest_bare: time,
        largest: Some(number),
    });
    let extremes: Vec<_> = extremes.chain([Extremes::default()]).collect();
    for one in &extremes {
        for other in &extremes {
            let merged = |first: &Extremes, second: &Extremes| {
                let mut merged = first.clone();
                AtomicState::merge(&mut merged, second);
                merged
            };
            let live = ExtremesState::from(one.clone());
            live.merge(other);
            assert_eq!(merged(one, other), live.snapshot(), "{one:?} {other:?}");
            assert_eq!(merged(one, other), merged(other, one));
        }
    }
}

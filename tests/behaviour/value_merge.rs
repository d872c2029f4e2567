//! What `merge` does with `#[value]` fields.

use std::time::Duration;

use atomic_state::{AtomicState, StoredValue};

use super::value::{Celsius, Mode};

#[derive(AtomicState, Clone, Copy, Debug)]
struct Merged {
    #[value]
    signed: i32,
    #[value]
    float: f64,
    #[value]
    small: Option<f32>,
    #[value]
    optional: Option<i8>,
    #[value]
    mode: Mode,
    #[value]
    on: bool,
    #[value]
    time: Duration,
    #[value]
    own: Celsius,
}

impl Merged {
    const SMALL: Self = Self {
        signed: -5,
        float: f64::NEG_INFINITY,
        small: None,
        optional: None,
        mode: Mode::Normal,
        on: false,
        time: Duration::ZERO,
        own: Celsius(-7),
    };
    const LARGE: Self = Self {
        signed: -4,
        float: -1.0,
        small: Some(f32::NEG_INFINITY),
        optional: Some(i8::MIN),
        mode: Mode::Down,
        on: true,
        time: Duration::from_nanos(1),
        own: Celsius(-6),
    };
    const LARGEST: Self = Self {
        signed: i32::MAX,
        float: f64::NAN,
        small: Some(f32::NAN),
        optional: Some(0),
        mode: Mode::Down,
        on: true,
        time: Duration::from_nanos(1 << 62),
        own: Celsius(i16::MAX),
    };

    /// As it is kept, since a NaN is equal to nothing.
    fn shown(&self) -> String {
        format!("{self:?}")
    }
}

#[test]
fn a_plain_and_a_live_merge_keep_the_larger_in_either_order() {
    let all = [Merged::SMALL, Merged::LARGE, Merged::LARGEST];
    for (place, one) in all.iter().enumerate() {
        for (other_place, other) in all.iter().enumerate() {
            let mut plain = *one;
            plain.merge(other);
            let live = MergedState::from(*one);
            live.merge(other);
            let larger = all[place.max(other_place)];
            assert_eq!(plain.shown(), larger.shown());
            assert_eq!(live.snapshot().shown(), larger.shown());
        }
    }
    assert_eq!((-0.0_f64).larger(0.0).to_bits(), 0.0_f64.to_bits(), "by `total_cmp`");
    assert_eq!(0.0_f64.larger(-0.0).to_bits(), 0.0_f64.to_bits(), "by `total_cmp`");
}

/// A `Duration` that is too long is kept as the longest, and so it is in a plain struct that was merged.
#[test]
fn plain_and_live_merges_agree_on_durations_that_are_too_long() {
    #[derive(AtomicState, Clone, Debug, PartialEq)]
    struct Timeout {
        #[value]
        always: Duration,
        #[value]
        sometimes: Option<Duration>,
    }

    let longest = Duration::from_nanos(1 << 62);
    let all = [None, Some(longest), Some(longest + Duration::from_secs(1)), Some(Duration::MAX)];
    let all = all.map(|time| Timeout { always: time.unwrap_or_default(), sometimes: time });
    for (one, other) in all.iter().flat_map(|one| all.iter().map(move |other| (one, other))) {
        let (mut plain, live) = (one.clone(), TimeoutState::from(one.clone()));
        plain.merge(other);
        live.merge(other);
        assert_eq!(plain, live.snapshot(), "{one:?} and {other:?}");
    }
}

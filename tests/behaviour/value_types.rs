//! Last values of each type: every bit comes back.

use std::time::Duration;

use atomic_state::{LastValue, StoredValue, Variants};

use super::value::{Celsius, Mode};

/// Every way into a cell gives the value back, whatever was there before.
fn comes_back<T: StoredValue + PartialEq + std::fmt::Debug>(values: &[T]) {
    let is_same = |left: T, right: T| assert_eq!(left.into_int(), right.into_int(), "{left:?} as {right:?}");
    for value in values.iter().copied() {
        let cell = LastValue::<T>::new();
        cell.set(value);
        is_same(cell.get(), value);
        is_same(LastValue::<T>::from(value).get(), value);
        for other in values.iter().copied() {
            is_same(cell.swap(other), value);
            is_same(
                cell.update(|before| {
                    is_same(before, other);
                    value
                }),
                other,
            );
        }
    }
}

macro_rules! integers {
    ($($int:ident)*) => {
        $(comes_back::<$int>(&[$int::MIN, $int::MIN + 1, 0, 1, $int::MAX / 2, $int::MAX - 1, $int::MAX]);)*
    };
}

macro_rules! optional_integers {
    ($($int:ident)*) => {
        $(comes_back::<Option<$int>>(&[
            None, Some($int::MIN), Some($int::MIN + 1), Some(0), Some(1), Some($int::MAX - 1), Some($int::MAX),
        ]);)*
    };
}

#[test]
fn every_integer_comes_back() {
    integers!(u8 u16 u32 u64 usize i8 i16 i32 i64 isize);
    optional_integers!(u8 u16 u32 i8 i16 i32);
}

#[test]
fn every_bit_of_a_float_comes_back() {
    let payload = f64::from_bits(0x7ff0_0000_dead_beef);
    assert!(payload.is_nan());
    let cell = LastValue::<f64>::new();
    for value in [payload, -payload, f64::NAN, -0.0, 0.0, 5e-324, f64::MIN, f64::MAX, f64::INFINITY, f64::NEG_INFINITY]
    {
        cell.set(value);
        assert_eq!(cell.get().to_bits(), value.to_bits());
    }
    let payload = f32::from_bits(0x7f80_beef);
    let cells = (LastValue::<f32>::new(), LastValue::<Option<f32>>::new());
    for value in [payload, -payload, f32::from_bits(u32::MAX), -0.0, 0.0, 1e-45, f32::MIN, f32::MAX, f32::INFINITY] {
        cells.0.set(value);
        cells.1.set(Some(value));
        assert_eq!(cells.0.get().to_bits(), value.to_bits());
        assert_eq!(cells.1.get().map(f32::to_bits), Some(value.to_bits()));
    }
}

#[test]
fn booleans_enums_and_own_types_come_back() {
    comes_back(&[false, true]);
    comes_back(&[None, Some(false), Some(true)]);
    comes_back(Mode::ALL);
    comes_back(&[None, Some(Mode::Normal), Some(Mode::ReadOnly), Some(Mode::Down)]);
    comes_back(&[Celsius(i16::MIN), Celsius(-1), Celsius(i16::MAX)]);
}

#[test]
fn a_duration_comes_back_up_to_146_years() {
    let longest = Duration::from_nanos(1 << 62);
    let all = [Duration::ZERO, Duration::from_nanos(1), Duration::from_nanos((1 << 62) - 1), longest];
    comes_back(&all);
    comes_back(&[None, Some(Duration::ZERO), Some(longest)]);
    let cells = (LastValue::<Duration>::new(), LastValue::<Option<Duration>>::new());
    for longer in [longest + Duration::from_nanos(1), Duration::from_nanos(u64::MAX), Duration::MAX] {
        cells.0.set(longer);
        cells.1.set(Some(longer));
        assert_eq!((cells.0.get(), cells.1.get()), (longest, Some(longest)));
    }
}

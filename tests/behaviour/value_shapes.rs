//! `#[value]` fields that are several, generic, or in a struct `per_thread`.

#[cfg(feature = "per-thread")]
use std::thread;

use atomic_state::{AtomicState, ByVariant, StoredValue};

use super::value::Mode;

#[test]
fn several_values_stand_in_one_field() {
    #[derive(AtomicState, Debug, PartialEq)]
    struct Zones {
        #[value(update = change_gain)]
        gain: [f32; 2],
        #[value(take = take_override)]
        overrides: ByVariant<Mode, Option<u8>>,
    }

    static ZONES: ZonesState = ZonesState::new();
    ZONES.set_gain(1, 0.5);
    assert_eq!(ZONES.change_gain(1, |gain| gain * 4.0).to_bits(), 0.5_f32.to_bits());
    ZONES.set_overrides(Mode::Down, Some(3));
    assert_eq!(ZONES.snapshot().gain.map(f32::to_bits), [0.0_f32, 2.0].map(f32::to_bits));
    assert_eq!(ZONES.take_override(Mode::Down), Some(3));
    assert_eq!(ZONES.overrides(Mode::Down), None);
}

#[test]
fn parameters_pass_through() {
    #[derive(AtomicState)]
    struct Generic<T: StoredValue, U>
    where
        Option<U>: StoredValue,
    {
        #[value(update = change)]
        last: T,
        #[value]
        optional: Option<U>,
    }

    let state = GenericState::<f64, bool>::new();
    state.change(|last| last + 1.0);
    state.set_optional(Some(true));
    let seen = state.snapshot();
    assert_eq!((seen.last.to_bits(), seen.optional), (1.0_f64.to_bits(), Some(true)));
}

#[cfg(feature = "per-thread")]
#[test]
fn a_value_stays_in_one_place_in_a_struct_per_thread() {
    #[derive(AtomicState, Debug, PartialEq)]
    #[atomic_state(per_thread)]
    struct Pool {
        #[counter]
        jobs: u64,
        #[value(swap = swap_limit)]
        limit: i8,
    }

    let pool = PoolState::new();
    thread::scope(|scope| {
        scope.spawn(|| pool.set_limit(-3));
    });
    pool.record_jobs(1);
    assert_eq!(pool.snapshot(), Pool { jobs: 1, limit: -3 });
    assert_eq!((pool.local().swap_limit(5), pool.take().limit, pool.limit()), (-3, 5, 5));
}

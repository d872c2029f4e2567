//! An index past the end: each method of each kind panics at its caller's line, and nothing is recorded anywhere.

use std::sync::Arc;
use std::time::Duration;

use atomic_state::{AtomicState, Histogram};

use super::several_shapes::line_of_panic;

/// Calls each method, one on each line below the first, and expects it to panic at its line.
macro_rules! each_panics {
    ($($call:expr;)*) => {{
        let mut line = line!();
        $(
            line += 1;
            assert_eq!(line_of_panic(|| { let _ = $call; }), line, stringify!($call));
        )*
        assert!(line > line!());
    }};
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Inner {
    #[counter]
    hits: u64,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct All {
    #[counter(increment = count, fetch = draw, take = take_counter)]
    counter: [u64; 2],
    #[flag(clear = clear_flag, try_set = try_set_flag, try_clear = try_clear_flag)]
    flag: [bool; 2],
    #[gauge(set = set_gauge, increment = up, decrement = down, fetch = fetch_gauge)]
    gauge: [u32; 2],
    #[gauge(guard = enter, guard_by = enter_by, try_guard = try_enter, owned_guard = enter_owned)]
    guarded: [u32; 2],
    #[max(take = take_max)]
    max: [Option<u32>; 2],
    #[min(take = take_min)]
    min: [Option<u32>; 2],
    #[histogram(take = take_histogram, timer = time)]
    histogram: [Histogram<Duration>; 2],
    #[value(swap = swap_value, update = change_value, take = take_value)]
    value: [Option<u32>; 2],
    #[nested]
    nested: [Inner; 2],
}

#[test]
fn every_method_panics_at_its_caller_and_records_nothing() {
    let state = Arc::new(AllState::new());
    for index in [2, usize::MAX] {
        each_panics! {
            state.record_counter(index, 1);
            state.counter(index);
            state.count(index);
            state.draw(index, 1);
            state.take_counter(index);
        }
        each_panics! {
            state.set_flag(index);
            state.flag(index);
            state.clear_flag(index);
            state.try_set_flag(index);
            state.try_clear_flag(index);
        }
        each_panics! {
            state.add_gauge(index, 1);
            state.sub_gauge(index, 1);
            state.gauge(index);
            state.set_gauge(index, 1);
            state.up(index);
            state.down(index);
            state.fetch_gauge(index, 1);
        }
        each_panics! {
            state.enter(index);
            state.enter_by(index, 1);
            state.try_enter(index, 1);
            state.enter_owned(index);
        }
        each_panics! {
            state.record_max(index, 1);
            state.max(index);
            state.take_max(index);
            state.record_min(index, 1);
            state.min(index);
            state.take_min(index);
        }
        each_panics! {
            state.record_histogram(index, Duration::ZERO);
            state.histogram(index);
            state.take_histogram(index);
            state.time(index);
        }
        each_panics! {
            state.set_value(index, Some(1));
            state.value(index);
            state.swap_value(index, Some(1));
            state.change_value(index, |_| unreachable!("there is no such value"));
            state.take_value(index);
            state.nested(index).record_hits(1);
        }
    }
    assert_eq!(state.snapshot(), All::default());
}

#[cfg(feature = "per-thread")]
#[test]
fn so_does_every_method_of_a_block() {
    #[derive(AtomicState, Clone, Debug, Default, PartialEq)]
    #[atomic_state(per_thread)]
    struct Shares {
        #[counter(increment = count, take = take_counter)]
        counter: [u64; 2],
        #[gauge(per_thread)]
        gauge: [u32; 2],
        #[max(take = take_max)]
        max: [Option<u32>; 2],
        #[histogram(take = take_histogram, timer = time)]
        histogram: [Histogram<Duration>; 2],
        #[counter(shared)]
        shared: [u64; 2],
    }

    let state = SharesState::new();
    let local = state.local();
    for index in [2, usize::MAX] {
        each_panics! {
            state.record_counter(index, 1);
            state.count(index);
            state.counter(index);
            state.take_counter(index);
            state.add_gauge(index, 1);
            state.sub_gauge(index, 1);
            state.gauge(index);
            state.record_max(index, 1);
            state.max(index);
            state.take_max(index);
            state.record_histogram(index, Duration::ZERO);
            state.histogram(index);
            state.take_histogram(index);
            state.time(index);
            state.record_shared(index, 1);
        }
        each_panics! {
            local.record_counter(index, 1);
            local.count(index);
            local.add_gauge(index, 1);
            local.record_max(index, 1);
            local.record_histogram(index, Duration::ZERO);
            local.time(index);
        }
        each_panics! {
            state.event(|event| event.record_counter(index, 1));
            state.event(|event| event.count(index));
            state.event(|event| event.record_max(index, 1));
            state.event(|event| event.record_histogram(index, Duration::ZERO));
        }
    }
    assert_eq!(state.snapshot(), Shares::default());
    state.event(|event| event.count(1));
    assert_eq!(state.take().counter, [0, 1], "no event was left open");
}

//! Four counters that one event adds to.

use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use atomic_state::AtomicState;
use fast_telemetry::{CounterSet, CounterSetBuffer};
use metriken::ShardedCounterGroup;

use crate::measure::{Contender, Outcome, compare_on_threads, repeat, targets};

#[derive(AtomicState)]
struct Shared {
    #[counter]
    requests: u64,
    #[counter]
    bytes: u64,
    #[counter]
    hits: u64,
    #[counter]
    retries: u64,
}

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct PerThread {
    #[counter]
    requests: u64,
    #[counter]
    bytes: u64,
    #[counter]
    hits: u64,
    #[counter]
    retries: u64,
}

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct WithMax {
    #[counter]
    requests: u64,
    #[counter]
    bytes: u64,
    #[counter]
    hits: u64,
    #[max]
    largest: u64,
}

const SHARDS: usize = 64;
/// How many events fast-telemetry's buffer holds back, as its documentation has it.
const BUFFERED: usize = 64;

/// The four records of an event, of any state that has them.
macro_rules! record {
    ($state:expr, $amount:ident) => {{
        $state.record_requests($amount);
        $state.record_bytes($amount);
        $state.record_hits($amount);
        $state.record_retries($amount);
    }};
}

pub(crate) fn run() {
    let [one, two] = compare_on_threads("Four counters an event", |threads| {
        vec![
            Contender::on_threads("local", threads, PerThreadState::new(), |state, times| {
                let local = state.local();
                repeat(times, |amount| record!(black_box(&local), amount));
            }),
            Contender::on_threads("per_thread", threads, PerThreadState::new(), |state, times| {
                repeat(times, |amount| record!(state, amount));
            }),
            Contender::on_threads("local, an event", threads, PerThreadState::new(), |state, times| {
                let local = state.local();
                repeat(times, |amount| black_box(&local).event(|event| record!(event, amount)));
            }),
            Contender::on_threads("per_thread, an event", threads, PerThreadState::new(), |state, times| {
                repeat(times, |amount| state.event(|event| record!(event, amount)));
            }),
            Contender::on_threads(
                "per_thread, an event with a maximum",
                threads,
                WithMaxState::new(),
                |state, times| {
                    repeat(times, |amount| {
                        state.event(|event| {
                            event.record_requests(amount);
                            event.record_bytes(amount);
                            event.record_hits(amount);
                            event.record_largest(amount);
                        });
                    });
                },
            ),
            Contender::on_threads("derived, shared", threads, SharedState::new(), |state, times| {
                repeat(times, |amount| record!(state, amount));
            }),
            Contender::on_threads(
                "4 `AtomicU64`, by hand",
                threads,
                [const { AtomicU64::new(0) }; 4],
                |state, times| {
                    repeat(times, |amount| {
                        for counter in state {
                            counter.fetch_add(amount, Relaxed);
                        }
                    });
                },
            ),
            Contender::on_threads("fast-telemetry, `add_values`", threads, CounterSet::new(SHARDS, 4), |set, times| {
                repeat(times, |amount| set.add_values(&[amount; 4]));
            }),
            Contender::on_threads("fast-telemetry, buffered", threads, CounterSet::new(SHARDS, 4), |set, times| {
                let mut buffer = CounterSetBuffer::new(set, BUFFERED);
                repeat(times, |amount| buffer.add_values(&[amount; 4]));
            }),
            Contender::on_threads("metriken, sharded", threads, ShardedCounterGroup::new(4), |group, times| {
                repeat(times, |amount| {
                    for counter in 0..4 {
                        group.add(counter, amount);
                    }
                });
            }),
        ]
    });
    let ratio = |outcome: &Outcome, to: &str| outcome.of("fast-telemetry, `add_values`") / outcome.of(to);
    targets(&[
        ("fast-telemetry `add_values` / local, 1 thread", ratio(&one, "local"), "≥ 4"),
        ("fast-telemetry `add_values` / local, 2 threads", ratio(&two, "local"), "≥ 4"),
        ("fast-telemetry `add_values` / per_thread, 1 thread", ratio(&one, "per_thread"), "≥ 2.5"),
        ("fast-telemetry `add_values` / per_thread, 2 threads", ratio(&two, "per_thread"), "≥ 2.5"),
        ("an event / four records, 1 thread", one.of("per_thread, an event") / one.of("per_thread"), "≤ 0.9"),
        ("an event / four records, through local, 1 thread", one.of("local, an event") / one.of("local"), "≤ 1.6"),
    ]);
}

//! One counter that all threads add to.

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use atomic_state::AtomicState;
use contatori::counters::unsigned::Unsigned;
use metriken::ShardedCounterGroup;

use crate::measure::{Contender, Outcome, medians, repeat, table, targets};
use crate::plot;

#[derive(AtomicState)]
struct Shared {
    #[counter]
    bytes: u64,
}

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct PerThread {
    #[counter]
    bytes: u64,
}

/// As many as the sharded crates are given: more than there are threads.
const SHARDS: usize = 64;
const THREADS: [usize; 4] = [1, 2, 4, 8];

pub(crate) fn run() {
    let outcomes = THREADS.map(|threads| medians(contenders(threads)));
    let heads = ["1 thread", "2 threads", "4 threads", "8 threads"];
    let columns: Vec<_> = heads.into_iter().zip(&outcomes).collect();
    table("One counter, time of a record", &columns);
    targets(&ratios(&outcomes[0], &outcomes[1]));
    plot::lines("one_counter.svg", &THREADS, &outcomes);
}

fn contenders(threads: usize) -> Vec<Contender<'static>> {
    /// Adds through a reference to what is shared.
    macro_rules! adds {
        ($($name:literal: $shared:expr, |$state:ident, $amount:ident: $int:ty| $add:expr;)*) => {
            vec![$(
                Contender::on_threads($name, threads, $shared, |$state, times| {
                    repeat(times, |$amount: $int| { let _ = $add; });
                }),
            )*]
        };
    }

    let mut contenders = adds! {
        "per_thread": PerThreadState::new(), |state, amount: u64| state.record_bytes(amount);
        "derived, shared": SharedState::new(), |state, amount: u64| state.record_bytes(amount);
        "`AtomicU64`, by hand": AtomicU64::new(0), |state, amount: u64| state.fetch_add(amount, Relaxed);
        "`std::sync::Mutex`": std::sync::Mutex::new(0_u64), |state, amount: u64| *state.lock().unwrap() += amount;
        "`parking_lot::Mutex`": parking_lot::Mutex::new(0_u64), |state, amount: u64| *state.lock() += amount;
        "prometheus-client": prometheus_client::metrics::counter::Counter::<u64>::default(),
            |state, amount: u64| state.inc_by(amount);
        "metrics": metrics::Counter::from_arc(Arc::new(AtomicU64::new(0))),
            |state, amount: u64| state.increment(amount);
        "measured": measured::Counter::new(), |state, amount: u64| state.get_metric().inc_by(amount);
        "vise": vise::Counter::<u64>::default(), |state, amount: u64| state.inc_by(amount);
        "fast-telemetry": fast_telemetry::Counter::new(SHARDS), |state, amount: isize| state.add(amount);
        "contatori": Unsigned::new(), |state, amount: usize| state.add(amount);
        "metriken, sharded": ShardedCounterGroup::new(1), |state, amount: u64| state.add(0, amount);
    };
    contenders.push(Contender::on_threads("local", threads, PerThreadState::new(), |state, times| {
        let local = state.local();
        repeat(times, |amount| black_box(&local).record_bytes(amount));
    }));
    contenders.push(Contender::on_threads("`u64 +=`, each thread its own", threads, (), |(), times| {
        let mut sum = 0;
        repeat(times, |amount: u64| *black_box(&mut sum) += amount);
    }));
    contenders
}

fn ratios(one: &Outcome, two: &Outcome) -> Vec<(&'static str, f64, &'static str)> {
    let sharded = |outcome: &Outcome| {
        ["fast-telemetry", "contatori", "metriken, sharded"]
            .map(|name| outcome.of(name))
            .into_iter()
            .fold(f64::MAX, f64::min)
    };
    let (atomic, plain) = ("`AtomicU64`, by hand", "`u64 +=`, each thread its own");
    vec![
        ("derived, shared / atomic by hand, 1 thread", one.of("derived, shared") / one.of(atomic), "≤ 1.05"),
        ("atomic by hand / per_thread, 2 threads", two.of(atomic) / two.of("per_thread"), "≥ 5"),
        ("`std::sync::Mutex` / per_thread, 2 threads", two.of("`std::sync::Mutex`") / two.of("per_thread"), "≥ 15"),
        ("best sharded crate / per_thread, 1 thread", sharded(one) / one.of("per_thread"), "≥ 2"),
        ("best sharded crate / per_thread, 2 threads", sharded(two) / two.of("per_thread"), "≥ 2"),
        ("per_thread / `u64 +=`, 1 thread", one.of("per_thread") / one.of(plain), "≤ 2.1"),
        ("local / `u64 +=`, 1 thread", one.of("local") / one.of(plain), "≤ 1.2"),
    ]
}

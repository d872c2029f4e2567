//! A histogram that all threads record in.

use std::hint::black_box;
use std::sync::{Arc, Barrier, Mutex};
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, Histogram};
use histogram::AtomicHistogram;
use prometheus_client::metrics::histogram::{Histogram as Observed, exponential_buckets};

use crate::measure::{Contender, Outcome, compare, medians, repeat, samples, table, targets};
use crate::plot;

/// A sample as prometheus-client takes it.
#[allow(clippy::cast_precision_loss, reason = "the nearest number falls into the same bucket or the next")]
fn as_float(sample: u64) -> f64 {
    sample as f64
}

#[derive(AtomicState)]
struct Shared {
    #[histogram]
    sizes: Histogram<u64>,
    #[histogram]
    latency: Histogram<Duration>,
}

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct PerThread {
    #[histogram]
    sizes: Histogram<u64>,
}

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Times {
    #[histogram]
    latency: Histogram<Duration>,
}

const THREADS: [usize; 4] = [1, 2, 4, 8];

/// As those of this crate: eight buckets to a power of two, over all of 64 bits.
const GROUPING: u8 = 3;
const BITS: u8 = 64;

pub(crate) fn run() {
    let outcomes = THREADS.map(|threads| medians(contenders(threads)));
    let heads = ["1 thread", "2 threads", "4 threads", "8 threads"];
    let columns: Vec<_> = heads.into_iter().zip(&outcomes).collect();
    table("A histogram, time of a record", &columns);
    targets(&ratios(&outcomes[0], &outcomes[1]));
    plot::lines("histogram.svg", &THREADS, &outcomes);
    reading();
}

fn contenders(threads: usize) -> Vec<Contender<'static>> {
    /// Records through a reference to what is shared.
    macro_rules! records {
        ($($name:literal: $shared:expr, |$state:ident, $sample:ident| $record:expr;)*) => {
            vec![$(
                Contender::on_threads($name, threads, $shared, |$state, times| {
                    samples(times, |$sample| { let _ = $record; });
                }),
            )*]
        };
    }

    let hdr = hdrhistogram::Histogram::<u64>::new_with_max(u64::MAX, 2).expect("the bounds are right");
    let mut contenders = records! {
        "per_thread": PerThreadState::new(), |state, sample| state.record_sizes(sample);
        "per_thread, `Duration`": TimesState::new(),
            |state, sample| state.record_latency(Duration::from_nanos(sample));
        "derived, shared": SharedState::new(), |state, sample| state.record_sizes(sample);
        "derived, shared, `Duration`": SharedState::new(),
            |state, sample| state.record_latency(Duration::from_nanos(sample));
        "prometheus-client": Observed::new(exponential_buckets(1.0, 2.0, 32)),
            |state, sample| state.observe(as_float(sample));
        "metriken": metriken::AtomicCounterHistogram::new(GROUPING, BITS), |state, sample| state.increment(sample);
        "`histogram`": AtomicHistogram::new(GROUPING, BITS).expect("the bounds are right"),
            |state, sample| state.increment(sample);
        "hdrhistogram, in a `Mutex`": Mutex::new(hdr), |state, sample| state.lock().unwrap().record(sample);
    };
    contenders.push(Contender::on_threads("local", threads, PerThreadState::new(), |state, times| {
        let local = state.local();
        samples(times, |sample| black_box(&local).record_sizes(sample));
    }));
    contenders
}

fn ratios(one: &Outcome, two: &Outcome) -> Vec<(&'static str, f64, &'static str)> {
    let ratio = |outcome: &Outcome, other| outcome.of(other) / outcome.of("per_thread");
    vec![
        ("prometheus-client / per_thread, 1 thread", ratio(one, "prometheus-client"), "≥ 2"),
        ("prometheus-client / per_thread, 2 threads", ratio(two, "prometheus-client"), "≥ 10"),
        ("`histogram` / per_thread, 1 thread", ratio(one, "`histogram`"), "≥ 1"),
        ("`histogram` / per_thread, 2 threads", ratio(two, "`histogram`"), "≥ 3"),
    ]
}

/// A state in which so many threads have recorded, all at the same time.
fn recorded_by(threads: usize) -> PerThreadState {
    let (state, barrier) = (PerThreadState::new(), Barrier::new(threads));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                samples(10_000, |sample| state.record_sizes(sample));
                barrier.wait();
            });
        }
    });
    state
}

/// What it costs to read a histogram.
fn reading() {
    let shared = SharedState::new();
    samples(10_000, |sample| shared.record_sizes(sample));
    let mut reads = vec![Contender::on_threads("derived, shared", 1, &shared, |state, times| {
        repeat(times, |_: u64| _ = black_box(state.sizes()));
    })];
    for (threads, snapshot, take, get) in [
        (1, "snapshot, 1 thread's block", "take, 1 thread's block", "getter, 1 thread's block"),
        (8, "snapshot, 8 threads' blocks", "take, 8 threads' blocks", "getter, 8 threads' blocks"),
        (64, "snapshot, 64 threads' blocks", "take, 64 threads' blocks", "getter, 64 threads' blocks"),
    ] {
        let state = Arc::new(recorded_by(threads));
        reads.push(Contender::on_threads(snapshot, 1, Arc::clone(&state), |state, times| {
            repeat(times, |_: u64| _ = black_box(state.snapshot()));
        }));
        reads.push(Contender::on_threads(get, 1, Arc::clone(&state), |state, times| {
            repeat(times, |_: u64| _ = black_box(state.sizes()));
        }));
        reads.push(Contender::on_threads(take, 1, state, |state, times| {
            repeat(times, |_: u64| _ = black_box(state.take()));
        }));
    }
    let read = compare("Reading a histogram", reads);
    targets(&[("a snapshot of 8 threads' blocks, in µs", read.of("snapshot, 8 threads' blocks") / 1e3, "≤ 10")]);
}

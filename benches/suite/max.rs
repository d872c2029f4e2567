//! The largest of many samples. Few samples are a new maximum.

use std::hint::black_box;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use atomic_state::AtomicState;
use contatori::counters::maximum::Maximum;

use crate::measure::{Contender, compare_on_threads, samples};

#[derive(AtomicState)]
struct Shared {
    #[max]
    largest: u64,
}

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct PerThread {
    #[max]
    largest: u64,
}

pub(crate) fn run() {
    compare_on_threads("A sample of a maximum", |threads| {
        vec![
            Contender::on_threads("per_thread", threads, PerThreadState::new(), |state, times| {
                samples(times, |sample| state.record_largest(sample));
            }),
            Contender::on_threads("local", threads, PerThreadState::new(), |state, times| {
                let local = state.local();
                samples(times, |sample| black_box(&local).record_largest(sample));
            }),
            Contender::on_threads("derived, shared", threads, SharedState::new(), |state, times| {
                samples(times, |sample| state.record_largest(sample));
            }),
            Contender::on_threads(
                "a load, and `fetch_max` if it is larger, by hand",
                threads,
                AtomicU64::new(0),
                |largest, times| {
                    samples(times, |sample| {
                        if largest.load(Relaxed) < sample {
                            largest.fetch_max(sample, Relaxed);
                        }
                    });
                },
            ),
            Contender::on_threads("`fetch_max` each time, by hand", threads, AtomicU64::new(0), |largest, times| {
                samples(times, |sample| {
                    largest.fetch_max(sample, Relaxed);
                });
            }),
            Contender::on_threads("contatori", threads, Maximum::new(), |largest, times| {
                samples(times, |sample| largest.observe(usize::try_from(sample).unwrap_or(0)));
            }),
            Contender::on_threads("`std::sync::Mutex`", threads, Mutex::new(0), |largest, times| {
                samples(times, |sample| {
                    let mut largest = largest.lock().unwrap();
                    *largest = sample.max(*largest);
                });
            }),
        ]
    });
}

//! One more in a gauge for as long as a guard lives.

use std::hint::black_box;
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};

use atomic_state::AtomicState;

use crate::measure::{Contender, compare_on_threads, repeat};

#[derive(AtomicState)]
struct Shared {
    #[gauge(guard = enter)]
    in_flight: i64,
}

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct PerThread {
    #[gauge(guard = enter)]
    in_flight: i64,
}

struct ByHand<'a>(&'a AtomicI64);

impl Drop for ByHand<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Relaxed);
    }
}

pub(crate) fn run() {
    compare_on_threads("A gauge's guard, made and dropped", |threads| {
        vec![
            Contender::on_threads("per_thread", threads, PerThreadState::new(), |state, times| {
                repeat(times, |_: u64| drop(black_box(state.enter())));
            }),
            Contender::on_threads("derived, shared", threads, SharedState::new(), |state, times| {
                repeat(times, |_: u64| drop(black_box(state.enter())));
            }),
            Contender::on_threads("`AtomicI64`, by hand", threads, AtomicI64::new(0), |level, times| {
                repeat(times, |_: u64| {
                    level.fetch_add(1, Relaxed);
                    drop(black_box(ByHand(level)));
                });
            }),
            Contender::on_threads("vise", threads, vise::Gauge::<i64>::default(), |gauge, times| {
                repeat(times, |_: u64| drop(black_box(gauge.inc_guard(1))));
            }),
        ]
    });
}

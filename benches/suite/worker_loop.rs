//! The loop of a worker: a record, and a look at the stop flag.

use std::hint::black_box;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Acquire, Ordering::Relaxed, Ordering::SeqCst};

use atomic_state::AtomicState;

use crate::measure::{Contender, compare_on_threads, repeat};

#[derive(AtomicState)]
struct Shared {
    #[counter]
    bytes: u64,
    #[flag]
    stop: bool,
}

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct PerThread {
    #[counter]
    bytes: u64,
    #[flag]
    stop: bool,
}

pub(crate) fn run() {
    compare_on_threads("A record and a look at the stop flag", |threads| {
        vec![
            Contender::on_threads("per_thread", threads, PerThreadState::new(), |state, times| {
                repeat(times, |amount| {
                    state.record_bytes(amount);
                    black_box(state.stop());
                });
            }),
            Contender::on_threads("local", threads, PerThreadState::new(), |state, times| {
                let local = state.local();
                repeat(times, |amount| {
                    black_box(&local).record_bytes(amount);
                    black_box(local.stop());
                });
            }),
            Contender::on_threads("derived, shared", threads, SharedState::new(), |state, times| {
                repeat(times, |amount| {
                    state.record_bytes(amount);
                    black_box(state.stop());
                });
            }),
            Contender::on_threads(
                "`AtomicU64` and `AtomicBool`, by hand",
                threads,
                (AtomicU64::new(0), AtomicBool::new(false)),
                |(bytes, stop), times| {
                    repeat(times, |amount| {
                        bytes.fetch_add(amount, Relaxed);
                        black_box(stop.load(Acquire));
                    });
                },
            ),
            Contender::on_threads(
                "`AtomicU64` and `AtomicBool`, all `SeqCst`",
                threads,
                (AtomicU64::new(0), AtomicBool::new(false)),
                |(bytes, stop), times| {
                    repeat(times, |amount| {
                        bytes.fetch_add(amount, SeqCst);
                        black_box(stop.load(SeqCst));
                    });
                },
            ),
            Contender::on_threads(
                "`Mutex<u64>` and `AtomicBool`",
                threads,
                (Mutex::new(0), AtomicBool::new(false)),
                |(bytes, stop), times| {
                    repeat(times, |amount: u64| {
                        *bytes.lock().unwrap() += amount;
                        black_box(stop.load(Relaxed));
                    });
                },
            ),
            Contender::on_threads("`Mutex` of both", threads, Mutex::new((0, false)), |both, times| {
                repeat(times, |amount: u64| {
                    both.lock().unwrap().0 += amount;
                    black_box(both.lock().unwrap().1);
                });
            }),
        ]
    });
}

//! The share of its time that a thread waits for a second thread that also counts. It follows from how much longer a
//! record takes beside the second thread than alone.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use atomic_state::AtomicState;

use crate::measure::{Contender, medians, repeat};

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct PerThread {
    #[counter]
    bytes: u64,
}

pub(crate) fn run() {
    let [alone, beside] = [1, 2].map(|threads| {
        medians(vec![
            Contender::on_threads("`std::sync::Mutex`", threads, Mutex::new(0), |sum, times| {
                repeat(times, |amount: u64| *sum.lock().unwrap() += amount);
            }),
            Contender::on_threads("`AtomicU64`, by hand", threads, AtomicU64::new(0), |sum, times| {
                repeat(times, |amount| {
                    sum.fetch_add(amount, Relaxed);
                });
            }),
            Contender::on_threads("per_thread", threads, PerThreadState::new(), |state, times| {
                repeat(times, |amount| state.record_bytes(amount));
            }),
        ])
    });
    println!("\n## Share of its time that a thread waits for another that counts too\n\n| | share |\n| --- | ---: |");
    for name in alone.names() {
        println!("| {name} | {:.0} % |", 100.0 * (1.0 - alone.of(name) / beside.of(name)).max(0.0));
    }
}

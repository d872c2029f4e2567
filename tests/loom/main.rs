//! The promises about memory ordering, checked under every interleaving and every value that a load may return.
//!
//! Beside each test stands a twin: the same check of the same code, weakened in one place. The twin must fail, or the
//! check proves nothing. How it is weakened is said where it stands.
//!
//! Memory outside a state is stood in for by a Relaxed atomic: like plain memory it orders nothing by itself, so that
//! what would be a data race there shows as a stale value here, and safe code can say so.

#![cfg(atomic_state_loom)]

mod flag_publishes;
#[cfg(feature = "wait")]
mod gauges;
mod histograms;
mod no_cut_across_fields;
mod nothing_is_lost;
#[cfg(feature = "per-thread")]
mod per_thread;
#[cfg(feature = "per-thread")]
mod per_thread_events;
mod phases;
mod snapshot_honors_flags;
mod values;
#[cfg(feature = "wait")]
mod waiting;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

/// Expects that some execution of the model fails.
fn must_fail(model: impl FnOnce()) {
    let Err(failure) = catch_unwind(AssertUnwindSafe(model)) else {
        panic!("the check passes although the ordering is too weak: it proves nothing");
    };
    let message = failure.downcast_ref::<String>().map_or("", String::as_str);
    assert!(!message.contains(TOO_FEW), "no execution fails, and {message}");
}

/// What a model says that has not looked at much.
const TOO_FEW: &str = "executions are too few to test anything";

/// Runs all executions of a model. Fails if there are fewer than `least`: so few cannot have tested anything.
fn explore(least: usize, model: impl Fn() + Send + Sync + 'static) {
    explore_within(None, least, model);
}

/// Runs those executions of a model in which three times at most a thread goes on in place of another that could have
/// gone on itself. Three threads have too many executions to run them all.
fn explore_most(least: usize, model: impl Fn() + Send + Sync + 'static) {
    explore_within(Some(3), least, model);
}

fn explore_within(preemptions: Option<usize>, least: usize, model: impl Fn() + Send + Sync + 'static) {
    let executions = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&executions);
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = preemptions;
    builder.check(move || {
        counter.fetch_add(1, SeqCst);
        model();
    });
    let executions = executions.load(SeqCst);
    assert!(executions >= least, "{executions} {TOO_FEW}");
}

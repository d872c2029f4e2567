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
mod no_cut_across_fields;
mod nothing_is_lost;
#[cfg(feature = "per-thread")]
mod per_thread;
#[cfg(feature = "per-thread")]
mod per_thread_events;
mod snapshot_honors_flags;
#[cfg(feature = "wait")]
mod waiting;

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Expects that some execution of the model fails.
fn must_fail(model: impl FnOnce()) {
    let outcome = catch_unwind(AssertUnwindSafe(model));
    assert!(outcome.is_err(), "the check passes although the ordering is too weak: it proves nothing");
}

//! Promise 4, which is a warning: a snapshot is not a cut across the fields.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

use atomic_state::AtomicState;
use loom::sync::Mutex;
use loom::thread;

#[derive(AtomicState)]
struct Transfers {
    #[counter]
    sent: u64,
    #[counter]
    received: u64,
}

/// Whether any execution shows a receipt without its sending, which no moment of the program contained.
fn shows_a_torn_pair<S: Send + Sync + 'static>(new: fn() -> S, transfer: fn(&S), read: fn(&S) -> (u64, u64)) -> bool {
    let torn = Arc::new(AtomicBool::new(false));
    let found = Arc::clone(&torn);
    loom::model(move || {
        let state = Arc::new(new());
        let worker = Arc::clone(&state);
        let worker = thread::spawn(move || transfer(&worker));
        let (sent, received) = read(&state);
        if received > sent {
            found.store(true, SeqCst);
        }
        worker.join().unwrap();
    });
    torn.load(SeqCst)
}

#[test]
fn a_snapshot_can_be_torn_between_fields() {
    assert!(shows_a_torn_pair(
        TransfersState::new,
        |state| {
            state.record_sent(1);
            state.record_received(1);
        },
        |state| {
            let seen = state.snapshot();
            (seen.sent, seen.received)
        },
    ));
}

/// What the documentation says to use instead.
#[test]
fn a_mutex_keeps_the_fields_together() {
    assert!(!shows_a_torn_pair(
        || Mutex::new((0, 0)),
        |pair| {
            let mut pair = pair.lock().unwrap();
            pair.0 += 1;
            pair.1 += 1;
        },
        |pair| *pair.lock().unwrap(),
    ));
}

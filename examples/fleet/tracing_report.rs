//! A periodic report that is one `tracing` event: what happened since the last report, with a field for each number.
//!
//! ```text
//! cargo run --example tracing_report
//! ```

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use atomic_state::{AtomicState, Interval};

/// What one pool has done so far.
#[derive(AtomicState, Clone, Debug, PartialEq)]
struct Pool {
    #[counter(increment = finish)]
    jobs: u64,
    #[counter]
    busy: Duration,
    #[gauge(guard = enter)]
    in_flight: u32,
}

/// One event for each call. A service calls it once a minute or so.
fn report(since_last: &mut Interval<PoolState>, state: &PoolState) {
    let seen = since_last.next(state);
    tracing::info!(jobs = seen.jobs, busy = ?seen.busy, in_flight = seen.in_flight, "pool");
}

fn main() {
    let lines = Lines::default();
    let for_subscriber = lines.clone();
    let subscriber =
        tracing_subscriber::fmt().with_ansi(false).without_time().with_writer(move || for_subscriber.clone()).finish();
    tracing::subscriber::with_default(subscriber, run);

    let lines = lines.text();
    let reports: Vec<_> = lines.lines().collect();
    assert_eq!(reports.len(), 2, "a report is one event");
    assert!(reports[0].ends_with("pool jobs=2 busy=30ms in_flight=1"), "{}", reports[0]);
    assert!(reports[1].ends_with("pool jobs=1 busy=5ms in_flight=0"), "{}", reports[1]);
}

fn run() {
    let state = PoolState::new();
    let mut since_last = Interval::new(&state);
    let in_flight = state.enter();
    for took in [10, 20] {
        state.finish();
        state.record_busy(Duration::from_millis(took));
    }
    report(&mut since_last, &state);

    drop(in_flight);
    state.finish();
    state.record_busy(Duration::from_millis(5));
    report(&mut since_last, &state);
}

/// Prints what is written, and keeps it.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap_or_else(PoisonError::into_inner)).into_owned()
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        io::stdout().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}

//! One worker process: its threads work, and it serves what they record.

use std::io;
use std::io::{BufRead, stdin};
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

use crate::arguments::Options;
use crate::serve::Service;
use crate::signals::Signals;
use crate::state::{Phase, WorkerState};
use crate::{Error, say, work};

/// What the fleet writes to a worker that is to stop.
pub(crate) const STOP: &str = "stop";
/// How long a worker that ends goes on with answers that it has begun.
const FAREWELL: Duration = Duration::from_secs(1);
/// What a worker prints when it listens, before the address.
pub(crate) const LISTENS: &str = "listens on ";

/// Works until it is told to stop.
#[tokio::main]
pub(crate) async fn run(options: &Options, number: usize) -> Result<(), Error> {
    let address = SocketAddr::new(options.listen, options.port);
    let cannot_listen = |error| format!("worker {number} cannot listen on {address}: {error}");
    let listener = TcpListener::bind(address).await.map_err(cannot_listen)?;
    let state = Arc::new(WorkerState::new());
    let service = Service::new(&format!("worker {number}"), &state)?;
    heed_signals(&state)?;
    heed_fleet(&state);

    let work = work::start(&state, options.threads, options.limit, options.journal.as_deref())?;
    say(&format!("{LISTENS}{}", listener.local_addr()?));
    advance(&state, Phase::Working);
    let seen = Arc::clone(&state);
    let serving = tokio::spawn(service.serve(listener, async move { seen.end_requested().await }));

    state.stop_requested().await;
    advance(&state, Phase::Draining);
    tokio::task::spawn_blocking(|| join(work)).await??;
    advance(&state, Phase::Stopped);
    let seen = state.snapshot();
    say(&format!(
        "finished {} jobs of {} bytes",
        seen.jobs.iter().map(|(_, jobs)| jobs).sum::<u64>(),
        seen.bytes_processed
    ));

    // Prometheus knows what it scraped, so it gets the chance to see the last jobs.
    tokio::select! {
        () = sleep(options.linger) => state.request_end(),
        () = state.end_requested() => {}
    }
    // A client that does not read its answer cannot hold it up.
    let _ = timeout(FAREWELL, serving).await;
    Ok(())
}

/// Moves the worker on. Nobody else does.
fn advance(state: &WorkerState, to: Phase) {
    state.advance_phase(to).expect("the phases follow one another");
}

fn join(threads: Vec<JoinHandle<io::Result<()>>>) -> io::Result<()> {
    threads.into_iter().try_for_each(|thread| thread.join().expect("work does not panic"))
}

/// A signal stops the worker.
fn heed_signals(state: &Arc<WorkerState>) -> io::Result<()> {
    let mut signals = Signals::new()?;
    let state = Arc::clone(state);
    tokio::spawn(async move {
        signals.next().await;
        state.request_stop();
    });
    Ok(())
}

/// The fleet says when to stop, by a line, and when to end, by the end of the input: that comes when it dies, too.
fn heed_fleet(state: &Arc<WorkerState>) {
    let state = Arc::clone(state);
    // A thread of its own, since a read of the standard input cannot be cancelled.
    thread::spawn(move || {
        for line in stdin().lock().lines().map_while(Result::ok) {
            if line == STOP {
                state.request_stop();
            }
        }
        state.request_stop();
        state.request_end();
    });
}

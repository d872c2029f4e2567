//! A service that stops as operators expect it to: on Ctrl-C or SIGTERM it accepts no more connections, finishes the
//! requests in flight, and exits. A second signal, or the deadline, ends it with requests cut off.
//!
//! It serves so many requests at a time, and turns away others with `503 Service Unavailable`.
//!
//! ```text
//! cargo run --example graceful_shutdown      # 127.0.0.1, any port, 10 seconds to drain, 1000 requests at a time
//! cargo run --example graceful_shutdown -- 127.0.0.1:8080 30 200
//! curl http://127.0.0.1:8080/sleep/2000                     # a request that takes 2000 milliseconds
//! ```
//!
//! The exit code is 0 if all requests were finished, 1 if some were cut off, and 2 if the service could not start.

mod http;
#[path = "../signals/mod.rs"]
mod signals;

use std::env;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use atomic_state::AtomicState;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};

use crate::signals::Signals;

/// What the service has done so far.
#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Server {
    /// Connections that were accepted.
    #[counter(increment = accept)]
    accepted: u64,
    /// Requests that were answered.
    #[counter(increment = answer)]
    answered: u64,
    /// Connections that ended without an answer.
    #[counter(increment = fail)]
    failed: u64,
    /// Connections that were turned away.
    #[counter(increment = turn_away)]
    turned_away: u64,
    /// Connections that are being served.
    #[gauge(try_guard = try_enter, wait_zero = drained)]
    in_flight: u32,
    /// The most of them at a time.
    #[max(of = in_flight)]
    busiest: u32,
    /// Set by the first signal.
    #[flag(try_set = request_shutdown, wait = shutdown_requested)]
    stopping: bool,
    /// Set by the second.
    #[flag(set = abort, wait = aborted)]
    aborting: bool,
}

/// The exit code for a service that cannot start.
const CANNOT_START: u8 = 2;
/// How long a client may take to send its request.
const PATIENCE: Duration = Duration::from_secs(5);

#[tokio::main]
async fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:0".to_owned());
    let (drain, limit) = (arguments.next(), arguments.next());
    let drain = drain.map_or(Ok(10), |seconds| seconds.parse());
    let limit = limit.map_or(Ok(1_000), |limit| limit.parse());
    let (Ok(drain), Ok(limit)) = (drain, limit) else {
        eprintln!("usage: graceful_shutdown [ADDRESS [SECONDS [LIMIT]]]");
        return ExitCode::from(CANNOT_START);
    };

    let state = Arc::new(ServerState::new());
    let listener = match start(&address, &state).await {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("graceful_shutdown: cannot listen on {address}: {error}");
            return ExitCode::from(CANNOT_START);
        }
    };
    accept_until_stopped(listener, &state, limit).await;
    println!("stopping, {} in flight", state.in_flight());

    // Nobody is admitted any more, so this cannot miss the moment at which the last one leaves.
    let finished = tokio::select! {
        drained = timeout(Duration::from_secs(drain), state.drained()) => drained.is_ok(),
        () = state.aborted() => false,
    };
    let seen = state.snapshot();
    println!(
        "{} accepted, {} answered, {} failed, {} cut off",
        seen.accepted, seen.answered, seen.failed, seen.in_flight
    );
    println!("{} at a time at most, {} turned away", seen.busiest, seen.turned_away);
    if finished { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Listens for connections, and for signals before anyone can be told the address.
async fn start(address: &str, state: &Arc<ServerState>) -> std::io::Result<TcpListener> {
    let listener = TcpListener::bind(address).await?;
    let mut signals = Signals::new()?;
    let signalled = Arc::clone(state);
    tokio::spawn(async move {
        loop {
            signals.next().await;
            if !signalled.request_shutdown() {
                signalled.abort();
            }
        }
    });
    println!("listening on {}", listener.local_addr()?);
    Ok(listener)
}

/// Serves each connection in its own task until it is time to stop. Tasks that are not done yet go on.
async fn accept_until_stopped(listener: TcpListener, state: &Arc<ServerState>, limit: u32) {
    let mut stopped = state.shutdown_requested();
    loop {
        tokio::select! {
            biased;
            () = &mut stopped => return,
            connection = listener.accept() => match connection {
                Ok((stream, _)) => {
                    state.accept();
                    admit(stream, state, limit);
                }
                Err(error) => {
                    eprintln!("graceful_shutdown: cannot accept: {error}");
                    // Most likely there are too many open files, of which some will be closed.
                    sleep(Duration::from_millis(50)).await;
                }
            },
        }
    }
}

/// Serves the connection, or turns it away.
///
/// However the task ends, by a panic or a cancellation too, its guard takes it out of those in flight.
fn admit(mut stream: TcpStream, state: &Arc<ServerState>, limit: u32) {
    let Some(guard) = state.try_enter(limit) else {
        state.turn_away();
        tokio::spawn(async move { http::turn_away(&mut stream).await });
        return;
    };
    let in_flight = guard.owned_by(state, |state| state);
    let state = Arc::clone(state);
    tokio::spawn(async move {
        serve(stream, &state).await;
        drop(in_flight);
    });
}

/// One connection, to its end.
async fn serve(mut stream: TcpStream, state: &ServerState) {
    let served = async {
        let request = timeout(PATIENCE, http::read(&mut stream)).await??;
        if let Some(duration) = request.duration() {
            sleep(duration).await;
        }
        http::answer(&mut stream, &request).await
    };
    match served.await {
        Ok(()) => state.answer(),
        Err(_) => state.fail(),
    }
}

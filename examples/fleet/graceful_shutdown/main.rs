//! A service that stops as operators expect it to: on Ctrl-C or SIGTERM it accepts no more connections, finishes the
//! requests in flight, and exits; a second signal, or the deadline, ends it with requests cut off.
//!
//! ```text
//! cargo run --example graceful_shutdown                    # 127.0.0.1, any port, 10 seconds to drain
//! cargo run --example graceful_shutdown -- 127.0.0.1:8080 30
//! curl http://127.0.0.1:8080/sleep/2000                     # a request that takes 2000 milliseconds
//! ```
//!
//! The exit code is 0 if all requests were finished, 1 if some were cut off, and 2 if the service could not start.

mod http;

use std::env;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use atomic_state::AtomicState;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

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
    /// Connections that are being served.
    #[gauge(owned_guard = enter)]
    in_flight: u32,
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
    let Ok(drain) = arguments.next().map_or(Ok(10), |seconds| seconds.parse()) else {
        eprintln!("usage: graceful_shutdown [ADDRESS [SECONDS]]");
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
    let mut tasks = accept_until_stopped(listener, &state).await;
    println!("stopping, {} in flight", state.in_flight());

    let all_ended = async { while tasks.join_next().await.is_some() {} };
    let finished = tokio::select! {
        ended = timeout(Duration::from_secs(drain), all_ended) => ended.is_ok(),
        () = state.aborted() => false,
    };
    let seen = state.snapshot();
    println!(
        "{} accepted, {} answered, {} failed, {} cut off",
        seen.accepted, seen.answered, seen.failed, seen.in_flight
    );
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
///
/// However a task ends, in a panic or a cancellation too, its guard lowers the number in flight.
async fn accept_until_stopped(listener: TcpListener, state: &Arc<ServerState>) -> JoinSet<()> {
    let mut tasks = JoinSet::new();
    let mut stopped = state.shutdown_requested();
    loop {
        tokio::select! {
            biased;
            () = &mut stopped => return tasks,
            Some(_) = tasks.join_next() => {}
            connection = listener.accept() => match connection {
                Ok((stream, _)) => {
                    state.accept();
                    let (state, in_flight) = (Arc::clone(state), state.enter());
                    tasks.spawn(async move {
                        serve(stream, &state).await;
                        drop(in_flight);
                    });
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

/// The signals by which a service is told to stop.
struct Signals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

impl Signals {
    #[cfg(unix)]
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    #[cfg(unix)]
    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    #[cfg(not(unix))]
    #[allow(clippy::unnecessary_wraps, reason = "there, listening can fail")]
    fn new() -> std::io::Result<Self> {
        Ok(Self {})
    }

    #[cfg(not(unix))]
    async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

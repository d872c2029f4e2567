//! The process that starts the workers, starts those again that die, and tells them to stop.

use std::net::SocketAddr;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use atomic_state::AtomicState;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::sleep;

use crate::arguments::Options;
use crate::signals::Signals;
use crate::worker::{LISTENS, STOP};
use crate::{Error, say};

/// How long a worker that died stays away.
const BEFORE_RESTART: Duration = Duration::from_secs(1);

#[derive(AtomicState)]
struct Fleet {
    /// Set by the first signal, or by a worker that cannot start.
    #[flag(try_set = request_stop, get = is_stopping, wait = stop_requested)]
    stopping: bool,
    /// Set by the second.
    #[flag(set = request_end, wait = end_requested)]
    ending: bool,
    /// Workers that could not start, or stopped with an error.
    #[counter(increment = count_failure)]
    failures: u64,
}

/// Keeps the workers running until it is told to stop.
#[tokio::main]
pub(crate) async fn run(options: &Options) -> Result<(), Error> {
    let fleet = Arc::new(FleetState::new());
    heed_signals(&fleet)?;
    let start = |(number, address)| tokio::spawn(keep(number, address, options.clone(), Arc::clone(&fleet)));
    let workers: Vec<_> = (1..).zip(options.addresses()).map(start).collect();
    for worker in workers {
        worker.await??;
    }
    match fleet.failures() {
        0 => Ok(()),
        failures => Err(format!("{failures} workers failed").into()),
    }
}

fn heed_signals(fleet: &Arc<FleetState>) -> Result<(), Error> {
    let mut signals = Signals::new()?;
    let fleet = Arc::clone(fleet);
    tokio::spawn(async move {
        loop {
            signals.next().await;
            if !fleet.request_stop() {
                fleet.request_end();
            }
        }
    });
    Ok(())
}

/// Keeps one worker running. It keeps the address that it got, so that Prometheus takes it for the same one.
async fn keep(number: usize, wanted: SocketAddr, options: Options, fleet: Arc<FleetState>) -> Result<(), Error> {
    let mut address = None;
    while !fleet.is_stopping() {
        let mut process = Process::start(number, address.unwrap_or(wanted), &options)?;
        let started = process.listens().await?;
        let status = process.follow(&fleet).await?;
        address = address.or(started);
        if !fleet.is_stopping() && address.is_some() {
            say(&format!("worker {number}: ended with {status}, starts again"));
            tokio::select! {
                () = sleep(BEFORE_RESTART) => {}
                () = fleet.stop_requested() => {}
            }
        } else if !status.success() {
            fleet.count_failure();
            if address.is_none() {
                // What one cannot have at the start, nobody is to wait for.
                fleet.request_stop();
                fleet.request_end();
            }
        }
    }
    Ok(())
}

/// A worker process. It is killed if this is dropped early.
struct Process {
    number: usize,
    child: Child,
    /// Closed to end the worker.
    input: Option<ChildStdin>,
    output: Lines<BufReader<ChildStdout>>,
}

impl Process {
    fn start(number: usize, address: SocketAddr, options: &Options) -> Result<Self, Error> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .args(["--worker", &number.to_string()])
            .args(["--listen", &address.ip().to_string(), "--port", &address.port().to_string()])
            .args(["--threads", &options.threads.to_string(), "--limit", &options.limit.to_string()])
            .args(["--linger", &options.linger.as_secs().to_string(), "--workers", "1"])
            .args(options.journal.iter().flat_map(|folder| ["--journal".as_ref(), folder.as_os_str()]));
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        Ok(Self { number, child, input, output })
    }

    /// Waits until the worker listens, and says where. `None` if it ends instead.
    async fn listens(&mut self) -> Result<Option<SocketAddr>, Error> {
        let Some(line) = self.output.next_line().await? else { return Ok(None) };
        let address: SocketAddr = line.strip_prefix(LISTENS).ok_or("a worker says where it listens")?.parse()?;
        let process = self.child.id().unwrap_or_default();
        say(&format!("worker {}: process {process} serves http://{address}/", self.number));
        Ok(Some(address))
    }

    /// Passes on what the worker says, and what it is told, until it ends.
    async fn follow(mut self, fleet: &FleetState) -> Result<ExitStatus, Error> {
        let mut told = false;
        loop {
            tokio::select! {
                line = self.output.next_line() => match line? {
                    Some(line) => say(&format!("worker {}: {line}", self.number)),
                    None => return Ok(self.child.wait().await?),
                },
                () = fleet.stop_requested(), if !told => {
                    told = true;
                    self.tell(STOP).await;
                }
                () = fleet.end_requested(), if self.input.is_some() => self.input = None,
            }
        }
    }

    async fn tell(&mut self, word: &str) {
        if let Some(input) = &mut self.input {
            // Fails if the worker has ended, which is noticed anyway.
            let _ = input.write_all(format!("{word}\n").as_bytes()).await;
        }
    }
}

//! What the command line asks for.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use lexopt::{Arg, Parser, ValueExt};

/// What `--help` prints.
pub(crate) const HELP: &str = "\
Starts worker processes on this machine. Each has a state that its threads record in, and serves
it: / for people, /metrics for Prometheus, /snapshot as JSON.

usage: fleet [OPTIONS]
       fleet --prometheus-config [OPTIONS] [ADDRESS...]
       fleet --dashboard

  --workers N            how many processes (3)
  --threads N            how many threads work in each (4)
  --limit N              how many jobs may be in flight in each (3)
  --listen IP            the address to listen on (127.0.0.1)
  --port PORT            the port of the first worker, which the others' follow (9464); 0 for any
  --linger SECONDS       how long a stopped worker stays for a last scrape (2)
  --journal FOLDER       write a line for each job into files in this folder

  --prometheus-config    print a configuration for Prometheus that scrapes the workers of these
                         options, or workers at these addresses
  --dashboard            print a dashboard for Grafana
  -h, --help             print this text

Ctrl-C or SIGTERM stops the workers, which finish their jobs first. A second one ends the wait
for a last scrape. A worker that dies is started again at its address.

The exit code is 0 if all workers stopped well, 1 if one did not, and 2 for wrong arguments.
";

/// What the program is to do.
#[derive(Debug)]
pub(crate) enum Request {
    Help,
    Run(Options),
    /// Be the worker with this number. The fleet starts itself so.
    Worker(Options, usize),
    PrometheusConfig(Vec<SocketAddr>),
    Dashboard,
}

#[derive(Clone, Debug)]
pub(crate) struct Options {
    pub(crate) workers: u16,
    pub(crate) threads: usize,
    pub(crate) limit: u32,
    pub(crate) listen: IpAddr,
    pub(crate) port: u16,
    pub(crate) linger: Duration,
    pub(crate) journal: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        let listen = Ipv4Addr::LOCALHOST.into();
        Self { workers: 3, threads: 4, limit: 3, listen, port: 9464, linger: Duration::from_secs(2), journal: None }
    }
}

impl Options {
    /// Where each worker listens.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = SocketAddr> {
        let port = |number| if self.port == 0 { 0 } else { self.port + number };
        (0..self.workers).map(move |number| SocketAddr::new(self.listen, port(number)))
    }

    fn check(self) -> Result<Self, lexopt::Error> {
        if self.workers == 0 || self.threads == 0 || self.limit == 0 {
            return Err("--workers, --threads and --limit are at least 1".into());
        }
        match self.port.checked_add(self.workers - 1) {
            Some(_) => Ok(self),
            None => Err("there are not so many ports".into()),
        }
    }
}

/// Reads the command line.
///
/// # Errors
///
/// Says which argument is wrong.
pub(crate) fn parse(mut parser: Parser) -> Result<Request, lexopt::Error> {
    let (mut options, mut worker, mut config, mut dashboard) = (Options::default(), None, false, false);
    let mut addresses = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Request::Help),
            Arg::Long("prometheus-config") => config = true,
            Arg::Long("dashboard") => dashboard = true,
            Arg::Long("workers") => options.workers = value(&mut parser)?,
            Arg::Long("threads") => options.threads = value(&mut parser)?,
            Arg::Long("limit") => options.limit = value(&mut parser)?,
            Arg::Long("listen") => options.listen = value(&mut parser)?,
            Arg::Long("port") => options.port = value(&mut parser)?,
            Arg::Long("linger") => options.linger = Duration::from_secs(value(&mut parser)?),
            Arg::Long("journal") => options.journal = Some(parser.value()?.into()),
            Arg::Long("worker") => worker = Some(value(&mut parser)?),
            Arg::Value(address) if config => addresses.push(address.parse()?),
            other => return Err(other.unexpected()),
        }
    }
    let options = options.check()?;
    Ok(match worker {
        Some(number) => Request::Worker(options, number),
        None if dashboard => Request::Dashboard,
        None if config && addresses.is_empty() => Request::PrometheusConfig(options.addresses().collect()),
        None if config => Request::PrometheusConfig(addresses),
        None => Request::Run(options),
    })
}

fn value<T: FromStr>(parser: &mut Parser) -> Result<T, lexopt::Error>
where
    T::Err: Into<Box<dyn std::error::Error + Send + Sync + 'static>>,
{
    parser.value()?.parse()
}

//! A fleet of worker processes on this machine, as a service has them on many: each counts for itself, and Prometheus
//! adds up.
//!
//! ```text
//! cargo run --example fleet                          # three workers; open the addresses that it prints
//! cargo run --example fleet -- --prometheus-config > prometheus.yml
//! prometheus --config.file=prometheus.yml            # for instance from Debian's package
//! cargo run --example fleet -- --dashboard > dashboard.json
//! cargo run --example fleet -- --help
//! ```

mod arguments;
mod feed;
mod prometheus;
mod reading;
mod serve;
#[path = "../signals/mod.rs"]
mod signals;
mod state;
mod supervisor;
mod work;
mod worker;

use std::io::{Write, stdout};
use std::process::ExitCode;

use crate::arguments::Request;

/// The exit code for wrong arguments.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    let request = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(request) => request,
        Err(error) => {
            eprintln!("fleet: {error}\n\n{}", arguments::HELP);
            return ExitCode::from(MISUSED);
        }
    };
    let done = match request {
        Request::Help => print(arguments::HELP),
        Request::PrometheusConfig(addresses) => print(&prometheus::config(&addresses)),
        Request::Dashboard => prometheus::dashboard().and_then(|dashboard| print(&dashboard)),
        Request::Run(options) => supervisor::run(&options),
        Request::Worker(options, number) => worker::run(&options, number),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fleet: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Why the program failed, for people.
type Error = Box<dyn std::error::Error + Send + Sync>;

fn print(text: &str) -> Result<(), Error> {
    Ok(writeln!(stdout(), "{}", text.trim_end())?)
}

/// Prints what is going on. If nobody reads it, the work goes on all the same.
fn say(line: &str) {
    let _ = print(line);
}

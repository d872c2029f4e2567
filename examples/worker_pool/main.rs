//! A worker pool on real files: four threads read and hash a folder, record what they do in one shared state, and stop
//! between two chunks when they are told to.
//!
//! ```text
//! cargo run --example worker_pool              # the sources of this workspace, again and again for 2.5 seconds
//! cargo run --example worker_pool -- FOLDER    # any folder, once; try a large one, and Ctrl-C
//! cargo run --example worker_pool -- --help
//! ```
//!
//! In the end the totals of the state are checked against what the workers return, after Ctrl-C too. The exit code is
//! 0 if they agree, 1 if they do not or if the program cannot print, and 2 for wrong arguments or a folder that cannot
//! be listed.
//!
//! `worker_pool_expanded.rs` runs the same workers with the state written out by hand.

mod arguments;
mod files;
mod queue;
mod report;
mod work;

use std::env;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use atomic_state::AtomicState;

use arguments::Request;
use files::Files;
use queue::Queue;
use report::say;

/// What the pool has done so far.
#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Pool {
    /// Bytes read and hashed.
    #[counter(record = record_bytes, unit = "bytes")]
    bytes: u64,
    /// Files read to their end.
    #[counter(increment = finish_file)]
    files: u64,
    /// Files that could not be read.
    #[counter(increment = skip_file)]
    unreadable: u64,
    /// Time spent reading and hashing, of all workers together.
    #[counter(record = record_time)]
    busy: Duration,
    /// Tells the workers to stop.
    #[flag(set = request_stop, get = is_stopping)]
    stopping: bool,
}

/// Why the program ends without success.
struct Failure {
    message: String,
    exit_code: u8,
}

impl Failure {
    /// The program could not do what it was asked for.
    fn of_program(message: String) -> Self {
        Self { message, exit_code: 1 }
    }

    /// The program was asked for something that it cannot do.
    fn of_input(message: String) -> Self {
        Self { message, exit_code: 2 }
    }
}

fn main() -> ExitCode {
    let done = match arguments::parse(env::args_os().skip(1)) {
        Ok(Request::Help) => print(arguments::HELP),
        Ok(Request::Read { folder, at_least }) => read(&folder, at_least),
        Err(mistake) => Err(Failure::of_input(format!("{mistake}\nTry --help."))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say(format_args!("worker_pool: {}", failure.message));
            ExitCode::from(failure.exit_code)
        }
    }
}

/// Lists the folder, has the workers read it, and prints and checks the totals.
fn read(folder: &Path, at_least: Duration) -> Result<(), Failure> {
    // The handler outlives this function as far as the compiler can tell, so it holds the state by `Arc`. The workers
    // borrow it.
    let state = Arc::new(PoolState::new());
    let interrupted = Arc::clone(&state);
    ctrlc::set_handler(move || interrupted.request_stop())
        .map_err(|error| Failure::of_program(format!("cannot listen for Ctrl-C: {error}")))?;

    let files = list(folder, &state)?;
    if !at_least.is_zero() {
        say(format_args!("reading them again and again for {at_least:?}; Ctrl-C stops early"));
    }
    let started = Instant::now();
    let returned = {
        let mut progress = report::Progress::new(files.bytes, at_least);
        let queue = Queue::new(&files.paths, at_least);
        work::run(&state, &queue, |seen| progress.show(seen))
    };
    let elapsed = started.elapsed();
    for (path, error) in &returned.problems {
        say(format_args!("skipped {}: {error}", path.display()));
    }

    // Exact, for the workers are joined.
    let seen = state.snapshot();
    print(&report::totals(&seen, &files, returned.digest, elapsed))?;
    if returned.agrees_with(&seen) {
        return Ok(());
    }
    let both = format!("  state:   {seen:?}\n  workers: {returned:?}");
    Err(Failure::of_program(format!("the state disagrees with its workers\n{both}")))
}

/// Lists the folder, and says what there is to read.
fn list(folder: &Path, state: &PoolState) -> Result<Files, Failure> {
    say(format_args!("folder: {}", folder.display()));
    let files = {
        let mut listing = report::Listing::new();
        files::list(folder, state, |files| listing.show(files))
    };
    let files =
        files.map_err(|error| Failure::of_input(format!("cannot list the folder {}: {error}", folder.display())))?;
    for (path, error) in &files.problems {
        say(format_args!("skipped folder {}: {error}", path.display()));
    }
    say(format_args!("found:  {}", report::size(&files)));
    Ok(files)
}

/// Prints to standard output. Not by `print!`, which panics when the reading end of a pipe is gone.
fn print(text: &str) -> Result<(), Failure> {
    io::stdout().write_all(text.as_bytes()).map_err(|error| Failure::of_program(format!("cannot print: {error}")))
}

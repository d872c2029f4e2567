//! A worker pool on real files: four threads read and hash a folder, record what they do in one shared state, and stop
//! between two chunks when they are told to.
//!
//! ```text
//! cargo run --example worker_pool              # the sources of this workspace
//! cargo run --example worker_pool -- FOLDER    # any folder; try a large one, and Ctrl-C
//! ```
//!
//! In the end the totals of the state are checked against what the workers return, after Ctrl-C too. The exit code is
//! 0 if they agree, 1 if they do not, and 2 if the folder cannot be listed.
//!
//! `worker_pool_expanded.rs` runs the same workers with the state written out by hand.

mod files;
mod report;
mod work;

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use atomic_state::AtomicState;

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

/// The exit code for input that the program cannot use.
const BAD_INPUT: u8 = 2;

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let folder = arguments.next().map_or_else(|| PathBuf::from(files::OWN_SOURCES), PathBuf::from);
    if arguments.next().is_some() {
        eprintln!("worker_pool: more than one folder\nusage: worker_pool [FOLDER]");
        return ExitCode::from(BAD_INPUT);
    }

    // The handler outlives `main` as far as the compiler can tell, so it holds the state by `Arc`. The workers below
    // borrow it.
    let state = Arc::new(PoolState::new());
    let interrupted = Arc::clone(&state);
    if let Err(error) = ctrlc::set_handler(move || interrupted.request_stop()) {
        eprintln!("worker_pool: cannot listen for Ctrl-C: {error}");
        return ExitCode::FAILURE;
    }

    let files = match files::list(&folder, &state) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("worker_pool: cannot list the folder {}: {error}", folder.display());
            return ExitCode::from(BAD_INPUT);
        }
    };

    let started = Instant::now();
    let progress = report::Progress::new(files.bytes);
    let returned = work::run(&state, files.paths, |seen| progress.show(seen));
    progress.end();
    for (path, error) in &returned.problems {
        eprintln!("skipped {}: {error}", path.display());
    }

    // Exact, for the workers are joined.
    let seen = state.snapshot();
    // Not `print!`, which panics when the reading end of a pipe is gone.
    if let Err(error) = write!(io::stdout(), "{}", report::totals(&seen, returned.digest, started.elapsed())) {
        eprintln!("worker_pool: cannot print the totals: {error}");
        return ExitCode::FAILURE;
    }
    if !returned.agrees_with(&seen) {
        eprintln!("worker_pool: the state disagrees with its workers\n  state:   {seen:?}\n  workers: {returned:?}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

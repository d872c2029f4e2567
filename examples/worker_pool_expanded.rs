//! What `#[derive(AtomicState)]` writes for the struct of `worker_pool`, simplified for reading, and the same workers
//! running on it.
//!
//! ```text
//! cargo run --example worker_pool_expanded
//! ```
//!
//! Above the methods of each field stands the attribute that they come from. Left out are `take` and `merge`, which go
//! through the fields as `snapshot` does; the traits for generic code; full paths (`::core::…`), the longer
//! documentation, `#[must_use]` and `#[inline]`; and what guards the generated code against the names and lints of the
//! code around it (the `expect` below does one such job).

#[path = "worker_pool/files.rs"]
mod files;
#[path = "worker_pool/queue.rs"]
mod queue;
#[path = "worker_pool/work.rs"]
mod work;

use std::fmt;
use std::process::ExitCode;
use std::time::Duration;

use atomic_state::{Counter, Flag};

/// What the pool has done so far.
#[derive(/* AtomicState, */ Clone, Debug, Default, PartialEq)]
struct Pool {
    /// Bytes read and hashed.
    // #[counter(record = record_bytes, unit = "bytes")]
    bytes: u64,
    /// Files read to their end.
    // #[counter(increment = finish_file)]
    files: u64,
    /// Files that could not be read.
    // #[counter(increment = skip_file)]
    unreadable: u64,
    /// Time spent reading and hashing, of all workers together.
    // #[counter(record = record_time)]
    busy: Duration,
    /// Tells the workers to stop.
    // #[flag(set = request_stop, get = is_stopping)]
    stopping: bool,
}

/// The live state of [`Pool`]: its fields as atomics, which threads share by reference.
struct PoolState {
    bytes: Counter<u64>,
    files: Counter<u64>,
    unreadable: Counter<u64>,
    busy: Counter<Duration>,
    stopping: Flag,
}

#[expect(dead_code, reason = "every method that the derive writes is shown; the pool needs only some of them")]
impl PoolState {
    /// Every counter at zero, every flag unset.
    const fn new() -> Self {
        Self {
            bytes: Counter::new(),
            files: Counter::new(),
            unreadable: Counter::new(),
            busy: Counter::new(),
            stopping: Flag::new(),
        }
    }

    /// Reads every field: flags first, with Acquire, then the others in the order of their declaration. If the snapshot
    /// shows the flag set, it includes everything that the setting thread recorded before.
    fn snapshot(&self) -> Pool {
        Pool {
            stopping: self.stopping.get(),
            bytes: self.bytes.get(),
            files: self.files.get(),
            unreadable: self.unreadable.get(),
            busy: self.busy.get(),
        }
    }

    // #[counter(record = record_bytes, unit = "bytes")] bytes: u64

    /// Adds to the bytes read and hashed. Relaxed `fetch_add`.
    fn record_bytes(&self, amount: u64) {
        self.bytes.record(amount);
    }

    /// Bytes read and hashed. Relaxed `load`.
    fn bytes(&self) -> u64 {
        self.bytes.get()
    }

    // #[counter(increment = finish_file)] files: u64

    /// Adds to the files read to their end. Relaxed `fetch_add`.
    fn record_files(&self, amount: u64) {
        self.files.record(amount);
    }

    /// Adds one to the files read to their end. Relaxed `fetch_add`.
    fn finish_file(&self) {
        self.files.increment();
    }

    /// Files read to their end. Relaxed `load`.
    fn files(&self) -> u64 {
        self.files.get()
    }

    // #[counter(increment = skip_file)] unreadable: u64

    /// Adds to the files that could not be read. Relaxed `fetch_add`.
    fn record_unreadable(&self, amount: u64) {
        self.unreadable.record(amount);
    }

    /// Adds one to the files that could not be read. Relaxed `fetch_add`.
    fn skip_file(&self) {
        self.unreadable.increment();
    }

    /// Files that could not be read. Relaxed `load`.
    fn unreadable(&self) -> u64 {
        self.unreadable.get()
    }

    // #[counter(record = record_time)] busy: Duration

    /// Adds to the time spent reading and hashing. Relaxed `fetch_add` of whole nanoseconds.
    fn record_time(&self, amount: Duration) {
        self.busy.record(amount);
    }

    /// Time spent reading and hashing. Relaxed `load`.
    fn busy(&self) -> Duration {
        self.busy.get()
    }

    // #[flag(set = request_stop, get = is_stopping)] stopping: bool

    /// Tells the workers to stop. Release `store`.
    fn request_stop(&self) {
        self.stopping.set();
    }

    /// Whether the workers are told to stop. Acquire `load`.
    fn is_stopping(&self) -> bool {
        self.stopping.get()
    }
}

impl Default for PoolState {
    fn default() -> Self {
        Self::new()
    }
}

/// Starts from saved values.
impl From<Pool> for PoolState {
    fn from(saved: Pool) -> Self {
        Self {
            bytes: saved.bytes.into(),
            files: saved.files.into(),
            unreadable: saved.unreadable.into(),
            busy: saved.busy.into(),
            stopping: saved.stopping.into(),
        }
    }
}

/// Prints the current values, whether or not `Pool: Debug`.
impl fmt::Debug for PoolState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("PoolState")
            .field("bytes", &self.bytes)
            .field("files", &self.files)
            .field("unreadable", &self.unreadable)
            .field("busy", &self.busy)
            .field("stopping", &self.stopping)
            .finish()
    }
}

// End of the expansion.

fn main() -> ExitCode {
    let (state, folder) = (PoolState::new(), files::own_sources());
    println!("folder: {}", folder.display());
    let files = match files::list(folder, &state, |_| ()) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("worker_pool_expanded: cannot list the folder: {error}");
            return ExitCode::from(2);
        }
    };

    let queue = queue::Queue::new(&files.paths, Duration::ZERO);
    let returned = work::run(&state, &queue, |seen| eprintln!("{} of {} bytes", seen.bytes, files.bytes));
    for (path, error) in files.problems.iter().chain(&returned.problems) {
        eprintln!("skipped {}: {error}", path.display());
    }

    println!("{state:?}\ndigest of the files read to their end: {:016x}", returned.digest);
    if !returned.agrees_with(&state.snapshot()) {
        eprintln!("worker_pool_expanded: the state disagrees with its workers: {returned:?}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

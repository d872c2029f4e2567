//! The workers: each takes a file from the queue, reads and hashes it, and records every step in the shared state.

use std::convert::Infallible;
use std::fs::File;
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Pool, PoolState};

const WORKERS: usize = 4;

/// How much a worker reads before it looks at the stop flag again.
const CHUNK: usize = 64 * 1024;

const REPORT_EVERY: Duration = Duration::from_millis(200);

/// What one worker did, or all of them together.
#[derive(Debug, Default)]
pub(crate) struct Work {
    /// The worker's own count, in a plain [`Pool`]: what the state must agree with.
    done: Pool,
    /// The hashes of all files that were read to their end, added up: a sum is the same in any order. The same files
    /// give the same digest until a new Rust release changes `DefaultHasher`.
    pub(crate) digest: u64,
    pub(crate) problems: Vec<(PathBuf, io::Error)>,
}

impl Work {
    /// Whether the state has counted what its workers did. The stop flag is no count of theirs.
    pub(crate) fn agrees_with(&self, seen: &Pool) -> bool {
        *seen == Pool { stopping: seen.stopping, ..self.done.clone() }
    }

    fn and(mut self, other: Work) -> Work {
        self.done.bytes += other.done.bytes;
        self.done.files += other.done.files;
        self.done.unreadable += other.done.unreadable;
        self.done.busy += other.done.busy;
        self.digest = self.digest.wrapping_add(other.digest);
        self.problems.extend(other.problems);
        self
    }
}

/// Works through `files` until there are no more, or until the state is told to stop. Meanwhile it hands a snapshot to
/// `report` now and then, and once at the end.
pub(crate) fn run(state: &PoolState, files: Vec<PathBuf>, mut report: impl FnMut(&Pool)) -> Work {
    // A queue is more than one number, so it stands beside the state, in a mutex.
    let queue = Mutex::new(files);
    // Carries nothing: when the last worker drops its end, the reporter wakes at once instead of sleeping to the end.
    let (running, all_done) = mpsc::channel::<Infallible>();

    thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS)
            .map(|_| {
                let (queue, running) = (&queue, running.clone());
                scope.spawn(move || {
                    let _running = running;
                    Worker::new(state).run(queue)
                })
            })
            .collect();
        drop(running);

        while all_done.recv_timeout(REPORT_EVERY) == Err(RecvTimeoutError::Timeout) {
            report(&state.snapshot());
        }
        report(&state.snapshot());

        workers
            .into_iter()
            .map(|worker| worker.join().expect("a worker returns its problems and does not panic"))
            .fold(Work::default(), Work::and)
    })
}

struct Worker<'pool> {
    state: &'pool PoolState,
    work: Work,
    chunk: Vec<u8>,
}

impl<'pool> Worker<'pool> {
    fn new(state: &'pool PoolState) -> Self {
        Self { state, work: Work::default(), chunk: Vec::with_capacity(CHUNK) }
    }

    fn run(mut self, queue: &Mutex<Vec<PathBuf>>) -> Work {
        while let Some(path) = next(queue) {
            match self.hash(&path) {
                Ok(Some(hash)) => {
                    self.work.digest = self.work.digest.wrapping_add(hash);
                    self.work.done.files += 1;
                    self.state.finish_file();
                }
                Ok(None) => break,
                Err(error) => {
                    self.work.problems.push((path, error));
                    self.work.done.unreadable += 1;
                    self.state.skip_file();
                }
            }
        }
        self.work
    }

    /// The hash of a file, or none when the worker is told to stop before the end.
    fn hash(&mut self, path: &Path) -> io::Result<Option<u64>> {
        let mut file = File::open(path)?;
        let mut hasher = DefaultHasher::new();
        while !self.state.is_stopping() {
            let started = Instant::now();
            self.chunk.clear();
            // Fills the chunk even if the system hands out less at a time: where chunks begin is part of the hash.
            let size = file.by_ref().take(CHUNK as u64).read_to_end(&mut self.chunk)?;
            if size == 0 {
                return Ok(Some(hasher.finish()));
            }
            hasher.write(&self.chunk);
            self.record(size as u64, started.elapsed());
        }
        Ok(None)
    }

    fn record(&mut self, bytes: u64, time: Duration) {
        self.state.record_bytes(bytes);
        self.state.record_time(time);
        self.work.done.bytes += bytes;
        self.work.done.busy += time;
    }
}

/// A function of its own, so that the queue is unlocked when it returns: a guard in the head of `while let` would be
/// held while the file is read, and the workers would take turns.
fn next(queue: &Mutex<Vec<PathBuf>>) -> Option<PathBuf> {
    queue.lock().expect("no worker panics while it holds the queue").pop()
}

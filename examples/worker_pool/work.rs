//! The workers: each takes a file from the queue, reads and hashes it, and records every step in the shared state.

use std::convert::Infallible;
use std::fs::File;
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::queue::Queue;
use crate::{Pool, PoolState};

const WORKERS: usize = 4;

/// How much a worker reads before it looks at the stop flag again.
const CHUNK: usize = 64 * 1024;

const REPORT_EVERY: Duration = Duration::from_millis(100);

/// What one worker did, or all of them together.
#[derive(Debug, Default)]
pub(crate) struct Work {
    /// The worker's own count, in a plain [`Pool`]: what the state must agree with.
    done: Pool,
    /// The hashes of all files that were read to their end, each file once. They are added up: a sum is the same in any
    /// order. The same files give the same digest until a new Rust release changes `DefaultHasher`.
    pub(crate) digest: u64,
    /// Files that could not be read, each once.
    pub(crate) problems: Vec<(PathBuf, io::Error)>,
}

impl Work {
    /// Whether the state has counted what its workers did. The stop flag does not belong to that.
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

/// Works through the queue until it is empty, or until the state is told to stop. Meanwhile it hands a snapshot to
/// `report` now and then, and once at the end.
pub(crate) fn run(state: &PoolState, queue: &Queue<'_>, mut report: impl FnMut(&Pool)) -> Work {
    // The channel carries nothing. When the last worker drops its end, the reporter wakes at once.
    let (running, all_done) = mpsc::channel::<Infallible>();

    thread::scope(|scope| {
        let workers: Vec<_> = (0..WORKERS)
            .map(|_| {
                let running = running.clone();
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

    fn run(mut self, queue: &Queue<'_>) -> Work {
        while let Some(job) = queue.next() {
            match self.hash(job.path) {
                Ok(Some(hash)) => {
                    let new = if job.first_time { hash } else { 0 };
                    self.work.digest = self.work.digest.wrapping_add(new);
                    self.work.done.files += 1;
                    self.state.finish_file();
                }
                Ok(None) => break,
                Err(error) => {
                    if job.first_time {
                        self.work.problems.push((job.path.to_owned(), error));
                    }
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

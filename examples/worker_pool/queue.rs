//! The files that are still to be read.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Hands out each file once, and then all of them again until enough time has passed. A pass that has begun is
/// finished.
pub(crate) struct Queue<'files> {
    files: &'files [PathBuf],
    /// From here on no further pass begins.
    deadline: Instant,
    /// Two numbers that must agree with each other. Atomics cannot promise that, so they stand beside the state, in a
    /// mutex.
    place: Mutex<Place>,
}

struct Place {
    file: usize,
    pass: u64,
}

/// A file to read.
pub(crate) struct Job<'files> {
    pub(crate) path: &'files Path,
    /// Whether no worker has had this file before.
    pub(crate) first_time: bool,
}

impl<'files> Queue<'files> {
    /// With a time of zero, each file is handed out once.
    pub(crate) fn new(files: &'files [PathBuf], at_least: Duration) -> Self {
        Self { files, deadline: Instant::now() + at_least, place: Mutex::new(Place { file: 0, pass: 0 }) }
    }

    /// The next file, if there is one. The queue is unlocked again when this returns.
    pub(crate) fn next(&self) -> Option<Job<'files>> {
        let mut place = self.place.lock().expect("no worker panics while it holds the place");
        if place.file == self.files.len() && Instant::now() < self.deadline {
            *place = Place { file: 0, pass: place.pass + 1 };
        }
        let path = self.files.get(place.file)?;
        place.file += 1;
        Some(Job { path, first_time: place.pass == 0 })
    }
}

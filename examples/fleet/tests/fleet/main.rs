//! The fleet from outside: as Prometheus, a browser and other clients see it, and as signals end it.

#![cfg(all(unix, not(atomic_state_loom)))]

mod browser;
mod fleet;
mod http;
mod journal;
mod page;
mod program;
mod prometheus;
mod requests;
mod scraped;
#[path = "../support/mod.rs"]
mod support;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Child};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a busy machine may take for anything.
const PATIENCE: Duration = Duration::from_secs(120);

/// Asks again and again until there is an answer.
fn wait_for<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < PATIENCE, "waited in vain: {what}");
        sleep(Duration::from_millis(100));
    }
}

/// Whether there is such a program. Says so if a test is skipped because there is none.
fn is_installed(program: &str) -> bool {
    let folders = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&folders).any(|folder| folder.join(program).is_file());
    if !found {
        eprintln!("skipped: there is no program {program}");
    }
    found
}

/// A program that runs, killed at the end, also of a test that fails.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Fails where it has ended, which is as well.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A new folder, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fleet-{}-{number}", process::id()));
        fs::create_dir_all(&path).expect("the folder of the tests can be written");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left is in the folder for build output.
        let _ = fs::remove_dir_all(&self.0);
    }
}

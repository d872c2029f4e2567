//! Shows how far the program is, and what it did in the end.

use std::fmt::Display;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use indicatif::{BinaryBytes, HumanCount, ProgressBar, ProgressStyle};

use crate::Pool;
use crate::files::Files;

/// Prints a line for people to standard error. If nobody reads it any more, this goes on; `eprintln!` would panic.
pub(crate) fn say(line: impl Display) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Shows how far the listing is, if it takes a while.
pub(crate) struct Listing(StatusLine);

impl Listing {
    pub(crate) fn new() -> Self {
        Self(StatusLine::new(ProgressBar::new_spinner(), "{spinner} {msg}"))
    }

    pub(crate) fn show(&mut self, files: &Files) {
        self.0.show(0, || format!("listing: {}", size(files)));
    }
}

/// How many files there are, and how large they are together.
pub(crate) fn size(files: &Files) -> impl Display {
    format!("{} files, {}", HumanCount(files.paths.len() as u64), BinaryBytes(files.bytes))
}

/// Shows how far the workers are.
pub(crate) struct Progress {
    line: StatusLine,
    bytes: u64,
    at_least: Duration,
    started: Instant,
}

impl Progress {
    /// The workers are done when they have read so many bytes, or, if there is a time, when it has passed.
    pub(crate) fn new(bytes: u64, at_least: Duration) -> Self {
        let length = if at_least.is_zero() { bytes } else { milliseconds(at_least) };
        let line = StatusLine::new(ProgressBar::new(length), "{wide_bar} {msg}");
        Self { line, bytes, at_least, started: Instant::now() }
    }

    pub(crate) fn show(&mut self, seen: &Pool) {
        let elapsed = self.started.elapsed();
        let (read, rate) = (BinaryBytes(seen.bytes), rate(seen.bytes, elapsed));
        if self.at_least.is_zero() {
            self.line.show(seen.bytes, || format!("{read} of {}, {rate}/s", BinaryBytes(self.bytes)));
        } else {
            let (now, end) = (elapsed.as_secs_f64(), self.at_least.as_secs_f64());
            self.line.show(milliseconds(elapsed), || format!("{now:.1} s of {end:.1} s, {read}, {rate}/s"));
        }
    }
}

/// A line that says how far the program is: kept up to date on a terminal, printed anew each second elsewhere.
///
/// The line is erased when this drops, so the next output stands in its place.
struct StatusLine {
    bar: ProgressBar,
    every: Duration,
    last: Instant,
}

impl StatusLine {
    fn new(bar: ProgressBar, template: &str) -> Self {
        bar.set_style(ProgressStyle::with_template(template).expect("the template is well-formed"));
        // A bar hides itself where standard error is no terminal.
        let every = Duration::from_millis(if bar.is_hidden() { 1000 } else { 100 });
        Self { bar, every, last: Instant::now() }
    }

    fn show(&mut self, position: u64, text: impl FnOnce() -> String) {
        if self.last.elapsed() < self.every {
            return;
        }
        self.last = Instant::now();
        if self.bar.is_hidden() {
            say(text());
        } else {
            self.bar.set_message(text());
            self.bar.set_position(position);
        }
    }
}

impl Drop for StatusLine {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// The text that ends the program's output.
pub(crate) fn totals(seen: &Pool, files: &Files, digest: u64, elapsed: Duration) -> String {
    let ending = if seen.stopping { "stopped early" } else { "finished" };
    let passes = (seen.files + seen.unreadable).div_ceil(files.paths.len().max(1) as u64);
    let passes = if passes > 1 { format!(" in {} passes", HumanCount(passes)) } else { String::new() };
    format!(
        "{ending} after {elapsed:.1?}: {} files{passes}, {}, {}/s, {} unreadable\n\
         workers were busy for {:.1?} in all\n\
         digest of the files read to their end, each once: {digest:016x}\n",
        HumanCount(seen.files),
        BinaryBytes(seen.bytes),
        rate(seen.bytes, elapsed),
        HumanCount(seen.unreadable),
        seen.busy,
    )
}

fn rate(bytes: u64, time: Duration) -> BinaryBytes {
    let per_second = u128::from(bytes) * 1_000_000 / time.as_micros().max(1);
    BinaryBytes(u64::try_from(per_second).unwrap_or(u64::MAX))
}

fn milliseconds(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

//! Shows how far the pool is, and what it did in the end.

use std::time::{Duration, Instant};

use indicatif::{BinaryBytes, HumanCount, ProgressBar, ProgressStyle};

use crate::Pool;

/// A progress bar where standard error is a terminal, plain lines where it is not.
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
}

impl Progress {
    pub(crate) fn new(bytes: u64) -> Self {
        let style = ProgressStyle::with_template("{wide_bar} {binary_bytes}/{binary_total_bytes} {msg}")
            .expect("the template is well-formed");
        Self { bar: ProgressBar::new(bytes).with_style(style), started: Instant::now() }
    }

    pub(crate) fn show(&self, seen: &Pool) {
        let rate = rate(seen.bytes, self.started.elapsed());
        // It hides itself where there is no terminal.
        if self.bar.is_hidden() {
            eprintln!("{} of {}, {rate}/s", BinaryBytes(seen.bytes), BinaryBytes(self.bar.length().unwrap_or(0)));
        } else {
            self.bar.set_message(format!("{rate}/s"));
            self.bar.set_position(seen.bytes);
        }
    }

    /// Clears the bar, for the totals to stand in its place.
    pub(crate) fn end(&self) {
        self.bar.finish_and_clear();
    }
}

/// The text that ends the program's output.
pub(crate) fn totals(seen: &Pool, digest: u64, elapsed: Duration) -> String {
    let ending = if seen.stopping { "stopped early" } else { "finished" };
    format!(
        "{ending} after {elapsed:.1?}: {} files, {}, {}/s, {} unreadable\n\
         workers were busy for {:.1?} in all\n\
         digest of the files read to their end: {digest:016x}\n",
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

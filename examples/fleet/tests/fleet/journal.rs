//! What the workers really did: they wrote it down before they recorded it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

#[derive(Default)]
pub(crate) struct Journal {
    pub(crate) bytes: u64,
    pub(crate) jobs: HashMap<String, u64>,
    /// In ascending order.
    pub(crate) nanoseconds: Vec<u64>,
}

impl Journal {
    /// What these processes wrote in the folder.
    pub(crate) fn of(folder: &Path, processes: &[u32]) -> Self {
        let mut journal = Self::default();
        for entry in fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read")) {
            let name = entry.file_name().into_string().expect("a plain name");
            let process = name.split('-').next().and_then(|process| process.parse().ok());
            if process.is_some_and(|process| processes.contains(&process)) {
                let text = fs::read_to_string(entry.path()).expect("a journal is text");
                text.lines().for_each(|line| journal.add(line));
            }
        }
        journal.nanoseconds.sort_unstable();
        journal
    }

    fn add(&mut self, line: &str) {
        let words: Vec<_> = line.split(' ').collect();
        let [job, bytes, nanoseconds] = words[..] else { panic!("no line of a journal: {line}") };
        *self.jobs.entry(job.to_owned()).or_default() += 1;
        self.bytes += bytes.parse::<u64>().expect("a number");
        self.nanoseconds.push(nanoseconds.parse().expect("a number"));
    }

    /// The exact quantile, in seconds.
    pub(crate) fn quantile(&self, percent: usize) -> f64 {
        let rank = (self.nanoseconds.len() * percent).div_ceil(100);
        seconds(self.nanoseconds[rank - 1])
    }

    /// The longest job, in seconds.
    pub(crate) fn slowest(&self) -> f64 {
        self.nanoseconds.last().copied().map_or(0.0, seconds)
    }
}

#[allow(clippy::cast_precision_loss, reason = "the nearest number is near enough")]
fn seconds(nanoseconds: u64) -> f64 {
    nanoseconds as f64 / 1e9
}

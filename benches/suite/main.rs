//! What this crate costs, beside hand-written code and other crates, as ratios from one run.
//!
//! ```text
//! cargo bench -p atomic-state-benches                  # all subjects
//! cargo bench -p atomic-state-benches -- waiting       # some, by name
//! ```
//!
//! Absolute times depend on the machine and on what else it does. All contenders of a table take turns in the same run,
//! round after round, so that their ratios mean something.

mod measure;
mod waiting;

use std::env;
use std::thread;

/// The subjects, by name.
const SUBJECTS: &[(&str, fn())] = &[("waiting", waiting::run)];

fn main() {
    // Cargo adds `--bench`.
    let wanted: Vec<_> = env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let cores = thread::available_parallelism().map_or(0, usize::from);
    println!("{cores} cores");
    for (name, run) in SUBJECTS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            run();
        }
    }
}

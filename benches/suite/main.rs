//! What this crate costs, beside hand-written code and other crates, as ratios from one run.
//!
//! ```text
//! cargo bench -p atomic-state-benches --bench suite                            # all subjects
//! cargo bench -p atomic-state-benches --bench suite -- one_counter waiting     # some, by name
//! ```
//!
//! Absolute times depend on the machine and on what else it does. All contenders of a table take turns in the same run,
//! round after round, so that their ratios mean something. No thread is pinned to a core.

mod blocked;
mod four_counters;
mod gauge_guard;
mod histogram;
mod max;
mod measure;
mod one_counter;
mod plot;
mod reading;
mod scraping;
mod starving;
mod waiting;
mod worker_loop;

use std::{env, fs, thread};

/// The subjects, by name.
const SUBJECTS: &[(&str, fn())] = &[
    ("one_counter", one_counter::run),
    ("four_counters", four_counters::run),
    ("worker_loop", worker_loop::run),
    ("gauge_guard", gauge_guard::run),
    ("max", max::run),
    ("histogram", histogram::run),
    ("reading", reading::run),
    ("scraping", scraping::run),
    ("starving", starving::run),
    ("blocked", blocked::run),
    ("waiting", waiting::run),
];

/// The processor's name, as Linux tells it: ratios depend on it.
fn processor() -> String {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let field = |name: &str| cpus.lines().find_map(|line| line.strip_prefix(name)?.split_once(": ")).map(|(_, is)| is);
    match (field("model name"), field("cpu family"), field("model\t")) {
        (Some(name), Some(family), Some(model)) => format!("{name} (family {family}, model {model})"),
        (Some(name), ..) => name.to_owned(),
        _ => "a processor without a name".to_owned(),
    }
}

fn main() {
    // Cargo adds `--bench`.
    let wanted: Vec<_> = env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let cores = thread::available_parallelism().map_or(0, usize::from);
    println!("{cores} cores, {}", processor());
    for (name, run) in SUBJECTS {
        if wanted.is_empty() || wanted.iter().any(|wanted| wanted == name) {
            run();
        }
    }
}

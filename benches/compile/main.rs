//! What this crate costs to compile, beside others, as ratios from one run.
//!
//! ```text
//! cargo bench -p atomic-state-benches --bench compile
//! ```
//!
//! It writes small crates into the target folder, downloads their dependencies, and has cargo build them without
//! network access.

mod build;
mod expansion;
mod user;

fn main() {
    build::run();
    expansion::run();
}

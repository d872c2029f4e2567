//! What this crate costs to compile, beside others, as ratios from one run.
//!
//! ```text
//! cargo bench -p atomic-state-benches --bench compile
//! ```
//!
//! It writes small crates into the target folder and has cargo build them. Their dependencies must have been
//! downloaded, which those of the other benchmarks are.

mod build;
mod expansion;
mod user;

fn main() {
    build::run();
    expansion::run();
}

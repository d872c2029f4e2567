#![doc = include_str!("../README.md")]

mod dashboard;
mod panel;
mod query;

pub use atomic_state_families::Error;
pub use dashboard::dashboard;

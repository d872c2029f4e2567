#![doc = include_str!("../README.md")]

mod gained;
mod publisher;

pub use atomic_state_families::Error;
pub use publisher::Publisher;

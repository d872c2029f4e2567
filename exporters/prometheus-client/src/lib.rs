#![doc = include_str!("../README.md")]

mod bounds;
mod collector;
mod encode;

pub use atomic_state_families::{Error, Held};
pub use collector::StateCollector;

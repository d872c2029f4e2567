#![doc = include_str!("../README.md")]

mod instrument;
mod observer;
mod reading;

pub use atomic_state_families::{Error, Held};
pub use observer::StateObserver;

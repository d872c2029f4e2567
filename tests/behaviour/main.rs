//! What generated states do.

// The model checker's atomics work inside a model only.
#![cfg(not(atomic_state_loom))]

mod attributes;
mod counter;
mod debug;
mod flag;
mod generics;
mod snapshot;
mod visibility;

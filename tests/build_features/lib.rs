//! A crate without the features that its build script has.
//!
//! With `--cfg mistakes` it uses them all the same.

use atomic_state::AtomicState;

/// What needs no feature.
#[derive(AtomicState)]
pub struct Plain {
    /// Jobs done.
    #[counter]
    pub jobs: u32,
}

/// Waits, without the feature.
#[cfg(mistakes)]
#[derive(AtomicState)]
pub struct Waits {
    /// Tells workers to stop.
    #[flag(wait = until_stopped)]
    pub stop: bool,
}

/// Has a block for each thread, without the feature.
#[cfg(mistakes)]
#[derive(AtomicState)]
#[atomic_state(per_thread)]
pub struct PerThread {
    /// Jobs done.
    #[counter]
    pub jobs: u32,
}

//! A state without the standard library.
//!
//! With `--cfg standalone` this crate defines the panic handler, as firmware does. If a dependency used `std`, there
//! would be two handlers, and the compiler would say so.

#![no_std]

use core::time::Duration;

use atomic_state::{AtomicState, Histogram};

/// What a device has measured.
#[derive(AtomicState, Clone, Debug, PartialEq)]
pub struct Sensor {
    /// Samples taken.
    #[counter(increment = count_sample)]
    pub samples: u32,
    /// Time spent.
    #[counter]
    pub busy: Duration,
    /// What was measured.
    #[histogram]
    pub levels: Histogram<u64>,
    /// Whether an interrupt has fired.
    #[flag]
    pub fired: bool,
}

/// Shared with interrupt handlers.
#[cfg(not(atomic_state_loom))]
pub static SENSOR: SensorState = SensorState::new();

#[cfg(standalone)]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// A struct whose fields are named like the methods of a collection.
#[derive(AtomicState, Clone, Copy, Debug)]
pub struct Queue {
    /// How many are in it.
    #[gauge]
    pub len: usize,
    /// Passes.
    #[counter]
    pub iter: u64,
}

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

/// Calls whose machine code `ci/deep.sh aarch64` reads. There, other than on x86, an ordering is an instruction.
pub mod machine_code {
    use super::SensorState;

    /// A release.
    #[inline(never)]
    pub fn case_set_flag(sensor: &SensorState) {
        sensor.set_fired();
    }

    /// An acquire.
    #[inline(never)]
    pub fn case_read_flag(sensor: &SensorState) -> bool {
        sensor.fired()
    }

    /// Neither.
    #[inline(never)]
    pub fn case_record(sensor: &SensorState, amount: u32) {
        sensor.record_samples(amount);
    }
}

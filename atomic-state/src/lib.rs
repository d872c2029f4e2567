//! Counters, gauges, histograms and flags that threads share, declared as a plain struct.
//!
//! You declare the struct that you would like to read. `#[derive(AtomicState)]` generates its live state: the same
//! fields as atomics, with the memory ordering that each kind of field needs. You record on the `WorkerState` and read
//! a `Worker`.
//!
//! ```
//! use std::sync::Arc;
//! use std::thread;
//!
//! use atomic_state::AtomicState;
//!
//! /// What one worker pool has done so far.
//! #[derive(AtomicState, Clone, Debug, PartialEq)]
//! pub struct Worker {
//!     /// Total bytes processed by all workers.
//!     #[counter(record = record_bytes)]
//!     pub bytes_processed: u64,
//!     /// Tells workers to stop.
//!     #[flag(set = request_shutdown, get = is_stopping)]
//!     pub should_stop: bool,
//! }
//!
//! let state = Arc::new(WorkerState::new());
//! let workers: Vec<_> = (0..4)
//!     .map(|_| {
//!         let state = Arc::clone(&state);
//!         thread::spawn(move || {
//!             while !state.is_stopping() {
//!                 state.record_bytes(1024);
//!                 # state.request_shutdown();
//!             }
//!         })
//!     })
//!     .collect();
//!
//! state.request_shutdown();
//! for worker in workers {
//!     worker.join().unwrap();
//! }
//! let seen: Worker = state.snapshot();
//! assert!(seen.should_stop);
//! ```
//!
//! # Where to look
//!
//! - The derive [`AtomicState`](macro@AtomicState) lists the kinds of field, their keys and everything that is
//!   generated, with examples.
//! - The trait [`AtomicState`](trait@AtomicState) has the methods of the plain struct: `since`, `merge` and `visit`.
//!   One `use atomic_state::AtomicState;` imports the derive and the trait.
//! - The [guide](mod@guide) tells which ordering does what, which
//!   [errors people make](mod@guide#errors-that-people-make), and what to use where atomics are the wrong tool.
//! - [`Counter`], [`Flag`], [`Gauge`], [`Max`], [`Min`], [`LiveHistogram`], [`LastValue`] and [`Phase`] are the cells
//!   behind the fields. You can use one by itself.
//!
//! # Features
//!
//! | feature | what it adds |
//! | --- | --- |
//! | `derive` (default) | [`macro@AtomicState`]; without it, the crate is the cells alone and has no dependency |
//! | `std` (default) | [`OwnedGaugeGuard`] and [`HistogramTimer`]; `wait` and `per-thread` turn it on, and everything else is `no_std` |
//! | `wait` | flags, gauges and phases that threads and tasks wait for: `#[flag(wait = …)]`, `#[gauge(wait_zero = …)]`, `#[phase(wait = …)]` |
//! | `per-thread` | states whose numbers each thread records in its own block: `#[atomic_state(per_thread)]` |
//! | `serde` | `Serialize` and `Deserialize` of [`Histogram`], which keeps the buckets that are not empty, and of [`ByVariant`], a map from names |
//! | `portable-atomic` | all atomics from the [`portable-atomic`](https://docs.rs/portable-atomic) crate, for targets whose own are narrower than 64 bits |
//! | `loom` | the model checker, for `--cfg atomic_state_loom` |
//!
//! # Model checking
//!
//! With the feature `loom` and `RUSTFLAGS="--cfg atomic_state_loom"`, every cell stands on the atomics of the
//! [`loom`](https://docs.rs/loom) model checker. So your own tests can run all interleavings of code that uses a generated state. Four things differ
//! there:
//!
//! - `new` is no `const fn`.
//! - A wait does not run out of time, unless its time is over at once.
//! - A histogram has two buckets: one for zero, and one for all other samples.
//! - A `per_thread` state has twelve blocks, and a thread hands its block back after each record.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
// Without these features, some of what the text above links to is not there.
#![cfg_attr(not(all(feature = "derive", feature = "std")), allow(rustdoc::broken_intra_doc_links))]

#[cfg(any(feature = "std", test))]
extern crate std;

#[cfg(all(atomic_state_loom, not(feature = "loom")))]
compile_error!("`--cfg atomic_state_loom` needs the feature `loom` of `atomic-state`");

mod by_variant;
mod cell;
mod int;
mod interval;
mod kind;
mod metadata;
pub mod ordering;
#[cfg(feature = "per-thread")]
mod per_thread;
mod primitive;
#[cfg(feature = "serde")]
mod serialized;
mod several;
mod state;
mod variants;
#[cfg(feature = "wait")]
mod wait;
mod writer;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
pub mod guide;

#[cfg(feature = "derive")]
pub use atomic_state_derive::{AtomicState, Variants};

pub use by_variant::{ByVariant, Iter as ByVariantIter, IterMut as ByVariantIterMut};
pub use int::{Int, UnsignedInt};
pub use interval::Interval;
pub use kind::exports::*;
pub use metadata::{Distribution, DistributionBucket, Field, Kind, Value, Variant, Visitor};
pub use state::{AtomicState, HasState, LiveState};
pub use variants::Variants;
pub use writer::Writer;

//! How to share a number between threads: which ordering does what, which errors people make, and when to use something
//! else.
//!
#![doc = include_str!("guide/sharing.md")]
#![doc = include_str!("guide/orderings.md")]
#![doc = include_str!("guide/snapshots.md")]
#![doc = include_str!("guide/waiting.md")]
#![doc = include_str!("guide/per_thread.md")]
#![doc = include_str!("guide/histograms.md")]
#![doc = include_str!("guide/errors.md")]
#![doc = include_str!("guide/limits.md")]
#![doc = include_str!("guide/values.md")]
#![doc = include_str!("guide/shapes.md")]
#![doc = include_str!("guide/elsewhere.md")]
#![doc = include_str!("guide/testing.md")]
//!
//! [`Arc`]: https://doc.rust-lang.org/std/sync/struct.Arc.html
//! [`Cell`]: https://doc.rust-lang.org/std/cell/struct.Cell.html
//! [`OnceLock`]: https://doc.rust-lang.org/std/sync/struct.OnceLock.html
//! [`mpsc`]: https://doc.rust-lang.org/std/sync/mpsc/

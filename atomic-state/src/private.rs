//! What generated code refers to. Not for use by hand: it changes without notice.

pub use crate::__const_fn as const_fn;
pub use crate::kind::{counter, flag};

/// A function that is `const`, except over the model checker's atomics, which have no `const` constructor. Exported,
/// since the choice must be made where this crate is compiled: a `cfg` in generated code would be read in the user's.
#[cfg(not(atomic_state_loom))]
#[doc(hidden)]
#[macro_export]
macro_rules! __const_fn {
    ($(#[$attribute:meta])* $vis:vis fn $($rest:tt)*) => { $(#[$attribute])* $vis const fn $($rest)* };
}

#[cfg(atomic_state_loom)]
#[doc(hidden)]
#[macro_export]
macro_rules! __const_fn {
    ($($function:tt)*) => { $($function)* };
}

//! Thread-locals, and a static behind a lock: the standard library's, or the model checker's.

/// Thread-locals whose initial value is a constant.
macro_rules! thread_locals {
    ($($(#[$attribute:meta])* static $name:ident: $ty:ty = $initial:expr;)*) => {
        #[cfg(not(atomic_state_loom))]
        std::thread_local! { $($(#[$attribute])* static $name: $ty = const { $initial };)* }
        #[cfg(atomic_state_loom)]
        loom::thread_local! { $($(#[$attribute])* static $name: $ty = $initial;)* }
    };
}
pub(crate) use thread_locals;

/// A static that is locked to be changed.
macro_rules! locked_static {
    ($(#[$attribute:meta])* static $name:ident: $ty:ty = $initial:expr;) => {
        #[cfg(not(atomic_state_loom))]
        $(#[$attribute])*
        static $name: std::sync::Mutex<$ty> = std::sync::Mutex::new($initial);
        #[cfg(atomic_state_loom)]
        loom::lazy_static! {
            $(#[$attribute])*
            static ref $name: loom::sync::Mutex<$ty> = loom::sync::Mutex::new($initial);
        }
    };
}
pub(crate) use locked_static;

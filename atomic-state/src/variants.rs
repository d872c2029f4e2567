//! Enums whose variants tell values apart.

use crate::cell::__Live;

/// An enum without fields: what `#[derive(Variants)]` implements. Its variants are the keys of a
/// [`ByVariant`](crate::ByVariant).
///
/// # Examples
///
/// ```
/// use atomic_state::Variants;
///
/// #[derive(Variants, Clone, Copy, Debug, PartialEq)]
/// enum Reason {
///     TimedOut,
///     #[variant(name = "refused_by_peer")]
///     Refused,
/// }
///
/// assert_eq!(Reason::ALL, [Reason::TimedOut, Reason::Refused]);
/// assert_eq!(Reason::NAMES, ["timed_out", "refused_by_peer"]);
/// assert_eq!(Reason::Refused.index(), 1);
/// ```
#[diagnostic::on_unimplemented(
    message = "the variants of `{Self}` are not known",
    label = "does not derive `Variants`",
    note = "write `#[derive(atomic_state::Variants, Clone, Copy)]` on the enum"
)]
pub trait Variants: Copy + 'static {
    /// All variants, in the order of their declaration.
    const ALL: &'static [Self];

    /// Their names, in the same order: in snake case, or as `#[variant(name = "…")]` says.
    const NAMES: &'static [&'static str];

    /// One value for each variant.
    #[doc(hidden)]
    type __Values<T>: __Array<T>;

    /// One cell for each variant. Two types, since a constant needs a bound that other values do not have.
    #[doc(hidden)]
    type __Cells<C: __Live>: __CellArray<C>;

    /// The place in the order of declaration, from 0. A discriminant makes no difference.
    #[must_use]
    fn index(self) -> usize;
}

/// An array, whatever its length.
pub trait __Array<T> {
    /// Makes each value from its index.
    fn __from_fn(make: impl FnMut(usize) -> T) -> Self;
    /// The values.
    fn __as_slice(&self) -> &[T];
    /// The values, to be changed.
    fn __as_mut_slice(&mut self) -> &mut [T];
}

impl<T, const N: usize> __Array<T> for [T; N] {
    fn __from_fn(make: impl FnMut(usize) -> T) -> Self {
        core::array::from_fn(make)
    }

    #[inline]
    fn __as_slice(&self) -> &[T] {
        self
    }

    #[inline]
    fn __as_mut_slice(&mut self) -> &mut [T] {
        self
    }
}

/// An array of cells, which starts as a constant.
pub trait __CellArray<C: __Live>: __Array<C> + Send + Sync {
    /// The cells, each as it starts.
    #[cfg(not(atomic_state_loom))]
    const __NEW: Self;
    /// The same, where there are no constants of atomics.
    #[cfg(atomic_state_loom)]
    fn __new() -> Self;
}

impl<C: __Live, const N: usize> __CellArray<C> for [C; N] {
    #[cfg(not(atomic_state_loom))]
    const __NEW: Self = [const { C::__NEW }; N];

    #[cfg(atomic_state_loom)]
    fn __new() -> Self {
        core::array::from_fn(|_| C::__new())
    }
}

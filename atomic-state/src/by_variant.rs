//! A value for each variant of an enum.

#[cfg(feature = "serde")]
mod serialized;

use core::fmt;
use core::iter::{Copied, Zip};
use core::marker::PhantomData;
use core::ops::{Index, IndexMut};
use core::slice;

use crate::variants::{__Array, Variants};

/// One `T` for each variant of the enum `E`, which derives [`Variants`](macro@crate::Variants): the plain type of a
/// field that counts by reason, by route, or the like. It is as large as the values, and allocates nothing.
///
/// # Examples
///
/// ```
/// use atomic_state::{AtomicState, ByVariant, Variants};
///
/// #[derive(Variants, Clone, Copy, Debug, PartialEq)]
/// enum Reason {
///     TimedOut,
///     Refused,
/// }
///
/// #[derive(AtomicState)]
/// struct Client {
///     #[counter(increment = count_error)]
///     errors: ByVariant<Reason, u64>,
/// }
///
/// let client = ClientState::new();
/// client.count_error(Reason::Refused);
/// let errors = client.snapshot().errors;
/// assert_eq!(errors[Reason::Refused], 1);
/// assert_eq!(format!("{errors:?}"), r#"{"timed_out": 0, "refused": 1}"#);
/// ```
pub struct ByVariant<E: Variants, T> {
    values: E::__Values<T>,
    /// The last field decides whether the struct has a size. It is none of `E`'s choice, so that an enum without
    /// `Variants` is reported less often.
    keys: PhantomData<fn() -> E>,
}

/// The values with their variants, in the order of declaration.
pub type Iter<'a, E, T> = Zip<Copied<slice::Iter<'static, E>>, slice::Iter<'a, T>>;

/// The same, to be changed.
pub type IterMut<'a, E, T> = Zip<Copied<slice::Iter<'static, E>>, slice::IterMut<'a, T>>;

impl<E: Variants, T> ByVariant<E, T> {
    /// Makes the value of each variant.
    ///
    /// # Examples
    ///
    /// ```
    /// use atomic_state::{ByVariant, Variants};
    ///
    /// #[derive(Variants, Clone, Copy)]
    /// enum Size {
    ///     Small,
    ///     Large,
    /// }
    ///
    /// let limits = ByVariant::from_fn(|size| match size {
    ///     Size::Small => 10,
    ///     Size::Large => 1000,
    /// });
    /// assert_eq!(limits[Size::Large], 1000);
    /// ```
    pub fn from_fn(mut make: impl FnMut(E) -> T) -> Self {
        <Self as __Array<T>>::__from_fn(|index| make(E::ALL[index]))
    }

    /// The values with their variants, in the order of declaration.
    pub fn iter(&self) -> Iter<'_, E, T> {
        E::ALL.iter().copied().zip(self.values.__as_slice())
    }

    /// The values with their variants, to be changed.
    ///
    /// # Examples
    ///
    /// ```
    /// # use atomic_state::{ByVariant, Variants};
    /// # #[derive(Variants, Clone, Copy)]
    /// # enum Size { Small, Large }
    /// let mut limits = ByVariant::<Size, u32>::from_fn(|_| 10);
    /// for (_, limit) in limits.iter_mut() {
    ///     *limit *= 2;
    /// }
    /// assert_eq!((limits[Size::Small], limits[Size::Large]), (20, 20));
    /// ```
    pub fn iter_mut(&mut self) -> IterMut<'_, E, T> {
        E::ALL.iter().copied().zip(self.values.__as_mut_slice())
    }
}

impl<E: Variants, T> __Array<T> for ByVariant<E, T> {
    fn __from_fn(make: impl FnMut(usize) -> T) -> Self {
        Self { values: E::__Values::__from_fn(make), keys: PhantomData }
    }

    #[inline]
    fn __as_slice(&self) -> &[T] {
        self.values.__as_slice()
    }

    #[inline]
    fn __as_mut_slice(&mut self) -> &mut [T] {
        self.values.__as_mut_slice()
    }
}

impl<E: Variants, T> Index<E> for ByVariant<E, T> {
    type Output = T;

    #[inline]
    fn index(&self, variant: E) -> &T {
        &self.values.__as_slice()[variant.index()]
    }
}

impl<E: Variants, T> IndexMut<E> for ByVariant<E, T> {
    #[inline]
    fn index_mut(&mut self, variant: E) -> &mut T {
        &mut self.values.__as_mut_slice()[variant.index()]
    }
}

impl<'a, E: Variants, T> IntoIterator for &'a ByVariant<E, T> {
    type Item = (E, &'a T);
    type IntoIter = Iter<'a, E, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, E: Variants, T> IntoIterator for &'a mut ByVariant<E, T> {
    type Item = (E, &'a mut T);
    type IntoIter = IterMut<'a, E, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

/// A variant that does not come has the default. Of one that comes more than once, the last value counts.
impl<E: Variants, T: Default> FromIterator<(E, T)> for ByVariant<E, T> {
    fn from_iter<I: IntoIterator<Item = (E, T)>>(values: I) -> Self {
        let mut all = Self::default();
        for (variant, value) in values {
            all[variant] = value;
        }
        all
    }
}

impl<E: Variants, T: Default> Default for ByVariant<E, T> {
    fn default() -> Self {
        Self::from_fn(|_| T::default())
    }
}

#[allow(clippy::expl_impl_clone_on_copy, reason = "values that cannot be copied can be cloned")]
impl<E: Variants, T: Clone> Clone for ByVariant<E, T> {
    fn clone(&self) -> Self {
        Self::from_fn(|variant| self[variant].clone())
    }
}

impl<E: Variants, T: Copy> Copy for ByVariant<E, T> where E::__Values<T>: Copy {}

impl<E: Variants, T: PartialEq> PartialEq for ByVariant<E, T> {
    fn eq(&self, other: &Self) -> bool {
        self.values.__as_slice() == other.values.__as_slice()
    }
}

impl<E: Variants, T: Eq> Eq for ByVariant<E, T> {}

/// A map from the names of the variants.
impl<E: Variants, T: fmt::Debug> fmt::Debug for ByVariant<E, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(E::NAMES.iter().zip(self.values.__as_slice())).finish()
    }
}

//! The `#[value]` kind: the last value set.

mod start;
mod stored;

use core::fmt;
use core::marker::PhantomData;

pub use self::start::{Start, StartsAt, index_atomic};
pub use self::stored::{LeavesRoom, StoredValue, StoredVariant};
use crate::cell::{__Live, __Number, __Plain, __Read};
use crate::int::{sealed::AtomicInt, zero_atomic};
use crate::metadata::{Field, Kind, Visitor};
use crate::ordering::{Order, Relaxed};
use crate::writer::Writer;

/// The atomic that a value is kept in.
pub type AtomicOf<T> = <<T as StoredValue>::Int as AtomicInt>::Atomic;

/// The last value that any thread set through a shared reference: the cell behind a `#[value]` field.
///
/// - **Every bit comes back.** A float reads as it was set, the payload of a NaN included. The one exception is a
///   [`Duration`](core::time::Duration) of more than 2⁶² nanoseconds (146 years), which is kept as that.
/// - **The last `set` wins.** A thread that computes the new value from the old one uses [`update`](Self::update),
///   which loses no other thread's change.
/// - **It publishes nothing** by default. [`Relaxed`] is enough for a value that stands for itself, such as a limit or
///   a measurement. To tell another thread that something is ready, set a [`Flag`](crate::Flag). With
///   [`AcqRel`](crate::ordering::AcqRel) or [`SeqCst`](crate::ordering::SeqCst) as `O`, a thread that reads a value
///   also sees everything that the setting thread did before.
///
/// # Examples
///
/// ```
/// use atomic_state::LastValue;
///
/// static LOAD: LastValue<f64> = LastValue::new();
///
/// LOAD.set(0.75);
/// assert_eq!(LOAD.get(), 0.75);
/// ```
pub struct LastValue<T: StoredValue, O: Order = Relaxed> {
    atomic: AtomicOf<T>,
    order: PhantomData<O>,
}

impl<T: StoredValue, O: Order> LastValue<T, O> {
    crate::__const_fn! {
        /// A value that nobody has set: zero, `false`, `None`, or an enum's first variant.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { atomic: zero_atomic!(T::Int), order: PhantomData }
        }
    }

    crate::__const_fn! {
        /// The value of a constant.
        #[doc(hidden)]
        #[must_use]
        #[inline]
        pub fn __starting<S>() -> Self
        where
            T: StartsAt<S>,
        {
            Self { atomic: start::start_atomic!(T, S), order: PhantomData }
        }
    }

    /// The type's own answer, as generated code asks for it.
    #[doc(hidden)]
    pub const __IS_OPTIONAL: bool = T::__IS_OPTIONAL;

    /// Replaces the value.
    ///
    /// # Examples
    ///
    /// ```
    /// let id = atomic_state::LastValue::<u64>::new();
    /// id.set(u64::MAX);
    /// assert_eq!(id.get(), u64::MAX);
    /// ```
    #[inline]
    pub fn set(&self, value: T) {
        T::Int::store(&self.atomic, value.into_int(), O::STORE);
    }

    /// The value at some moment during the call.
    ///
    /// # Examples
    ///
    /// ```
    /// let load = atomic_state::LastValue::<f32>::new();
    /// assert_eq!(load.get(), 0.0);
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self) -> T {
        T::from_int(T::Int::load(&self.atomic, O::LOAD))
    }

    /// Replaces the value, and returns the value before, in one step.
    ///
    /// # Examples
    ///
    /// ```
    /// let leader = atomic_state::LastValue::<u32>::new();
    /// assert_eq!(leader.swap(7), 0);
    /// assert_eq!(leader.swap(9), 7);
    /// ```
    #[inline]
    pub fn swap(&self, value: T) -> T {
        T::from_int(T::Int::swap(&self.atomic, value.into_int(), O::MODIFY))
    }

    /// Replaces the value by what `change` makes of it, and returns the value before. If another thread changes the
    /// value meanwhile, `change` is called again with that thread's value: no change is lost.
    ///
    /// # Examples
    ///
    /// ```
    /// let average = atomic_state::LastValue::<f64>::new();
    /// average.set(8.0);
    /// assert_eq!(average.update(|average| average * 0.75 + 4.0 * 0.25), 8.0);
    /// assert_eq!(average.get(), 7.0);
    /// ```
    pub fn update(&self, mut change: impl FnMut(T) -> T) -> T {
        let mut seen = T::Int::load(&self.atomic, O::LOAD);
        loop {
            let before = T::from_int(seen);
            let changed = change(before).into_int();
            match T::Int::compare_exchange(&self.atomic, seen, changed, O::MODIFY, O::LOAD) {
                Ok(_) => return before,
                Err(now) => seen = now,
            }
        }
    }

    /// Returns the value and leaves `None`, in one step. If several threads take, each value goes to one of them.
    ///
    /// Only an `Option` can be taken; for another type this does not compile.
    ///
    /// # Examples
    ///
    /// ```
    /// let pending = atomic_state::LastValue::<Option<u32>>::new();
    /// pending.set(Some(3));
    /// assert_eq!(pending.take(), Some(3));
    /// assert_eq!(pending.take(), None);
    /// ```
    #[inline]
    pub fn take(&self) -> T {
        const { assert!(T::__IS_OPTIONAL, "`take` leaves `None`, which only an `Option` can be") }
        T::from_int(T::Int::swap(&self.atomic, T::Int::ZERO, O::MODIFY))
    }
}

/// Starts at a saved value.
impl<T: StoredValue, O: Order> From<T> for LastValue<T, O> {
    #[inline]
    fn from(value: T) -> Self {
        Self { atomic: value.into_int().into_atomic(), order: PhantomData }
    }
}

impl<T: StoredValue, O: Order> Default for LastValue<T, O> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows the value.
impl<T: StoredValue, O: Order> fmt::Debug for LastValue<T, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.get().value(), formatter)
    }
}

impl<T: StoredValue, O: Order> __Plain for LastValue<T, O> {
    type Value = T;
    const __KIND: Kind = Kind::Value;
    const __UNIT: Option<&'static str> = T::__UNIT;
    const __VARIANTS: &'static [&'static str] = T::__VARIANTS;

    fn __since(later: &T, _: &T) -> T {
        *later
    }

    /// The larger as it would be kept, so that a live merge agrees and the order makes no difference.
    fn __combine(total: &mut T, other: &T) {
        *total = T::from_int(total.larger(*other).into_int());
    }

    fn __visit<V: Visitor + ?Sized>(value: &T, field: &'static Field, variant: Option<usize>, visitor: &mut V) {
        visitor.field(field, variant, value.value());
    }
}

impl<T: StoredValue, O: Order> __Live for LastValue<T, O> {
    crate::__initial!(Self::new());

    #[inline]
    fn __from(saved: &T) -> Self {
        Self::from(*saved)
    }

    fn __merge(&self, batch: &T) {
        O::__update(&self.atomic, |kept| T::from_int(kept).larger(*batch).into_int());
    }
}

impl<T: StoredValue, O: Order> __Number for LastValue<T, O> {
    #[inline]
    fn __read<R: __Read>(&self) -> T {
        self.get()
    }
}

checked! { <T: StoredValue, O: Order> LastValue<T, O> }

/// Compiles only for `true`. Whether a type is an `Option` is a constant; this makes the constant a bound, whose error
/// can stand at the user's key.
pub const fn assert_leaves_none<const IS_OPTIONAL: bool>()
where
    Leaves<IS_OPTIONAL>: LeavesNone,
{
}

/// The answer as a type.
#[derive(Debug)]
pub enum Leaves<const IS_OPTIONAL: bool> {}

/// Holds for the answer `true`.
#[diagnostic::on_unimplemented(
    message = "`take` leaves `None`, and this field's type is no `Option`",
    label = "write the type in an `Option`, or use `swap`"
)]
pub trait LeavesNone {}

impl LeavesNone for Leaves<true> {}

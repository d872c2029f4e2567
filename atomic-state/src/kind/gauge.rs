//! The `#[gauge]` kind: a number that goes up and down.

use core::fmt;
use core::marker::PhantomData;

use crate::int::{Int, for_signed_ints, for_unsigned_ints, sealed::AtomicInt, stands_for_itself, zero_atomic};
use crate::kind::guard::{GaugeGuard, Guarded};
use crate::kind::{Cell, Kind};
use crate::metadata::{Field, Value, Visitor};
use crate::ordering::{Order, Relaxed};
#[cfg(feature = "per-thread")]
use crate::per_thread::{Share, SingleWriter};
#[cfg(feature = "per-thread")]
use crate::primitive::Ordering;
use crate::primitive::{has_atomic, has_no_atomic_64};

/// What a gauge can hold: an integer of up to 64 bits, or a type of yours that stands for one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a gauge",
    label = "not a gauge's type",
    note = "a gauge holds an integer of up to 64 bits, or a type of yours that implements `GaugeValue`",
    note = "what does not fit in one integer belongs beside the state, in an `Arc<Mutex<_>>`"
)]
pub trait GaugeValue: Copy {
    /// The integer that is added and subtracted.
    type Int: GaugeInt;

    /// This amount as the integer to add.
    fn into_int(self) -> Self::Int;

    /// The amount that a level stands for.
    fn from_int(int: Self::Int) -> Self;

    /// A level as exporters and `Debug` output show it: as its integer, unless overridden.
    fn value(self) -> Value {
        self.into_int().value()
    }
}

/// An integer that a gauge can hold. The trait is sealed.
///
/// A gauge of an unsigned integer passes through negative levels, where one thread's subtraction comes before the addition
/// of another that it undoes. So it is kept in a signed integer, a wider one where there is one.
pub trait GaugeInt: Int {
    #[doc(hidden)]
    type Stored: Int;
    #[doc(hidden)]
    fn into_stored(self) -> Self::Stored;
    /// The nearest integer to what is stored.
    #[doc(hidden)]
    fn from_stored(stored: Self::Stored) -> Self;
}

macro_rules! gauge_int {
    ($($int:ident in $stored:ident $width:literal)*) => {$(
        has_atomic! { $width:
            impl GaugeInt for $int {
                type Stored = $stored;

                #[inline]
                #[allow(
                    clippy::cast_possible_wrap,
                    clippy::cast_lossless,
                    reason = "two's complement is what adds up exactly"
                )]
                fn into_stored(self) -> $stored {
                    self as $stored
                }

                #[inline]
                fn from_stored(stored: $stored) -> Self {
                    Self::try_from(stored).unwrap_or(if stored < 0 { Self::MIN } else { Self::MAX })
                }
            }
        }
    )*};
}

gauge_int! {
    u8 in i16 "16"
    u16 in i32 "32"
    u32 in i64 "64"
    u64 in i64 "64"
    usize in isize "ptr"
    i8 in i8 "8"
    i16 in i16 "16"
    i32 in i32 "32"
    i64 in i64 "64"
    isize in isize "ptr"
}

has_no_atomic_64! {
    gauge_int! { u32 in i32 "32" }
}

for_unsigned_ints!(stands_for_itself GaugeValue);
for_signed_ints!(stands_for_itself GaugeValue);

type Stored<T> = <<T as GaugeValue>::Int as GaugeInt>::Stored;

/// A number that any thread raises and lowers through a shared reference: the cell behind a `#[gauge]` field.
///
/// - **It does not drift.** Each change is one `fetch_add` or `fetch_sub` in two's complement, so that whatever the order,
///   what was added and subtracted adds up exactly.
/// - **An unsigned gauge shows no underflow.** Where a subtraction overtakes the addition that it undoes, a reader is shown
///   0, and the right level as soon as both are done. A level that the type cannot hold shows as the nearest that it can; a
///   `u64` or `usize` gauge shows 0 from half of its range on, which no count of things in flight comes near, and so does a
///   `u32` gauge where there are no 64-bit atomics.
/// - **It publishes nothing** unless asked to, as a [`Counter`](crate::Counter), and for the same reason.
pub struct Gauge<T: GaugeValue, O: Order = Relaxed> {
    atomic: <Stored<T> as AtomicInt>::Atomic,
    order: PhantomData<O>,
}

impl<T: GaugeValue, O: Order> Gauge<T, O> {
    crate::__const_fn! {
        /// A gauge at zero.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { atomic: zero_atomic!(Stored<T>), order: PhantomData }
        }
    }

    /// Raises the level by `amount`.
    #[inline]
    pub fn add(&self, amount: T) {
        O::add(&self.atomic, amount.into_int().into_stored());
    }

    /// Lowers the level by `amount`.
    #[inline]
    pub fn sub(&self, amount: T) {
        O::sub(&self.atomic, amount.into_int().into_stored());
    }

    /// Replaces the level. What other threads add or subtract at the same time comes before or after, as it happens.
    #[inline]
    pub fn set(&self, level: T) {
        Stored::<T>::store(&self.atomic, level.into_int().into_stored(), O::STORE);
    }

    /// The level at some moment during the call.
    #[must_use]
    #[inline]
    pub fn get(&self) -> T {
        T::from_int(T::Int::from_stored(Stored::<T>::load(&self.atomic, O::LOAD)))
    }

    /// Raises the level by one for as long as the guard lives.
    #[inline]
    pub fn guard(&self) -> GaugeGuard<'_, Self> {
        self.enter();
        GaugeGuard::new(self)
    }

    /// What a guard does first.
    #[doc(hidden)]
    #[inline]
    pub fn enter(&self) {
        O::add(&self.atomic, Stored::<T>::ONE);
    }

    /// What a guard does last.
    #[doc(hidden)]
    #[inline]
    pub fn leave(&self) {
        O::sub(&self.atomic, Stored::<T>::ONE);
    }
}

impl<T: GaugeValue, O: Order> Guarded<0> for Gauge<T, O> {
    #[inline]
    fn leave(&self) {
        self.leave();
    }
}

/// A gauge that starts at a level saved before.
impl<T: GaugeValue, O: Order> From<T> for Gauge<T, O> {
    #[inline]
    fn from(level: T) -> Self {
        Self { atomic: level.into_int().into_stored().into_atomic(), order: PhantomData }
    }
}

impl<T: GaugeValue, O: Order> Default for Gauge<T, O> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: GaugeValue, O: Order> fmt::Debug for Gauge<T, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.get().value(), formatter)
    }
}

impl<T: GaugeValue, O: Order> Cell for Gauge<T, O> {
    type Value = T;
    const KIND: Kind = Kind::Gauge;

    #[inline]
    fn early(&self) -> T {
        T::from_int(T::Int::ZERO)
    }

    #[inline]
    fn late(&self, seen: &mut T) {
        *seen = self.get();
    }

    #[inline]
    fn merge(&self, batch: &T) {
        self.add(*batch);
    }

    fn since(later: &T, _: &T) -> T {
        *later
    }

    fn combine(total: &mut T, other: &T) {
        *total = T::from_int(total.into_int().wrapping_add(other.into_int()));
    }

    fn visit<V: Visitor + ?Sized>(value: &T, field: &'static Field, visitor: &mut V) {
        visitor.field(field, Some(value.value()));
    }
}

#[cfg(feature = "per-thread")]
impl<T: GaugeValue> Share for Gauge<T, SingleWriter> {
    /// What was raised by one thread may have been lowered by another: only the sum of all shares means something.
    fn total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> T {
        let stored = |gauge: &Self| Stored::<T>::load(&gauge.atomic, Ordering::Relaxed);
        let level = shares().fold(stored(base), |level, share| level.wrapping_add(stored(share)));
        T::from_int(T::Int::from_stored(level))
    }
}

checked! { <T: GaugeValue, O: Order> Gauge<T, O> }

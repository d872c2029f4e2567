//! What a state does with a gauge.

use super::{Gauge, GaugeInt, GaugeValue, Stored};
use crate::cell::{__Live, __Number, __Plain, __Read};
#[cfg(feature = "per-thread")]
use crate::int::sealed::AtomicInt;
use crate::metadata::{Field, Kind, Visitor};
use crate::ordering::Order;
#[cfg(feature = "per-thread")]
use crate::ordering::Relaxed;
#[cfg(feature = "per-thread")]
use crate::per_thread::Share;
use crate::writer::Writer;

impl<T: GaugeValue, O: Writer> __Plain for Gauge<T, O> {
    type Value = T;
    const __KIND: Kind = Kind::Gauge;

    fn __since(later: &T, _: &T) -> T {
        *later
    }

    /// By way of the stored integer, so that a plain merge shows what the live one shows.
    fn __combine(total: &mut T, other: &T) {
        *total = Self::level(T::Int::merged(total.into_int().into_level(), other.into_int()));
    }

    fn __visit<V: Visitor + ?Sized>(value: &T, field: &'static Field, variant: Option<usize>, visitor: &mut V) {
        visitor.field(field, variant, value.value());
    }
}

impl<T: GaugeValue, O: Writer> Gauge<T, O> {
    /// Adds the level of a batch, and returns what is stored then.
    pub(super) fn merge_level(&self, batch: &T) -> Stored<T> {
        O::__update(&self.atomic, |stored| T::Int::merged(stored, batch.into_int()))
    }
}

impl<T: GaugeValue, O: Writer> __Live for Gauge<T, O> {
    crate::__initial!(Self::new());

    #[inline]
    fn __from(saved: &T) -> Self {
        Self::from(*saved)
    }

    #[inline]
    fn __merge(&self, batch: &T) {
        self.merge_level(batch);
    }
}

impl<T: GaugeValue, O: Order> __Number for Gauge<T, O> {
    #[inline]
    fn __read<R: __Read>(&self) -> T {
        self.get()
    }
}

/// One thread may lower what another raised: only the sum of all shares is a level.
#[cfg(feature = "per-thread")]
impl<T: GaugeValue> Share for Gauge<T, crate::writer::Single> {
    #[inline]
    fn __see<R: __Read>(&self, seen: &mut Self) {
        let share = Stored::<T>::load(&self.atomic, Relaxed::LOAD);
        Stored::<T>::change(&mut seen.atomic, |_| share);
    }

    #[inline]
    fn __add_to(&self, sum: &mut Self) {
        let share = Stored::<T>::load(&self.atomic, Relaxed::LOAD);
        Stored::<T>::change(&mut sum.atomic, |sum| sum.wrapping_add(share));
    }

    #[inline]
    fn __settle<R: __Read>(&self, sum: &mut Self) {
        self.__add_to(sum);
    }

    #[inline]
    fn __value(&mut self) -> T {
        Self::level(Stored::<T>::change(&mut self.atomic, |sum| sum))
    }

    fn __total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> T
    where
        Self: 'a,
    {
        let stored = |gauge: &Self| Stored::<T>::load(&gauge.atomic, Relaxed::LOAD);
        let base = stored(base);
        Self::level(shares().fold(base, |level, share| level.wrapping_add(stored(share))))
    }
}

//! A gauge that keeps its peak, for a `#[max(of = …)]` field, or that tells when it shows zero, for `wait_zero`.

use core::fmt;

use super::peak::{Highest, PeakField, PeakKind};
use super::{Gauge, GaugeInt, GaugeValue, Stored};
use crate::cell::{__Live, __Number, __Plain, __Read};
use crate::int::sealed::AtomicInt;
use crate::metadata::{Field, Kind, Visitor};
use crate::ordering::Order;

/// A [`Gauge`] that keeps its peak if `P` is [`Peaked`](super::peak::Peaked), and knows who waits for zero if `Z` is a
/// list of wakers. Either may be `()`.
pub struct WatchedGauge<T: GaugeValue, O: Order, P: PeakKind, Z: ZeroWakers> {
    pub(super) gauge: Gauge<T, O>,
    pub(super) peak: P::Of<T>,
    pub(super) zero: Z,
}

/// Those who wait until the gauge shows zero.
pub trait ZeroWakers: Send + Sync {
    /// Nobody.
    #[cfg(not(atomic_state_loom))]
    const NEW: Self;
    /// Nobody.
    fn __none() -> Self;
    /// Wakes them.
    fn __wake(&self);
}

/// Nobody can.
impl ZeroWakers for () {
    #[cfg(not(atomic_state_loom))]
    const NEW: Self = ();

    fn __none() {}

    #[inline]
    fn __wake(&self) {}
}

#[cfg(not(atomic_state_loom))]
macro_rules! new {
    ($part:ty as $of:path, $loom:expr) => {
        <$part as $of>::NEW
    };
}
#[cfg(atomic_state_loom)]
macro_rules! new {
    ($part:ty as $of:path, $loom:expr) => {
        $loom
    };
}

#[allow(missing_docs, clippy::new_without_default, reason = "hidden, and its methods are those of `Gauge`")]
impl<T: GaugeValue, O: Order, P: PeakKind, Z: ZeroWakers> WatchedGauge<T, O, P, Z> {
    crate::__const_fn! {
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self {
                gauge: Gauge::new(),
                peak: new!(P::Of<T> as Highest<T>, P::Of::<T>::__starting(Stored::<T>::ZERO)),
                zero: new!(Z as ZeroWakers, Z::__none()),
            }
        }
    }

    /// After a change to this level.
    #[inline]
    fn changed(&self, level: Stored<T>) {
        self.peak.__raise(level);
        if T::Int::from_stored(level) == T::Int::ZERO {
            self.zero.__wake();
        }
    }

    #[inline]
    fn raise_by(&self, amount: Stored<T>) -> Stored<T> {
        let before = Stored::<T>::fetch_add(&self.gauge.atomic, amount, O::MODIFY);
        self.changed(before.wrapping_add(amount));
        before
    }

    #[inline]
    fn lower_by(&self, amount: Stored<T>) {
        let before = Stored::<T>::fetch_sub(&self.gauge.atomic, amount, O::MODIFY);
        self.changed(before.wrapping_sub(amount));
    }

    #[inline]
    pub fn add(&self, amount: T) {
        self.raise_by(amount.into_int().into_stored());
    }

    #[inline]
    pub fn sub(&self, amount: T) {
        self.lower_by(amount.into_int().into_stored());
    }

    #[inline]
    pub fn increment(&self) {
        self.raise_by(Stored::<T>::ONE);
    }

    #[inline]
    pub fn decrement(&self) {
        self.lower_by(Stored::<T>::ONE);
    }

    #[inline]
    pub fn fetch(&self, amount: T) -> T {
        Gauge::<T, O>::level(self.raise_by(amount.into_int().into_stored()))
    }

    #[inline]
    pub fn set(&self, level: T) {
        let level = level.into_int().into_stored();
        Stored::<T>::swap(&self.gauge.atomic, level, O::MODIFY);
        self.changed(level);
    }

    #[must_use]
    #[inline]
    pub fn get(&self) -> T {
        self.gauge.get()
    }

    #[inline]
    pub fn __enter(this: &Self) -> i64 {
        this.increment();
        1
    }

    #[inline]
    pub fn __enter_by(this: &Self, amount: T) -> i64 {
        this.raise_by(amount.into_int().into_stored());
        amount.into_int().into_stored().into_wide()
    }

    #[inline]
    pub fn __try_enter(this: &Self, limit: T) -> Option<i64> {
        let level = this.gauge.raise_below(limit.into_int().into_level())?;
        this.changed(level);
        Some(1)
    }

    #[inline]
    pub fn __leave(this: &Self, amount: i64) {
        this.lower_by(Stored::<T>::from_wide(amount));
    }
}

/// Shows the level.
impl<T: GaugeValue, O: Order, P: PeakKind, Z: ZeroWakers> fmt::Debug for WatchedGauge<T, O, P, Z> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.gauge.fmt(formatter)
    }
}

impl<T: GaugeValue, O: Order, P: PeakKind, Z: ZeroWakers> __Plain for WatchedGauge<T, O, P, Z> {
    type Value = T;
    const __KIND: Kind = Kind::Gauge;

    fn __since(later: &T, earlier: &T) -> T {
        Gauge::<T, O>::__since(later, earlier)
    }

    fn __combine(total: &mut T, other: &T) {
        Gauge::<T, O>::__combine(total, other);
    }

    fn __raise_peak(peak: &mut T, level: &T) {
        PeakField::<T>::__combine(peak, level);
    }

    fn __visit<V: Visitor + ?Sized>(value: &T, field: &'static Field, variant: Option<usize>, visitor: &mut V) {
        Gauge::<T, O>::__visit(value, field, variant, visitor);
    }
}

impl<T: GaugeValue, O: Order, P: PeakKind, Z: ZeroWakers> __Live for WatchedGauge<T, O, P, Z> {
    crate::__initial!(Self::new());

    fn __from(saved: &T) -> Self {
        Self {
            gauge: Gauge::from(*saved),
            peak: P::Of::<T>::__starting(saved.into_int().into_level()),
            zero: Z::__none(),
        }
    }

    fn __merge(&self, batch: &T) {
        self.changed(self.gauge.merge_level(batch));
    }
}

impl<T: GaugeValue, O: Order, P: PeakKind, Z: ZeroWakers> __Number for WatchedGauge<T, O, P, Z> {
    #[inline]
    fn __read<R: __Read>(&self) -> T {
        self.get()
    }
}

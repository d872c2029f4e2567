//! A gauge that more is known of: its peak, for a `#[max(of = …)]` field, or when it shows zero, for `wait_zero`.

use core::fmt;

use super::{Gauge, GaugeInt, GaugeValue, Stored};
use crate::cell::{__Live, __Number, __Plain, __Read};
use crate::int::sealed::AtomicInt;
#[cfg(not(atomic_state_loom))]
use crate::int::zero_atomic;
use crate::metadata::{Field, Kind, Visitor};
use crate::ordering::Order;
use crate::primitive::Ordering::Relaxed;

/// A [`Gauge`] that keeps its peak if `P` is [`Peaked`], and knows who waits for zero if `Z` is a list of wakers.
/// Either may be `()`.
pub struct WatchedGauge<T: GaugeValue, O: Order, P: PeakKind, Z: ZeroWakers> {
    pub(super) gauge: Gauge<T, O>,
    peak: P::Of<T>,
    pub(super) zero: Z,
}

/// Whether a gauge keeps its peak.
pub trait PeakKind: Send + Sync {
    /// What keeps it.
    type Of<T: GaugeValue>: Highest<T>;
}

/// It does.
#[derive(Debug)]
pub enum Peaked {}

impl PeakKind for () {
    type Of<T: GaugeValue> = ();
}

impl PeakKind for Peaked {
    type Of<T: GaugeValue> = Peak<T>;
}

/// What keeps a gauge's peak.
pub trait Highest<T: GaugeValue>: Send + Sync {
    /// Level zero.
    #[cfg(not(atomic_state_loom))]
    const NEW: Self;
    /// Starts at a level.
    fn __starting(level: Stored<T>) -> Self;
    /// The level became this.
    fn __raise(&self, level: Stored<T>);
}

/// Keeps none.
impl<T: GaugeValue> Highest<T> for () {
    #[cfg(not(atomic_state_loom))]
    const NEW: Self = ();

    fn __starting(_: Stored<T>) {}

    #[inline]
    fn __raise(&self, _: Stored<T>) {}
}

/// The highest level so far.
pub struct Peak<T: GaugeValue>(<Stored<T> as AtomicInt>::Atomic);

impl<T: GaugeValue> Highest<T> for Peak<T> {
    #[cfg(not(atomic_state_loom))]
    #[allow(clippy::declare_interior_mutable_const, reason = "each use starts an atomic of its own")]
    const NEW: Self = Self(zero_atomic!(Stored<T>));

    fn __starting(level: Stored<T>) -> Self {
        Self(level.into_atomic())
    }

    #[inline]
    fn __raise(&self, level: Stored<T>) {
        if Stored::<T>::load(&self.0, Relaxed) < level {
            Stored::<T>::fetch_max(&self.0, level, Relaxed);
        }
    }
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
    pub fn __enter(&self) -> i64 {
        self.increment();
        1
    }

    #[inline]
    pub fn __enter_by(&self, amount: T) -> i64 {
        self.raise_by(amount.into_int().into_stored());
        amount.into_int().into_stored().into_wide()
    }

    #[inline]
    pub fn __try_enter(&self, limit: T) -> Option<i64> {
        let level = self.gauge.raise_below(limit.into_int().into_level())?;
        self.changed(level);
        Some(1)
    }

    #[inline]
    pub fn __leave(&self, amount: i64) {
        self.lower_by(Stored::<T>::from_wide(amount));
    }
}

impl<T: GaugeValue, O: Order, Z: ZeroWakers> WatchedGauge<T, O, Peaked, Z> {
    /// Starts at a saved level with a saved peak.
    #[must_use]
    pub fn __with_peak(level: &T, peak: &T) -> Self {
        let stored = level.into_int().into_level();
        let peak = peak.into_int().into_level().max(stored);
        Self { gauge: Gauge::from(*level), peak: Peak(peak.into_atomic()), zero: Z::__none() }
    }

    /// The highest level so far, which is at least the level there is.
    #[must_use]
    #[inline]
    pub fn __peak(&self) -> T {
        self.peak_seen_with(&self.get())
    }

    /// The same, at least a level that was read before.
    #[must_use]
    #[inline]
    pub fn peak_seen_with(&self, level: &T) -> T {
        let peak = Stored::<T>::load(&self.peak.0, Relaxed);
        Gauge::<T, O>::level(peak.max(level.into_int().into_level()))
    }

    /// Returns the peak and starts anew at the level there is.
    #[inline]
    pub fn __take_peak(&self) -> T {
        self.take_peak_seen_with(&self.get())
    }

    /// The same, at least a level that was read before.
    #[inline]
    pub fn take_peak_seen_with(&self, level: &T) -> T {
        let now = Stored::<T>::load(&self.gauge.atomic, Relaxed);
        let peak = Stored::<T>::swap(&self.peak.0, now, Relaxed);
        // By a read-modify-write: a change that comes before it is in the level here, and one that comes after it
        // raises the peak after the swap. A load may miss both.
        let now = Stored::<T>::fetch_add(&self.gauge.atomic, Stored::<T>::ZERO, O::MODIFY);
        self.peak.__raise(now);
        Gauge::<T, O>::level(peak.max(level.into_int().into_level()))
    }

    /// The peak as `Debug` output shows it.
    pub fn __peak_shown(&self) -> impl fmt::Debug {
        Gauge::<T, O>::from(self.__peak())
    }

    /// Raises the peak to that of a batch.
    pub fn __merge_peak(&self, batch: &T) {
        self.peak.__raise(batch.into_int().into_level());
    }

    /// Reads the peak for the plain struct that `R` reads, which shows this level.
    #[inline]
    pub fn __read_peak<R: __Read>(&self, level: &T) -> T {
        if R::EXTREMES { self.take_peak_seen_with(level) } else { self.peak_seen_with(level) }
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

/// The type of a peak of a gauge that holds a `T`: the same.
#[diagnostic::on_unimplemented(
    message = "the peak of a gauge has the gauge's own type, and this one is a `{T}`",
    label = "not the gauge's type"
)]
pub trait PeakOf<T> {
    /// True, where it compiles.
    const __FITS: bool;
}

impl<T: GaugeValue> PeakOf<T> for T {
    const __FITS: bool = T::__FITS;
}

/// The plain value of a `#[max(of = …)]` field, which has no cell of its own.
pub struct PeakField<T>(core::marker::PhantomData<T>);

/// Names that value where the derive does not know the type.
#[derive(Debug)]
pub enum AsPeak {}

impl<T: GaugeValue> __Plain for PeakField<T> {
    type Value = T;
    const __KIND: Kind = Kind::Max;

    fn __since(later: &T, _: &T) -> T {
        *later
    }

    fn __combine(total: &mut T, other: &T) {
        if other.into_int() > total.into_int() {
            *total = *other;
        }
    }

    fn __visit<V: Visitor + ?Sized>(value: &T, field: &'static Field, variant: Option<usize>, visitor: &mut V) {
        visitor.field(field, variant, value.value());
    }
}

//! The peak of a gauge: what keeps it, and the `#[max(of = …)]` field that shows it.

use core::fmt;

use super::watched::{WatchedGauge, ZeroWakers};
use super::{Gauge, GaugeInt, GaugeValue, Stored};
use crate::cell::{__Plain, __Read};
use crate::int::sealed::AtomicInt;
#[cfg(not(atomic_state_loom))]
use crate::int::zero_atomic;
use crate::metadata::{Field, Kind, Visitor};
use crate::ordering::Order;
use crate::primitive::Ordering::Relaxed;

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
    pub fn __peak(this: &Self) -> T {
        this.peak_seen_with(&this.get())
    }

    /// The same, at least a level that was read before.
    #[inline]
    fn peak_seen_with(&self, level: &T) -> T {
        let peak = Stored::<T>::load(&self.peak.0, Relaxed);
        Gauge::<T, O>::level(peak.max(level.into_int().into_level()))
    }

    /// Returns the peak and starts anew at the level there is.
    #[inline]
    pub fn __take_peak(this: &Self) -> T {
        this.take_peak_seen_with(&this.get())
    }

    /// The same, at least a level that was read before.
    #[inline]
    fn take_peak_seen_with(&self, level: &T) -> T {
        let now = Stored::<T>::load(&self.gauge.atomic, Relaxed);
        let peak = Stored::<T>::swap(&self.peak.0, now, Relaxed);
        // By a read-modify-write: a change that comes before it is in the level here, and one that comes after it
        // raises the peak after the swap. A load may miss both.
        let now = Stored::<T>::fetch_add(&self.gauge.atomic, Stored::<T>::ZERO, O::MODIFY);
        self.peak.__raise(now);
        Gauge::<T, O>::level(peak.max(level.into_int().into_level()))
    }

    /// The peak as `Debug` output shows it.
    pub fn __peak_shown(this: &Self) -> impl fmt::Debug {
        Gauge::<T, O>::from(Self::__peak(this))
    }

    /// Raises the peak to that of a batch.
    pub fn __merge_peak(this: &Self, batch: &T) {
        this.peak.__raise(batch.into_int().into_level());
    }

    /// Reads the peak for the plain struct that `R` reads, which shows this level.
    #[inline]
    pub fn __read_peak<R: __Read>(this: &Self, level: &T) -> T {
        if R::EXTREMES { this.take_peak_seen_with(level) } else { this.peak_seen_with(level) }
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

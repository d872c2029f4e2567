//! What `#[max]` and `#[min]` have in common: one cell, which keeps the largest of the samples' codes.

use core::fmt;
use core::marker::PhantomData;
use core::time::Duration;

use crate::int::{UnsignedInt, for_signed_ints, for_unsigned_ints, sealed::AtomicInt, stands_for_itself, zero_atomic};
use crate::kind::rank::Ranked;
use crate::kind::{Cell, Kind};
use crate::metadata::{Field, Value, Visitor};
#[cfg(feature = "per-thread")]
use crate::per_thread::Share;
use crate::primitive::{Ordering::Relaxed, has_atomic};

/// What a sample of a minimum or maximum can be: an integer of up to 64 bits, a [`Duration`], or a type of yours that
/// stands for an integer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a sample of a minimum or maximum",
    label = "not a sample's type",
    note = "a sample is an integer of up to 64 bits, a `Duration`, or a type of yours that implements `ExtremeValue`"
)]
pub trait ExtremeValue: Copy {
    /// The integer that is compared.
    type Int: Ranked;

    /// This sample as the integer to compare.
    fn into_int(self) -> Self::Int;

    /// The sample that an integer stands for.
    fn from_int(int: Self::Int) -> Self;

    /// A sample as exporters and `Debug` output show it: as its integer, unless overridden.
    fn value(self) -> Value {
        self.into_int().value()
    }
}

for_unsigned_ints!(stands_for_itself ExtremeValue);
for_signed_ints!(stands_for_itself ExtremeValue);

has_atomic! { "64":
    /// Compared in whole nanoseconds; one longer than 2⁶⁴ of them counts as the longest.
    impl ExtremeValue for Duration {
        type Int = u64;

        #[inline]
        fn into_int(self) -> u64 {
            crate::CounterValue::into_int(self)
        }

        #[inline]
        fn from_int(nanoseconds: u64) -> Self {
            crate::CounterValue::from_int(nanoseconds)
        }

        fn value(self) -> Value {
            Value::Duration(self)
        }
    }
}

/// Which end of the range an [`Extreme`] keeps.
pub trait End {
    /// The kind, for metadata.
    const KIND: Kind;
    /// The code of a sample: greater for a better one, and never zero, which is the code of "no sample". Where a rank has
    /// no value to spare, the largest sample shares the code of the one below it.
    fn encode<I: Ranked>(int: I) -> I::Rank;
    /// The sample of a code other than zero.
    fn decode<I: Ranked>(code: I::Rank) -> I;
    /// Whether a sample is better than another.
    fn is_better<I: Ord>(sample: I, other: I) -> bool;
}

/// What a field of samples can be in the plain struct, and how it is kept in an integer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a minimum or maximum",
    label = "not a type of samples",
    note = "write an `Option` of an integer or `Duration`, which is `None` until the first sample",
    note = "a maximum can also be an unsigned integer or `Duration` that starts at zero"
)]
pub trait Samples<E: End>: Copy {
    /// One sample.
    type Sample: ExtremeValue;
    /// What is kept. Zero is what the field starts with.
    type Code: UnsignedInt;
    /// The code of a sample.
    fn encode(sample: Self::Sample) -> Self::Code;
    /// The field's value.
    fn decode(code: Self::Code) -> Self;
    /// The sample that a plain value stands for.
    fn sample(self) -> Option<Self::Sample>;
}

impl<T: ExtremeValue, E: End> Samples<E> for Option<T> {
    type Sample = T;
    type Code = <T::Int as Ranked>::Rank;

    #[inline]
    fn encode(sample: T) -> Self::Code {
        E::encode(sample.into_int())
    }

    #[inline]
    fn decode(code: Self::Code) -> Self {
        (code != Self::Code::ZERO).then(|| T::from_int(E::decode(code)))
    }

    #[inline]
    fn sample(self) -> Option<T> {
        self
    }
}

/// The best of all samples, which any thread adds through a shared reference: the cell behind a `#[max]` or `#[min]` field.
///
/// - **No sample is lost**: each new extreme is one `fetch_max`, under any interleaving. The usual sample, which is no new
///   extreme, is one load and writes nothing, so that threads which record do not slow each other down.
/// - **None until the first sample**, where the field is an `Option`. No stand-in value ever shows.
/// - **One sample reads back as its neighbour**: the largest of a 64-bit integer, of `usize` or of `isize`, and the longest
///   `Duration` (2⁶⁴ − 1 nanoseconds), as the one below it; the largest of 32 bits too, where there are no
///   64-bit atomics. Every other value reads back as itself.
/// - **It publishes nothing**: every access is Relaxed, as for a [`Counter`](crate::Counter), and for the same reason.
pub struct Extreme<V: Samples<E>, E: End> {
    code: <V::Code as AtomicInt>::Atomic,
    end: PhantomData<E>,
}

impl<V: Samples<E>, E: End> Extreme<V, E> {
    crate::__const_fn! {
        /// Without a sample.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { code: zero_atomic!(V::Code), end: PhantomData }
        }
    }

    /// Keeps `sample` if it is better than all before.
    #[inline]
    pub fn record(&self, sample: V::Sample) {
        let code = V::encode(sample);
        if V::Code::load(&self.code, Relaxed) < code {
            V::Code::fetch_max(&self.code, code, Relaxed);
        }
    }

    /// The best sample so far.
    #[must_use]
    #[inline]
    pub fn get(&self) -> V {
        V::decode(V::Code::load(&self.code, Relaxed))
    }

    /// Returns the best sample so far and starts anew, in one step.
    #[inline]
    pub fn take(&self) -> V {
        V::decode(V::Code::swap(&self.code, V::Code::ZERO, Relaxed))
    }
}

/// The type of a cell's samples, where the derive cannot tell it from the field's.
pub trait Sampled {
    /// One sample.
    type Sample;
}

impl<V: Samples<E>, E: End> Sampled for Extreme<V, E> {
    type Sample = V::Sample;
}

/// Starts from what was saved before.
impl<V: Samples<E>, E: End> From<V> for Extreme<V, E> {
    #[inline]
    fn from(saved: V) -> Self {
        let code = saved.sample().map_or(V::Code::ZERO, V::encode);
        Self { code: code.into_atomic(), end: PhantomData }
    }
}

impl<V: Samples<E>, E: End> Default for Extreme<V, E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<V: Samples<E>, E: End> fmt::Debug for Extreme<V, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.get().sample() {
            Some(sample) => fmt::Display::fmt(&sample.value(), formatter),
            None => formatter.write_str("None"),
        }
    }
}

impl<V: Samples<E>, E: End> Cell for Extreme<V, E> {
    type Value = V;
    const KIND: Kind = E::KIND;

    #[inline]
    fn early(&self) -> V {
        V::decode(V::Code::ZERO)
    }

    #[inline]
    fn late(&self, seen: &mut V) {
        *seen = self.get();
    }

    #[inline]
    fn take_late(&self, seen: &mut V) {
        *seen = self.take();
    }

    #[inline]
    fn merge(&self, batch: &V) {
        if let Some(sample) = batch.sample() {
            self.record(sample);
        }
    }

    fn since(later: &V, _: &V) -> V {
        *later
    }

    fn combine(total: &mut V, other: &V) {
        let better = match (total.sample(), other.sample()) {
            (Some(total), Some(other)) => E::is_better(other.into_int(), total.into_int()),
            (total, _) => total.is_none(),
        };
        if better {
            *total = *other;
        }
    }

    fn visit<W: Visitor + ?Sized>(value: &V, field: &'static Field, visitor: &mut W) {
        visitor.field(field, value.sample().map(ExtremeValue::value));
    }
}

#[cfg(feature = "per-thread")]
impl<V: Samples<E>, E: End> Share for Extreme<V, E> {
    fn total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> V {
        best(base, shares(), |share| V::Code::load(&share.code, Relaxed))
    }

    /// A new extreme is one step for a share too, and so is its taking: each sample goes to one taker.
    fn take_total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> V {
        best(base, shares(), |share| {
            // One without a sample is left where it is, in its thread's cache.
            let code = V::Code::load(&share.code, Relaxed);
            if code == V::Code::ZERO { code } else { V::Code::swap(&share.code, V::Code::ZERO, Relaxed) }
        })
    }
}

#[cfg(feature = "per-thread")]
fn best<'a, V: Samples<E> + 'a, E: End + 'a>(
    base: &'a Extreme<V, E>,
    shares: impl Iterator<Item = &'a Extreme<V, E>>,
    code: impl Fn(&Extreme<V, E>) -> V::Code,
) -> V {
    V::decode(shares.fold(code(base), |best, share| best.max(code(share))))
}

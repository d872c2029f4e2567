//! What a histogram can hold.

use core::fmt::Debug;
use core::time::Duration;

use super::plain::Histogram;
use super::shape::Shape;
use crate::int::sealed::AtomicInt;
use crate::kind::counter::CounterValue;

mod sealed {
    pub trait Sealed {}

    impl Sealed for u64 {}
    impl Sealed for core::time::Duration {}
}

/// The samples of a [`Histogram`]: `u64` or [`Duration`]. The trait is sealed.
#[diagnostic::on_unimplemented(
    message = "a histogram has no samples of type `{Self}`",
    label = "not a type of samples",
    note = "write `Histogram<u64>` or `Histogram<Duration>`, and convert each sample"
)]
pub trait HistogramValue: CounterValue + Debug + PartialEq + Send + Sync + sealed::Sealed + 'static {
    /// The type of the samples' mean: `f64` or [`Duration`].
    type Mean: Copy + Debug + PartialEq;

    #[doc(hidden)]
    const __SHAPE: &'static Shape;

    /// Whether a sample is a time.
    #[doc(hidden)]
    const __IS_TIME: bool;

    #[doc(hidden)]
    fn __number(self) -> u64;

    #[doc(hidden)]
    fn __from_number(number: u64) -> Self;

    #[doc(hidden)]
    fn __mean(sum: u64, count: u64) -> Self::Mean;

    /// The sample that a timer records. A timer of other samples is an error elsewhere.
    #[doc(hidden)]
    fn __from_time(time: Duration) -> Self;
}

impl HistogramValue for u64 {
    type Mean = f64;

    const __SHAPE: &'static Shape = &Shape {
        bounds: [
            0x8000_0000_0000_0000,
            0x8b95_c1e3_ea8b_d6e6,
            0x9837_f051_8db8_a96f,
            0xa5fe_d6a9_b151_38ea,
            0xb504_f333_f9de_6484,
            0xc567_2a11_5506_dadd,
            0xd744_fcca_d69d_6af4,
            0xeac0_c6e7_dd24_392e,
            u64::MAX,
        ],
        first: 0,
        per_unit: 1.0,
    };

    const __IS_TIME: bool = false;

    #[inline]
    fn __number(self) -> u64 {
        self
    }

    #[inline]
    fn __from_number(number: u64) -> Self {
        number
    }

    #[allow(clippy::cast_precision_loss, reason = "a mean is no more precise")]
    fn __mean(sum: u64, count: u64) -> f64 {
        sum as f64 / count as f64
    }

    fn __from_time(time: Duration) -> Self {
        time.__number()
    }
}

/// Kept as whole nanoseconds, like a [`Counter`](crate::Counter)'s.
impl HistogramValue for Duration {
    type Mean = Self;

    const __SHAPE: &'static Shape = &Shape {
        bounds: [
            0x81ff_a7a9_549c_a6e3,
            0x8dc3_b896_0164_a7d9,
            0x9a98_6705_4d51_2391,
            0xa896_5f74_bf06_5071,
            0xb7d8_8a12_d0dd_9ea0,
            0xc87c_3e7d_03cd_bec3,
            0xdaa1_7c2c_d195_55db,
            0xee6b_2800_0000_0000,
            u64::MAX,
        ],
        first: -239,
        per_unit: 1e9,
    };

    const __IS_TIME: bool = true;

    #[inline]
    fn __number(self) -> u64 {
        self.__amount()
    }

    #[inline]
    fn __from_number(number: u64) -> Self {
        Self::from_nanos(number)
    }

    fn __mean(sum: u64, count: u64) -> Self {
        Self::from_nanos(sum / count)
    }

    #[inline]
    fn __from_time(time: Duration) -> Self {
        time
    }
}

/// The type of a histogram's field in the plain struct.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a histogram",
    label = "not a `Histogram`",
    note = "write `Histogram<u64>` or `Histogram<Duration>`, of `atomic_state::Histogram`"
)]
pub trait HistogramField {
    /// The samples.
    type Sample: HistogramValue;

    /// True, where it compiles. It is said by way of the samples: a constant that depends on no type is evaluated in
    /// this crate, and would be an error here on a target without such an atomic.
    const __FITS: bool = <Self::Sample as CounterValue>::Int::IS_AVAILABLE;
}

impl<T: HistogramValue> HistogramField for Histogram<T> {
    type Sample = T;
}

/// Compiles only for `true`. Whether samples are times is a constant; this makes the constant a bound, whose error can
/// stand at the user's key.
pub const fn assert_takes_times<const TAKES_TIMES: bool>()
where
    Times<TAKES_TIMES>: TakesTimes,
{
}

/// The answer as a type.
#[derive(Debug)]
pub enum Times<const TAKES_TIMES: bool> {}

/// Holds for the answer `true`.
#[diagnostic::on_unimplemented(
    message = "a timer records a `Duration`, and this field has other samples",
    label = "needs a `Histogram<Duration>`"
)]
pub trait TakesTimes {}

impl TakesTimes for Times<true> {}

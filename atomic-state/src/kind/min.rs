//! The `#[min]` kind: the smallest of all samples.

use crate::int::sealed::AtomicInt;
use crate::kind::extreme::{End, Extreme, ExtremeField};
use crate::kind::rank::Ranked;
use crate::metadata::Kind;
use crate::ordering::{Order, Relaxed};

/// Keeps the smallest sample.
#[derive(Debug)]
pub enum Smallest {}

/// The smallest of all samples: the cell behind a `#[min]` field. `V` is an `Option` of a sample.
///
/// # Examples
///
/// ```
/// use atomic_state::Min;
///
/// let fastest: Min<Option<i16>> = Min::new();
/// assert_eq!(fastest.get(), None);
/// fastest.record(30);
/// fastest.record(-20);
/// assert_eq!(fastest.get(), Some(-20));
/// ```
pub type Min<V, O = Relaxed> = Extreme<V, Smallest, O>;

impl End for Smallest {
    const KIND: Kind = Kind::Min;

    #[inline]
    fn __encode<I: Ranked>(int: I) -> I::Rank {
        let code = I::LAST.wrapping_sub(int.rank());
        if code == I::Rank::ZERO { I::Rank::ONE } else { code }
    }

    #[inline]
    fn __decode<I: Ranked>(code: I::Rank) -> I {
        I::from_rank(I::LAST.wrapping_sub(code))
    }
}

/// A type that a `#[min]` field can have.
pub trait MinField: ExtremeField<Smallest> {
    /// True, where it compiles.
    const __FITS: bool = Self::Code::IS_AVAILABLE;
}

impl<T: ExtremeField<Smallest>> MinField for T {}

checked! { <T: MinField, O: Order> Min<T, O> }

//! The `#[counter]` kind: a number that threads add to.

mod value;

use core::fmt;
use core::marker::PhantomData;

use crate::cell::{__Live, __Number, __Plain, __Read};
use crate::int::{sealed::AtomicInt, zero_atomic};
use crate::metadata::{Field, Kind, Visitor};
use crate::ordering::{Order, Relaxed};
#[cfg(feature = "per-thread")]
use crate::per_thread::Share;
#[cfg(feature = "per-thread")]
use crate::primitive::{Ordering, fence};
use crate::writer::Writer;

pub use self::value::{CounterValue, assert_counts_ones};

/// A number that any thread adds to through a shared reference: the cell behind a `#[counter]` field.
///
/// - **No amount is lost**, under any ordering and from any number of threads. Each addition is one `fetch_add`. After
///   the recording threads are joined, [`get`](Self::get) is exact.
/// - **It wraps** at the width of [`CounterValue::Int`]: a `u8` counter at 255 that records 1 is 0.
/// - **It publishes nothing** by default. [`Relaxed`] is enough for a count, because readers draw no conclusions from a
///   total about other memory. To tell another thread that something is ready, set a [`Flag`](crate::Flag). With
///   [`AcqRel`](crate::ordering::AcqRel) or [`SeqCst`](crate::ordering::SeqCst) as `O`, a thread that reads a total
///   also sees everything that the recording threads did before they recorded.
///
/// # Examples
///
/// ```
/// use std::thread;
///
/// use atomic_state::Counter;
///
/// static REQUESTS: Counter<u64> = Counter::new();
///
/// let server = thread::spawn(|| REQUESTS.record(3));
/// REQUESTS.increment();
/// server.join().unwrap();
/// assert_eq!(REQUESTS.get(), 4);
/// ```
pub struct Counter<T: CounterValue, O: Writer = Relaxed> {
    atomic: <T::Int as AtomicInt>::Atomic,
    writer: PhantomData<O>,
}

impl<T: CounterValue, O: Writer> Counter<T, O> {
    crate::__const_fn! {
        /// A counter at zero.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { atomic: zero_atomic!(T::Int), writer: PhantomData }
        }
    }

    /// The type's own answer, as generated code asks for it.
    #[doc(hidden)]
    pub const __COUNTS_ONES: bool = T::COUNTS_ONES;

    /// Adds `amount`, wrapping at the width of [`CounterValue::Int`].
    ///
    /// # Examples
    ///
    /// ```
    /// let sent = atomic_state::Counter::<u8>::new();
    /// sent.record(200);
    /// sent.record(57);
    /// assert_eq!(sent.get(), 1);
    /// ```
    #[inline]
    pub fn record(&self, amount: T) {
        O::__add(&self.atomic, amount.__amount());
    }

    /// Adds one, wrapping.
    ///
    /// For a [`Duration`](core::time::Duration) this does not compile: use [`record`](Self::record) with an amount.
    ///
    /// # Examples
    ///
    /// ```
    /// let jobs = atomic_state::Counter::<u32>::new();
    /// jobs.increment();
    /// assert_eq!(jobs.get(), 1);
    /// ```
    #[inline]
    pub fn increment(&self) {
        const { assert!(T::COUNTS_ONES, "`increment` adds 1, which has no meaning for this type: record an amount") }
        O::__add(&self.atomic, T::Int::ONE);
    }

    /// The total, whoever writes it.
    #[inline]
    pub(super) fn shown(&self) -> T {
        T::from_int(T::Int::load(&self.atomic, Relaxed::LOAD))
    }
}

impl<T: CounterValue, O: Order> Counter<T, O> {
    /// Adds `amount`, wrapping, and returns the total from **before** the addition.
    ///
    /// Each caller gets a total of its own, so this can hand out tickets until the counter wraps or is taken. Use
    /// [`record`](Self::record) where nobody needs the old total.
    ///
    /// # Examples
    ///
    /// ```
    /// let tickets = atomic_state::Counter::<u32>::new();
    /// assert_eq!(tickets.fetch(1), 0);
    /// assert_eq!(tickets.fetch(1), 1);
    /// ```
    #[inline]
    pub fn fetch(&self, amount: T) -> T {
        T::from_int(O::__add(&self.atomic, amount.__amount()))
    }

    /// The total at some moment during the call.
    ///
    /// # Examples
    ///
    /// ```
    /// let sent = atomic_state::Counter::<u64>::new();
    /// sent.record(3);
    /// assert_eq!(sent.get(), 3);
    /// ```
    #[must_use]
    #[inline]
    pub fn get(&self) -> T {
        T::from_int(T::Int::load(&self.atomic, O::LOAD))
    }

    /// Returns the total and restarts at zero, in one step. If several threads take, each amount goes to exactly one of
    /// them.
    ///
    /// # Examples
    ///
    /// ```
    /// let sent = atomic_state::Counter::<u64>::new();
    /// sent.record(3);
    /// assert_eq!(sent.take(), 3);
    /// assert_eq!(sent.get(), 0);
    /// ```
    #[inline]
    pub fn take(&self) -> T {
        T::from_int(T::Int::swap(&self.atomic, T::Int::ZERO, O::MODIFY))
    }
}

/// Starts at a saved total.
impl<T: CounterValue, O: Writer> From<T> for Counter<T, O> {
    #[inline]
    fn from(total: T) -> Self {
        Self { atomic: total.into_int().into_atomic(), writer: PhantomData }
    }
}

impl<T: CounterValue, O: Writer> Default for Counter<T, O> {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows the total.
impl<T: CounterValue, O: Writer> fmt::Debug for Counter<T, O> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.shown().value(), formatter)
    }
}

impl<T: CounterValue, O: Writer> __Plain for Counter<T, O> {
    type Value = T;
    const __KIND: Kind = Kind::Counter;
    const __UNIT: Option<&'static str> = T::__UNIT;

    /// Narrow integers wrap often and are subtracted with it. One of 64 bits that went down did not wrap: it restarted.
    fn __since(later: &T, earlier: &T) -> T {
        let (end, start) = (later.into_int(), earlier.into_int());
        let restarted = size_of::<T::Int>() >= size_of::<u64>() && end < start;
        if restarted { *later } else { T::from_int(end.wrapping_sub(start)) }
    }

    fn __combine(total: &mut T, other: &T) {
        *total = T::from_int(T::__merged(total.into_int(), other.into_int()));
    }

    fn __visit<V: Visitor + ?Sized>(value: &T, field: &'static Field, variant: Option<usize>, visitor: &mut V) {
        visitor.field(field, variant, value.value());
    }
}

impl<T: CounterValue, O: Writer> __Live for Counter<T, O> {
    crate::__initial!(Self::new());

    #[inline]
    fn __from(saved: &T) -> Self {
        Self::from(*saved)
    }

    #[inline]
    fn __merge(&self, batch: &T) {
        O::__update(&self.atomic, |total| T::__merged(total, batch.into_int()));
    }
}

impl<T: CounterValue, O: Order> __Number for Counter<T, O> {
    #[inline]
    fn __read<R: __Read>(&self) -> T {
        if R::COUNTERS { self.take() } else { self.get() }
    }
}

#[cfg(feature = "per-thread")]
impl<T: CounterValue> Share for Counter<T, crate::writer::Single> {
    #[inline]
    fn __see<R: __Read>(&self, seen: &mut Self) {
        let share = T::Int::load(&self.atomic, Ordering::Relaxed);
        T::Int::change(&mut seen.atomic, |_| share);
    }

    #[inline]
    fn __add_to(&self, sum: &mut Self) {
        let share = T::Int::load(&self.atomic, Ordering::Relaxed);
        T::Int::change(&mut sum.atomic, |sum| sum.wrapping_add(share));
    }

    #[inline]
    fn __settle<R: __Read>(&self, sum: &mut Self) {
        T::Int::change(&mut sum.atomic, |sum| {
            let base = if R::COUNTERS {
                T::Int::swap(&self.atomic, T::Int::ZERO.wrapping_sub(sum), Ordering::Relaxed)
            } else {
                T::Int::load(&self.atomic, Ordering::Relaxed)
            };
            sum.wrapping_add(base)
        });
    }

    #[inline]
    fn __value(&mut self) -> T {
        T::from_int(T::Int::change(&mut self.atomic, |sum| sum))
    }

    fn __total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> T
    where
        Self: 'a,
    {
        loop {
            let before = base.base();
            let total =
                shares().fold(before, |sum, share| sum.wrapping_add(T::Int::load(&share.atomic, Ordering::Relaxed)));
            fence(Ordering::Acquire);
            // If something was taken meanwhile, the base may be from before that take and the shares from after it.
            if T::Int::load(&base.atomic, Ordering::Relaxed) == before {
                return T::from_int(total);
            }
        }
    }
}

#[cfg(feature = "per-thread")]
impl<T: CounterValue> Counter<T, crate::writer::Single> {
    /// What a getter reads of the base before it reads the shares.
    #[inline]
    pub(super) fn base(&self) -> T::Int {
        // Acquire: if this load sees a take's write to the base, the loads of shares after it see every share that the
        // take counted.
        T::Int::load(&self.atomic, Ordering::Acquire)
    }
}

checked! { <T: CounterValue, O: Writer> Counter<T, O> }

//! Several cells in one field: an array of them, or one for each variant of an enum.

use core::fmt;
use core::marker::PhantomData;

use crate::by_variant::ByVariant;
use crate::cell::{__Live, __Number, __Plain, __Publishes, __Read};
use crate::metadata::{Field, Kind, Visitor};
#[cfg(feature = "per-thread")]
use crate::per_thread::Share;
use crate::variants::{__Array, __CellArray, Variants};

/// How the cells of a field are told apart.
pub trait Places {
    /// What a method takes to say which.
    type Key: Copy;
    /// The field's type in the plain struct, if each value is a `T`.
    type Plain<T>: __Array<T>;
    /// The cells.
    type Cells<C: __Live>: __CellArray<C>;
    /// The variants' names. Empty if the cells have none.
    const NAMES: &'static [&'static str];

    /// The index of a key.
    fn index(key: Self::Key) -> usize;
}

/// The places of `[T; N]`, by index.
#[derive(Debug)]
pub enum Indexed<const N: usize> {}

impl<const N: usize> Places for Indexed<N> {
    type Key = usize;
    type Plain<T> = [T; N];
    type Cells<C: __Live> = [C; N];
    const NAMES: &'static [&'static str] = &[];

    /// The caller is told if there is no such place, before anything is recorded anywhere.
    #[track_caller]
    #[inline]
    fn index(index: usize) -> usize {
        assert!(index < N, "index out of bounds: the len is {N} but the index is {index}");
        index
    }
}

impl<E: Variants> Places for E {
    type Key = E;
    type Plain<T> = ByVariant<E, T>;
    type Cells<C: __Live> = E::__Cells<C>;
    const NAMES: &'static [&'static str] = E::NAMES;

    #[inline]
    fn index(variant: E) -> usize {
        variant.index()
    }
}

/// The cells of a field that holds several values.
pub struct Several<P: Places, C: __Live> {
    cells: P::Cells<C>,
    places: PhantomData<fn() -> (P, C)>,
}

#[allow(clippy::new_without_default, reason = "only generated code makes one")]
impl<P: Places, C: __Live> Several<P, C> {
    crate::__const_fn! {
        /// The cells, each as it starts.
        #[must_use]
        #[inline]
        pub fn new() -> Self {
            Self { cells: crate::__new!(P::Cells<C> as __CellArray<C>), places: PhantomData }
        }
    }

    /// The place of a key.
    #[must_use]
    #[track_caller]
    #[inline]
    pub fn index(key: P::Key) -> usize {
        P::index(key)
    }

    /// The cell at a place.
    #[must_use]
    #[inline]
    pub fn at(&self, place: usize) -> &C {
        &self.cells.__as_slice()[place]
    }

    fn cells(&self) -> &[C] {
        self.cells.__as_slice()
    }
}

/// Shows the plain values' names with what each cell shows.
impl<P: Places, C: __Live + fmt::Debug> fmt::Debug for Several<P, C> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if P::NAMES.is_empty() {
            return formatter.debug_list().entries(self.cells()).finish();
        }
        formatter.debug_map().entries(P::NAMES.iter().zip(self.cells())).finish()
    }
}

impl<P: Places, C: __Live> __Plain for Several<P, C> {
    type Value = P::Plain<C::Value>;
    const __KIND: Kind = C::__KIND;
    const __UNIT: Option<&'static str> = C::__UNIT;
    const __IS_SEVERAL: bool = true;
    const __VARIANTS: &'static [&'static str] = P::NAMES;
    const __FIELDS: &'static [Field] = C::__FIELDS;

    fn __since(later: &Self::Value, earlier: &Self::Value) -> Self::Value {
        let (later, earlier) = (later.__as_slice(), earlier.__as_slice());
        Self::Value::__from_fn(|index| C::__since(&later[index], &earlier[index]))
    }

    fn __combine(total: &mut Self::Value, other: &Self::Value) {
        for (total, other) in total.__as_mut_slice().iter_mut().zip(other.__as_slice()) {
            C::__combine(total, other);
        }
    }

    fn __visit<V: Visitor + ?Sized>(values: &Self::Value, field: &'static Field, _: Option<usize>, visitor: &mut V) {
        for (index, value) in values.__as_slice().iter().enumerate() {
            C::__visit(value, field, Some(index), visitor);
        }
    }
}

impl<P: Places, C: __Live> __Live for Several<P, C> {
    crate::__initial!(Self::new());

    fn __from(saved: &Self::Value) -> Self {
        let saved = saved.__as_slice();
        Self { cells: P::Cells::__from_fn(|index| C::__from(&saved[index])), places: PhantomData }
    }

    fn __merge(&self, batch: &Self::Value) {
        for (cell, batch) in self.cells().iter().zip(batch.__as_slice()) {
            cell.__merge(batch);
        }
    }
}

impl<P: Places, C: __Number> __Number for Several<P, C> {
    fn __read<R: __Read>(&self) -> Self::Value {
        let cells = self.cells();
        Self::Value::__from_fn(|index| cells[index].__read::<R>())
    }
}

impl<P: Places, C: __Publishes> __Publishes for Several<P, C> {
    type __Flags = P::Plain<C::__Flags>;

    fn __flags(&self) -> Self::__Flags {
        let cells = self.cells();
        Self::__Flags::__from_fn(|index| cells[index].__flags())
    }

    fn __rest<R: __Read>(&self, flags: &Self::__Flags) -> Self::Value {
        let (cells, flags) = (self.cells(), flags.__as_slice());
        Self::Value::__from_fn(|index| cells[index].__rest::<R>(&flags[index]))
    }

    fn __merge_flags(&self, batch: &Self::Value) {
        for (cell, batch) in self.cells().iter().zip(batch.__as_slice()) {
            cell.__merge_flags(batch);
        }
    }
}

#[cfg(feature = "per-thread")]
impl<P: Places, C: Share> Share for Several<P, C> {
    fn __see<R: __Read>(&self, seen: &mut Self) {
        self.each(seen, C::__see::<R>);
    }

    fn __add_to(&self, sum: &mut Self) {
        self.each(sum, C::__add_to);
    }

    fn __settle<R: __Read>(&self, sum: &mut Self) {
        self.each(sum, C::__settle::<R>);
    }

    fn __value(&mut self) -> Self::Value {
        let sums = self.cells.__as_mut_slice();
        Self::Value::__from_fn(|index| sums[index].__value())
    }

    fn __total<'a, I: Iterator<Item = &'a Self>>(base: &'a Self, shares: impl Fn() -> I) -> Self::Value
    where
        Self: 'a,
    {
        Self::Value::__from_fn(|index| C::__total(base.at(index), || shares().map(|share| share.at(index))))
    }

    fn __merge_within(&self, batch: &Self::Value) {
        for (cell, batch) in self.cells().iter().zip(batch.__as_slice()) {
            cell.__merge_within(batch);
        }
    }
}

#[cfg(feature = "per-thread")]
impl<P: Places, C: __Live> Several<P, C> {
    /// Changes each cell of another by the one of this.
    fn each(&self, other: &mut Self, change: impl Fn(&C, &mut C)) {
        for (cell, other) in self.cells().iter().zip(other.cells.__as_mut_slice()) {
            change(cell, other);
        }
    }
}

//! The `#[nested]` kind: a state within a state.

use crate::cell::{__Live, __Plain, __Publishes, __Read};
use crate::metadata::{Field, Kind, Visitor};
use crate::several::{Places, Several};
use crate::{AtomicState, HasState, LiveState};

impl<S: LiveState> __Plain for S {
    type Value = S::Snapshot;
    const __KIND: Kind = Kind::Nested;
    const __FIELDS: &'static [Field] = S::Snapshot::FIELDS;

    fn __since(later: &S::Snapshot, earlier: &S::Snapshot) -> S::Snapshot {
        later.since(earlier)
    }

    fn __combine(total: &mut S::Snapshot, other: &S::Snapshot) {
        total.merge(other);
    }

    fn __visit<V: Visitor + ?Sized>(
        value: &S::Snapshot,
        field: &'static Field,
        variant: Option<usize>,
        visitor: &mut V,
    ) {
        visitor.enter(field, variant);
        value.visit(visitor);
        visitor.leave(field, variant);
    }
}

impl<S: LiveState> __Live for S {
    crate::__initial!(crate::__new_state!(S));

    #[inline]
    fn __from(saved: &S::Snapshot) -> Self {
        S::__from_saved(saved)
    }

    #[inline]
    fn __merge(&self, batch: &S::Snapshot) {
        self.__merge_numbers(batch);
    }
}

impl<S: LiveState> __Publishes for S {
    type __Flags = S::__StateFlags;

    #[inline]
    fn __flags(&self) -> Self::__Flags {
        self.__read_flags()
    }

    #[inline]
    fn __rest<R: __Read>(&self, flags: &Self::__Flags) -> S::Snapshot {
        self.__read_rest::<R>(flags)
    }

    #[inline]
    fn __merge_flags(&self, batch: &S::Snapshot) {
        self.__set_flags(batch);
    }
}

/// The live state of a plain struct, once it has been checked that the struct has one.
pub type State<T, const FITS: bool> = <T as HasStateIf<FITS>>::State;

/// Names the state.
pub trait HasStateIf<const FITS: bool> {
    /// The state.
    type State;
}

impl<T: HasState> HasStateIf<true> for T {
    type State = T::State;
}

/// Several of them, which `P` tells apart.
pub type SeveralStates<P, T, const FITS: bool> = <T as HaveStatesIf<P, FITS>>::States;

/// Names the states.
pub trait HaveStatesIf<P, const FITS: bool> {
    /// The states.
    type States;
}

impl<P: Places, T: HasState> HaveStatesIf<P, true> for T {
    type States = Several<P, T::State>;
}

/// A live state that the user named, once it has been checked.
pub type CheckedState<S, const FITS: bool> = <S as StateFor<FITS>>::State;

/// Names the state.
pub trait StateFor<const FITS: bool> {
    /// The state.
    type State;
}

impl<S> StateFor<true> for S {
    type State = S;
}

/// Several of them, which `P` tells apart.
pub type CheckedSeveralStates<P, S, const FITS: bool> = <S as StatesFor<P, FITS>>::States;

/// Names the states.
pub trait StatesFor<P, const FITS: bool> {
    /// The states.
    type States;
}

impl<P: Places, S: LiveState> StatesFor<P, true> for S {
    type States = Several<P, S>;
}

/// A live state of the plain struct `P`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the live state of `{P}`",
    label = "not the live state of this field",
    note = "name the state that `#[derive(AtomicState)]` generates for the field's type"
)]
pub trait StateOf<P> {
    /// True, where it compiles.
    const __FITS: bool = true;
}

impl<S: LiveState<Snapshot = P>, P: AtomicState> StateOf<P> for S {}

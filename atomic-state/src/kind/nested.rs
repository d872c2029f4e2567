//! The `#[nested]` kind: a state within a state.

use crate::kind::{Cell, Kind};
use crate::metadata::{Field, Visitor};
use crate::{AtomicState, HasState, LiveState};

impl<S: LiveState> Cell for S {
    type Value = S::Snapshot;
    const KIND: Kind = Kind::Nested;
    const FIELDS: &'static [Field] = S::Snapshot::FIELDS;

    #[inline]
    fn early(&self) -> S::Snapshot {
        self.__early()
    }

    #[inline]
    fn late(&self, seen: &mut S::Snapshot) {
        self.__late(seen);
    }

    #[inline]
    fn take_late(&self, seen: &mut S::Snapshot) {
        self.__take_late(seen);
    }

    #[inline]
    fn merge(&self, batch: &S::Snapshot) {
        self.__merge(batch);
    }

    #[inline]
    fn merge_flags(&self, batch: &S::Snapshot) {
        self.__merge_flags(batch);
    }

    fn since(later: &S::Snapshot, earlier: &S::Snapshot) -> S::Snapshot {
        later.since(earlier)
    }

    fn combine(total: &mut S::Snapshot, other: &S::Snapshot) {
        total.merge(other);
    }

    fn visit<V: Visitor + ?Sized>(value: &S::Snapshot, field: &'static Field, visitor: &mut V) {
        visitor.enter(field);
        value.visit(visitor);
        visitor.leave(field);
    }
}

checked! { <T: HasState, O> T::State }

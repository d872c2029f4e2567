//! The methods that a field can have, as plain data.

use super::Demand;

/// A method that a field of a kind can have.
pub(crate) struct Method {
    /// The key that names it, and the cell's method that it calls.
    pub(crate) key: &'static str,
    /// The default name is the field's with this before it. Without a prefix, the method exists only on request.
    pub(crate) prefix: Option<&'static str>,
    /// The feature of the runtime that it needs.
    pub(crate) feature: Option<&'static str>,
    pub(crate) receiver: Receiver,
    pub(crate) arguments: &'static [(&'static str, Type)],
    pub(crate) returns: Option<Type>,
    pub(crate) body: Body,
    pub(crate) shares: Shares,
    /// What it asks of the field's type.
    pub(crate) demand: Option<&'static Demand>,
    /// What it does, with `{field}` for the field's name.
    pub(crate) does: &'static str,
}

impl Method {
    /// A usual method, for the rest to be filled in.
    pub(super) const PLAIN: Self = Self {
        key: "",
        prefix: None,
        feature: None,
        receiver: Receiver::Reference,
        arguments: &[],
        returns: None,
        body: Body::Call,
        shares: Shares::WritesOwn,
        demand: None,
        does: "",
    };

    /// Whether calling it for nothing is a mistake.
    pub(crate) fn must_be_used(&self) -> bool {
        self.shares == Shares::ReadsAll || self.body == Body::Borrow
    }
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Receiver {
    /// `&self`
    Reference,
    /// `self: &Arc<Self>`
    Arc,
}

/// The type of an argument or a result.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Type {
    Bool,
    /// The field's type.
    Value,
    /// One sample: what the field's `Option` holds, or the field's type.
    Sample,
    /// A function from the field's type to the field's type.
    Change,
    /// The phase before, or why there was no move.
    Advanced,
    /// The live state of the field's type.
    State,
    Guard,
    /// An `Option` of a guard.
    TryGuard,
    OwnedGuard,
    /// What records in a histogram how long it lives.
    Timer,
    /// What waits for a flag.
    FlagWait,
    /// What waits until a gauge shows zero.
    ZeroWait,
    /// What waits until a phase is reached.
    PhaseWait,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Body {
    /// Calls the cell's method.
    Call,
    /// Enters the gauge by this method of the cell, and returns a guard that leaves it.
    Guard(&'static str),
    /// Returns a guard that records in the histogram how long it lives.
    Timer,
    /// Calls the cell's method, or if the field lists moves, the one that takes them.
    Advance,
    /// Returns a reference to the cell.
    Borrow,
    /// Calls this function of the runtime, which returns what waits for the cell.
    Wait(&'static str),
}

/// What a method does where each thread has a share of the field.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Shares {
    WritesOwn,
    /// Writes its own, and the cell has a second method that is also told whether the thread is in an event:
    /// `__record_within` beside `record`.
    WritesOwnWithin,
    ReadsAll,
    /// Reads all, and they restart.
    TakesAll,
    /// It needs one place for all threads.
    Refuses,
}

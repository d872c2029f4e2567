//! The kinds of field. Each is a file that describes its attribute, its methods and their documentation as data; the
//! table below is the only place that lists them.

mod counter;
mod flag;

pub(crate) use crate::validate::plain_type::PlainType;

/// The table of kinds: calls a macro with the name of each, which is its attribute and its module.
macro_rules! for_kinds {
    ($then:ident) => {
        $then! {
            counter
            flag
        }
    };
}

macro_rules! table {
    ($($kind:ident)*) => {
        /// All kinds, in the order in which messages name them.
        pub(crate) static KINDS: &[&Kind] = &[$(&$kind::KIND),*];
    };
}

for_kinds!(table);

/// What an attribute like `#[counter]` accepts, and what it generates.
pub(crate) struct Kind {
    /// The attribute, which is also the runtime's module for it.
    pub(crate) name: &'static str,
    /// The cell, a type of the runtime.
    pub(crate) cell: &'static str,
    /// Whether the cell is generic over the type that it holds.
    pub(crate) generic: bool,
    /// The plain types it takes, for messages.
    pub(crate) types: &'static str,
    /// The trait that a type parameter must be bound by, if it can be one.
    pub(crate) bound: Option<&'static str>,
    /// Why it cannot hold this type, if that can be told from the type's tokens.
    pub(crate) misfit: fn(&PlainType) -> Option<&'static str>,
    pub(crate) methods: &'static [Method],
    /// The orderings it can have, the default first.
    pub(crate) orderings: &'static [Ordering],
    /// Why it cannot be Relaxed, where it cannot.
    pub(crate) why_not_relaxed: &'static str,
    /// Whether a `unit` makes sense.
    pub(crate) unit: bool,
    /// Whether a snapshot reads it before all other kinds.
    pub(crate) read_first: bool,
    /// Why this access needs no stronger ordering than the one it has.
    pub(crate) why: fn(Ordering, Access) -> &'static str,
}

/// A method that a field of a kind can have: a call of the cell's method whose name is `key`.
pub(crate) struct Method {
    pub(crate) key: &'static str,
    /// The default name as what goes before the field's; without one, the method is generated on request only.
    pub(crate) prefix: Option<&'static str>,
    /// The name of the argument, which has the field's type.
    pub(crate) argument: Option<&'static str>,
    pub(crate) returns: Returns,
    pub(crate) access: Access,
    /// Why it makes no sense for this type, which the kind as such can hold.
    pub(crate) misfit: fn(&PlainType) -> Option<&'static str>,
    /// The atomic operation, for the documentation.
    pub(crate) operation: &'static str,
    /// What it does, where `{field}` stands for the field's name.
    pub(crate) does: &'static str,
}

/// For a method that makes sense whatever the type.
fn fits_all(_: &PlainType) -> Option<&'static str> {
    None
}

pub(crate) enum Returns {
    Nothing,
    /// A value of the field's type.
    Value,
    Bool,
}

#[derive(Clone, Copy)]
pub(crate) enum Access {
    Load,
    Store,
    Modify,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Ordering {
    Relaxed,
    AcqRel,
    SeqCst,
}

impl Kind {
    /// The keys its attribute accepts.
    pub(crate) fn keys(&self) -> Vec<&'static str> {
        let mut keys: Vec<_> = self.methods.iter().map(|method| method.key).collect();
        if self.orderings.len() > 1 {
            keys.push("ordering");
        }
        if self.unit {
            keys.push("unit");
        }
        keys
    }
}

impl Ordering {
    /// Its name, in the attribute and in the runtime.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Relaxed => "Relaxed",
            Self::AcqRel => "AcqRel",
            Self::SeqCst => "SeqCst",
        }
    }

    /// The memory ordering of one access.
    pub(crate) fn of(self, access: Access) -> &'static str {
        match (self, access) {
            (Self::AcqRel, Access::Load) => "Acquire",
            (Self::AcqRel, Access::Store) => "Release",
            _ => self.name(),
        }
    }
}

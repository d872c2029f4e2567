//! The kinds of field, as plain data. Each kind is a file; the table below is the only place that lists them.
//!
//! A kind says which attribute it has, which cell holds it, which methods it can have, and the words on them. Nothing
//! here writes tokens, and nothing here knows who reads it.

mod counter;
mod demand;
mod extreme;
mod flag;
mod gauge;
mod histogram;
mod max;
mod method;
mod min;
mod nested;
mod phase;
mod skip;
mod value;

pub(crate) use self::demand::Demand;
pub(crate) use self::method::{Body, Method, Receiver, Shares, Type};

/// The table of kinds: calls a macro with the name of each, which is its attribute and its module.
macro_rules! for_kinds {
    ($then:ident) => {
        $then! {
            counter
            flag
            gauge
            max
            min
            histogram
            value
            phase
            nested
            skip
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

/// The kind of a type that no other kind holds.
pub(crate) fn only_kind_of(sort: Sort) -> Option<&'static Kind> {
    (sort == Sort::Histogram).then_some(&histogram::KIND)
}

/// An attribute such as `#[counter]`: what it accepts, and what it generates.
#[allow(clippy::struct_excessive_bools, reason = "they are independent of each other")]
pub(crate) struct Kind {
    /// The attribute.
    pub(crate) name: &'static str,
    /// The runtime's module of its cell.
    pub(crate) module: &'static str,
    /// The plain types it takes, for messages.
    pub(crate) types: &'static str,
    /// Why it cannot hold a type of some sort.
    pub(crate) misfits: &'static [(Sort, &'static str)],
    /// Why it cannot hold an `Option` of a type of some sort.
    pub(crate) optional_misfits: &'static [(Sort, &'static str)],
    /// The runtime's trait that the field's type must have, as a path from the runtime's root.
    pub(crate) fits: &'static str,
    /// The runtime's trait that a type parameter must have. Without one, a parameter cannot be of this kind.
    pub(crate) bound: Option<&'static str>,
    pub(crate) cell: Cell,
    /// The cell of each thread's share, if a struct can keep the field per thread.
    pub(crate) share: Option<Share>,
    /// Whether a struct `per_thread` keeps the field per thread only if the field asks for it.
    pub(crate) shares_on_request: bool,
    /// Whether `take_extremes` restarts it.
    pub(crate) extreme: bool,
    pub(crate) methods: &'static [Method],
    /// The keys it has that ask for no method.
    pub(crate) settings: &'static [Setting],
    /// The orderings it can have, the default first. Empty if it has none of its own.
    pub(crate) orderings: &'static [Ordering],
    /// Why it cannot be Relaxed, if it cannot.
    pub(crate) why_not_relaxed: &'static str,
    /// Whether a field of it can be an array or by variant.
    pub(crate) several: bool,
    /// Whether it publishes, or holds something that does: then a snapshot reads it before other kinds.
    pub(crate) publishes: bool,
    pub(crate) words: Words,
    /// A key that asks for another cell, and the kind with that cell.
    pub(crate) with_key: Option<(&'static str, &'static Kind)>,
}

/// What a kind's field does as part of a whole state: sentences for the state's page.
pub(crate) struct Words {
    /// How it starts.
    pub(crate) starts: &'static str,
    /// What `take` does to it.
    pub(crate) takes: &'static str,
    /// What `merge` does to it.
    pub(crate) merges: &'static str,
}

/// The sort of a plain type, as far as its tokens tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sort {
    Bool,
    Unsigned,
    Signed,
    Float,
    Duration,
    Optional,
    /// A `Histogram` of something.
    Histogram,
    /// A type parameter of the struct, by itself.
    Parameter,
}

/// The type of a field's cell in the runtime.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Cell {
    /// `Counter<T, Ordering>`
    Of(&'static str),
    /// `Flag<Ordering>`
    Fixed(&'static str),
    /// The live state of the field's type.
    State,
    /// None of its own: it is read from the cell of the field that it is the peak of, which has the kind of this name.
    PeakOf(&'static str),
    /// None: the live state has no such field.
    Absent,
}

/// The type of a thread's share of a field.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Share {
    /// The cell, written by one thread.
    SingleWriter,
    /// The same cell as elsewhere.
    SameCell,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Setting {
    /// `unit = "bytes"`
    Unit,
    /// `state = path`
    State,
    /// `start = true`
    Start,
    /// `start = CONST`
    StartAt,
    /// `transitions(A => B | C)`
    Transitions,
    /// `of = gauge`
    Of,
    /// `shared`
    Shared,
    /// `per_thread`
    PerThread,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Ordering {
    Relaxed,
    AcqRel,
    SeqCst,
}

/// Why a kind that adds or compares cannot hold a floating-point number.
const NO_FLOAT: &str = "there is no such atomic operation on floats: use `#[value]` with `update`, or a scaled \
                        integer, such as millionths in a `u64`";

/// The orderings of a number, which publishes nothing by default.
const NUMBER_ORDERINGS: &[Ordering] = &[Ordering::Relaxed, Ordering::AcqRel, Ordering::SeqCst];

/// The key that names the label of several values.
pub(crate) const LABEL: &str = "label";

impl Kind {
    /// What most kinds have in common. Each says what is different.
    const PLAIN: Self = Self {
        name: "",
        module: "",
        types: "",
        misfits: &[],
        optional_misfits: &[],
        fits: "",
        bound: None,
        cell: Cell::Absent,
        share: None,
        shares_on_request: false,
        extreme: false,
        methods: &[],
        settings: &[],
        orderings: &[],
        why_not_relaxed: "",
        several: false,
        publishes: false,
        words: Words { starts: "", takes: "", merges: "" },
        with_key: None,
    };

    /// Whether its field is a `Histogram` of samples.
    pub(crate) fn holds_samples(&self) -> bool {
        self.module == histogram::KIND.module
    }

    /// The keys that its attribute accepts.
    pub(crate) fn keys(&self) -> Vec<&'static str> {
        let mut keys: Vec<_> = self.methods.iter().map(|method| method.key).collect();
        if !self.orderings.is_empty() {
            keys.push("ordering");
        }
        keys.extend(self.settings.iter().map(|setting| setting.key()));
        if self.several {
            keys.push(LABEL);
        }
        keys
    }
}

impl Setting {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::State => "state",
            Self::Start | Self::StartAt => "start",
            Self::Transitions => "transitions",
            Self::Of => "of",
            Self::Shared => "shared",
            Self::PerThread => "per_thread",
        }
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
}

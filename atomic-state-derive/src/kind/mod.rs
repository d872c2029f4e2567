//! The kinds of field. Each is a file that describes its attribute, its methods and their documentation as data; the
//! table below is the only place that lists them.

mod counter;
mod extreme;
mod flag;
mod gauge;
mod max;
mod min;
mod nested;

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

pub(crate) use crate::expand::part::Part;
pub(crate) use crate::validate::plain_type::PlainType;

/// The table of kinds: calls a macro with the name of each, which is its attribute and its module.
macro_rules! for_kinds {
    ($then:ident) => {
        $then! {
            counter
            flag
            gauge
            max
            min
            nested
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

/// Tokens that depend on the field.
pub(crate) type Tokens = fn(&Part) -> TokenStream;

/// Why a type does not fit, if that can be told from its tokens.
pub(crate) type Misfit = fn(&PlainType) -> Option<&'static str>;

/// What an attribute like `#[counter]` accepts, and what it generates.
pub(crate) struct Kind {
    /// The attribute.
    pub(crate) name: &'static str,
    /// The runtime's module for it, where the compiler has to check its type.
    pub(crate) module: &'static str,
    /// The plain types it takes, for messages.
    pub(crate) types: &'static str,
    /// The trait of the runtime that a type parameter, or one in an `Option`, must have. Where there is none, the type
    /// cannot be one.
    pub(crate) bound: Option<&'static str>,
    /// Why it cannot hold this type.
    pub(crate) misfit: Misfit,
    /// The cell, for a type that needs no check.
    pub(crate) cell: Tokens,
    /// The cell's initial value, in a `const fn`.
    pub(crate) initial: Tokens,
    pub(crate) methods: &'static [Method],
    /// What the state implements for the field's sake.
    pub(crate) implements: Option<fn(&Part) -> Option<Implementation>>,
    /// The orderings it can have, the default first.
    pub(crate) orderings: &'static [Ordering],
    /// Why it cannot be Relaxed, where it cannot.
    pub(crate) why_not_relaxed: &'static str,
    /// The keys it has that ask for no method.
    pub(crate) settings: &'static [Setting],
    /// Whether a snapshot reads it, or something in it, before all other kinds.
    pub(crate) read_first: bool,
    /// Why this access needs no stronger ordering than the one it has.
    pub(crate) why: fn(Ordering, Access) -> &'static str,
    /// Whether each thread can have a share of it.
    pub(crate) shared_out: bool,
    /// A key that takes another cell, and the kind as it is then.
    pub(crate) with_key: Option<(&'static str, &'static Kind)>,
}

/// A trait with one method that takes and returns nothing.
pub(crate) struct Implementation {
    pub(crate) of: TokenStream,
    pub(crate) method: &'static str,
    pub(crate) body: TokenStream,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Setting {
    /// `unit = "bytes"`
    Unit,
    /// `state = path`
    State,
}

/// A method that a field of a kind can have: as a rule, a call of the cell's method whose name is `key`.
pub(crate) struct Method {
    pub(crate) key: &'static str,
    /// The default name as what goes before the field's; without one, the method is generated on request only.
    pub(crate) prefix: Option<&'static str>,
    /// The feature of the runtime that it needs, unless that is on.
    pub(crate) lacks_feature: Option<&'static str>,
    pub(crate) receiver: Receiver,
    /// The argument's name and type.
    pub(crate) argument: Option<(&'static str, Tokens)>,
    pub(crate) returns: Option<Tokens>,
    /// Whether what it returns has the cell's type in it, which there is none of where the field's type does not fit.
    pub(crate) hands_out: bool,
    /// The body, unless it is the call.
    pub(crate) body: Option<Tokens>,
    /// An expression that compiles only where the method makes sense for the field's type, from a name for its cell.
    pub(crate) assertion: Option<fn(&Part, &Ident) -> TokenStream>,
    pub(crate) access: Access,
    /// What it does where each thread has a share of the field.
    pub(crate) reach: Reach,
    /// The atomic operation, for the documentation.
    pub(crate) operation: &'static str,
    /// What it does, where `{field}` stands for the field's name.
    pub(crate) does: &'static str,
}

impl Method {
    /// A method as most are, for the rest to be filled in.
    const PLAIN: Self = Self {
        key: "",
        prefix: None,
        lacks_feature: None,
        receiver: Receiver::Reference,
        argument: None,
        returns: None,
        hands_out: false,
        body: None,
        assertion: None,
        access: Access::Modify,
        reach: Reach::Own,
        operation: "",
        does: "",
    };
}

pub(crate) enum Receiver {
    /// `&self`
    Reference,
    /// `self: &Arc<Self>`
    Arc,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Access {
    Load,
    Store,
    Modify,
    /// A load by what the method returns.
    Wait,
    /// None: the method hands out something in the state.
    Borrow,
}

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Reach {
    /// It changes this thread's share.
    Own,
    /// It reads all shares.
    All,
    /// It needs the field in one place, which is given one for its sake.
    OnePlace,
    /// It needs the field in one place, which would make it pointless to ask for shares.
    Refused,
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
        keys.extend(self.settings.iter().map(|setting| setting.key()));
        keys
    }
}

impl Setting {
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::State => "state",
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

    /// The memory ordering of one access.
    pub(crate) fn of(self, access: Access) -> &'static str {
        match (self, access) {
            (Self::AcqRel, Access::Load | Access::Wait) => "Acquire",
            (Self::AcqRel, Access::Store) => "Release",
            _ => self.name(),
        }
    }
}

/// The field's type.
fn value(part: &Part) -> TokenStream {
    let ty = part.ty();
    quote!(#ty)
}

fn boolean(_: &Part) -> TokenStream {
    quote!(::core::primitive::bool)
}

/// `new` of the cell.
fn new(part: &Part) -> TokenStream {
    let path = part.path();
    quote!(#path::new())
}

/// The orderings of a number that publishes nothing unless asked to, and why each is what it is.
const NUMBER_ORDERINGS: &[Ordering] = &[Ordering::Relaxed, Ordering::AcqRel, Ordering::SeqCst];

fn why_number(ordering: Ordering, access: Access) -> &'static str {
    match (ordering, access) {
        (Ordering::Relaxed, Access::Load) => {
            "The number publishes no other memory, so reading it needs no more; after the recording threads are joined, it is exact."
        }
        (Ordering::Relaxed, Access::Store) => "The number publishes no other memory, so it needs no more.",
        (Ordering::Relaxed, _) => {
            "One atomic step alone keeps the number exact; it publishes no other memory, so it needs no more."
        }
        (Ordering::AcqRel, _) => "Whoever reads the number sees what the threads that made it up had done before.",
        (Ordering::SeqCst, _) => "All `SeqCst` accesses of the program stand in one order on which all threads agree.",
    }
}

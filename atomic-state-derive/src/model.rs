//! What is to be generated: right by construction, so that expanding it cannot fail.

use syn::{Attribute, Generics, Ident, Path, Type, Visibility};

use crate::kind::{Kind, Method, Ordering};
use crate::validate::plain_type;

/// The live state of one struct.
pub(crate) struct State {
    /// The plain struct.
    pub(crate) plain: Ident,
    pub(crate) name: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// The path to the runtime crate.
    pub(crate) runtime: Path,
    /// The struct's attributes that its state takes over.
    pub(crate) carried: Vec<Attribute>,
    /// The types that come with it where threads have shares of its fields.
    pub(crate) per_thread: Option<PerThread>,
    /// Whether the state is visible wherever the struct is, so that the struct can name it to all.
    pub(crate) nameable: bool,
    /// In the order of their declaration.
    pub(crate) fields: Vec<Field>,
}

/// The names of what a state `per_thread` has beside it.
pub(crate) struct PerThread {
    /// What each thread has: its share of each field.
    pub(crate) block: Ident,
    /// A thread's view of the state, with its block at hand.
    pub(crate) local: Ident,
}

/// A field whose kind is known, with the methods it asks for.
pub(crate) struct Field {
    /// Its position among all, counted from 0.
    pub(crate) index: usize,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// Whether the compiler has to check that the kind can hold the type, whose name alone does not tell.
    pub(crate) checked: bool,
    pub(crate) kind: &'static Kind,
    pub(crate) ordering: Ordering,
    /// Whether each thread has a share of it.
    pub(crate) per_thread: bool,
    pub(crate) unit: Option<String>,
    /// The live type of a nested field, where it is said.
    pub(crate) state: Option<Path>,
    /// The visibility of its methods.
    pub(crate) vis: Visibility,
    /// The field's attributes that its methods take over.
    pub(crate) carried: Vec<Attribute>,
    pub(crate) methods: Vec<NamedMethod>,
}

impl Field {
    /// What its `Option` holds, where its type is one.
    pub(crate) fn optional(&self) -> Option<&Type> {
        plain_type::inner_of_option(&self.ty)
    }
}

/// A method that is to be generated, under the name it shall have.
pub(crate) struct NamedMethod {
    pub(crate) method: &'static Method,
    pub(crate) name: Ident,
    /// The user's key, where there is one.
    pub(crate) key: Option<Ident>,
}

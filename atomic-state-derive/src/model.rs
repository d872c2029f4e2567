//! What is to be generated. A [`State`] is right by construction, so that expanding it cannot fail. A struct with a
//! mistake becomes a [`Stub`]: the names and signatures that the rest of the program may use.

use std::collections::BTreeSet;
use std::rc::Rc;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, format_ident};
use syn::{Attribute, Generics, Ident, Path, Visibility};

use crate::schema::{Kind, Method, Ordering, Type};

/// What a live state and a stub have in common.
pub(crate) struct Head {
    /// The plain struct.
    pub(crate) plain: Ident,
    /// The live state.
    pub(crate) name: Ident,
    /// The visibility of the live state.
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// The path to the runtime crate.
    pub(crate) runtime: Path,
    /// The same as documentation writes it, unless it means nothing there.
    pub(crate) runtime_page: Option<String>,
    /// A thread's view of the state, if it is kept per thread.
    pub(crate) local: Option<Ident>,
    /// An event of the state, if it is kept per thread.
    pub(crate) event: Option<Ident>,
    pub(crate) functions: Functions,
    /// Whether the state is visible wherever the struct is, so that the struct can name it to all.
    pub(crate) nameable: bool,
    /// The user's `allow`s on the struct and its fields, which hold for everything generated.
    pub(crate) allows: Vec<Attribute>,
}

/// The names of the functions that concern all fields at once. One without a name is left out.
pub(crate) struct Functions {
    pub(crate) new: Option<Ident>,
    pub(crate) snapshot: Option<Ident>,
    pub(crate) take: Option<Ident>,
    pub(crate) take_extremes: Option<Ident>,
    pub(crate) merge: Option<Ident>,
    pub(crate) local: Option<Ident>,
    pub(crate) event: Option<Ident>,
}

impl Functions {
    pub(crate) fn all(&self) -> impl Iterator<Item = &Ident> {
        let Self { new, snapshot, take, take_extremes, merge, local, event } = self;
        [new, snapshot, take, take_extremes, merge, local, event].into_iter().flatten()
    }
}

/// The live state of one struct.
pub(crate) struct State {
    pub(crate) head: Head,
    /// The first paragraph of the struct's doc comment.
    pub(crate) text: Option<String>,
    /// The struct's attributes that its state takes over.
    pub(crate) attributes: Vec<Attribute>,
    /// What each thread has of the fields, if the state is kept per thread.
    pub(crate) block: Option<Block>,
    /// In the order of their declaration.
    pub(crate) fields: Vec<Field>,
    /// Every word that the user wrote.
    pub(crate) words: BTreeSet<String>,
}

/// The block that each thread has.
pub(crate) struct Block {
    pub(crate) name: Ident,
    /// The user's key.
    pub(crate) key: Ident,
}

/// A field with its kind and the methods that it asks for.
#[allow(clippy::struct_excessive_bools, reason = "they are independent of each other")]
pub(crate) struct Field {
    /// The field's position among those that the metadata lists, counted from 0.
    pub(crate) index: usize,
    pub(crate) ident: Ident,
    pub(crate) plain: Plain,
    /// Whether only the compiler can tell if the kind can hold the type.
    pub(crate) checked: bool,
    /// Whether the type mentions a parameter of the struct.
    pub(crate) generic: bool,
    /// Whether the type needs atomics of 64 bits, which some targets do not have.
    pub(crate) wide: bool,
    pub(crate) kind: &'static Kind,
    /// If it is not the kind's default.
    pub(crate) ordering: Option<Ordering>,
    /// Whether each thread has a share of it.
    pub(crate) per_thread: bool,
    /// Whether it is a flag that starts set.
    pub(crate) starts_set: bool,
    /// Where a value starts, if not at zero.
    pub(crate) start: Option<Start>,
    /// The moves that a phase allows, if not every move forward: from a variant to others.
    pub(crate) moves: Vec<(Ident, Vec<Ident>)>,
    /// The gauge that it is the peak of.
    pub(crate) of: Option<Ident>,
    /// The field that keeps its peak.
    pub(crate) peak: Option<Ident>,
    pub(crate) unit: Option<String>,
    /// The name of the label that tells several values apart, if the user gave it one.
    pub(crate) label: Option<String>,
    /// The user's key for it, if only the compiler can tell whether the type takes one.
    pub(crate) unit_key: Option<Ident>,
    /// The first paragraph of the field's doc comment.
    pub(crate) text: Option<String>,
    /// Whether the comment goes on.
    pub(crate) continues: bool,
    /// The visibility of its methods.
    pub(crate) vis: Visibility,
    /// Whether its methods can be seen wherever the state can.
    pub(crate) seen_with_state: bool,
    /// Whether its documentation can be linked to wherever the state's can.
    pub(crate) linkable: bool,
    /// Whether it is left out of the documentation.
    pub(crate) hidden: bool,
    /// The field's attributes that its methods take over.
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) methods: Vec<NamedMethod>,
}

/// The type of a field in the plain struct. If it holds several values, this is the type of one of them.
#[derive(Clone)]
pub(crate) struct Plain {
    pub(crate) ty: Written,
    /// How several values are told apart.
    pub(crate) places: Option<Places>,
    /// What its `Option` or `Histogram` holds, if it is written as one.
    pub(crate) inner: Option<TokenStream>,
    /// The live type of a nested field, if the user wrote one.
    pub(crate) state: Option<TokenStream>,
    /// The type as documentation writes it, if it is a path that means something there.
    pub(crate) page: Option<String>,
}

/// A type that is written several times. It is kept as single tokens, as joining token streams is what takes the derive
/// the most time.
#[derive(Clone)]
pub(crate) struct Written(Rc<[TokenTree]>);

impl From<TokenStream> for Written {
    fn from(tokens: TokenStream) -> Self {
        Self(tokens.into_iter().collect())
    }
}

/// Whether both are written alike. One with a group in it is like no other.
impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        let is_same = |tokens: (&TokenTree, &TokenTree)| match tokens {
            (TokenTree::Ident(ident), TokenTree::Ident(other)) => ident == other,
            (TokenTree::Punct(sign), TokenTree::Punct(other)) => sign.as_char() == other.as_char(),
            _ => false,
        };
        self.0.len() == other.0.len() && self.0.iter().zip(&*other.0).all(is_same)
    }
}

impl ToTokens for Written {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&*self.0);
    }
}

/// The constant that a value starts at.
pub(crate) struct Start {
    /// The user's key.
    pub(crate) key: Ident,
    pub(crate) constant: TokenStream,
    /// Whether the constant is the name of a variant alone.
    pub(crate) is_variant: bool,
}

/// What tells several values of a field apart.
#[derive(Clone)]
pub(crate) enum Places {
    /// An index. The array has this length, which is a block.
    Array(Group),
    /// A variant of this enum. The field has this type.
    Variants { key: TokenStream, field_type: TokenStream },
}

/// A method that is to be generated.
pub(crate) struct NamedMethod {
    pub(crate) method: &'static Method,
    pub(crate) name: Ident,
    /// The user's key, if there is one.
    pub(crate) key: Option<Ident>,
}

/// An enum whose variants tell values apart.
pub(crate) struct Variants {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    /// Its parameters, which are a mistake.
    pub(crate) generics: Generics,
    /// The path to the runtime crate.
    pub(crate) runtime: Path,
    /// In the order of their declaration. None if there is a mistake in them.
    pub(crate) all: Option<Vec<Variant>>,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) name: String,
}

/// What a struct with a mistake leaves for the rest of the program.
pub(crate) struct Stub {
    /// What is right: only the compiler can tell whether its types are.
    pub(crate) right: State,
    /// Whether the mistake is the compiler's to report.
    pub(crate) is_silent: bool,
    pub(crate) methods: Vec<Meant>,
}

/// A method that was meant.
pub(crate) struct Meant {
    pub(crate) method: &'static Method,
    pub(crate) name: Ident,
    pub(crate) vis: Visibility,
    pub(crate) plain: Plain,
    /// Whether the user gave it its name.
    pub(crate) is_named: bool,
}

impl State {
    /// A name for generated code that the user wrote nowhere: as given, or with underscores before it.
    pub(crate) fn fresh(&self, name: &str) -> Ident {
        let mut name = name.to_owned();
        while self.words.contains(&name) {
            name.insert_str(0, "__");
        }
        format_ident!("{name}")
    }
}

impl Field {
    /// Whether someone can wait until it shows zero.
    pub(crate) fn awaits_zero(&self) -> bool {
        self.methods.iter().any(|named| named.method.returns == Some(Type::ZeroWait))
    }

    /// Whether another field has the same cell, as far as the derive can tell.
    pub(crate) fn has_cell_of(&self, other: &Self) -> bool {
        let [known, other_known] = [self, other].map(|field| {
            let is_known = !field.checked && !field.generic && field.plain.state.is_none() && field.peak.is_none();
            is_known.then(|| (field.kind.cell, field.ordering, field.per_thread, field.awaits_zero()))
        });
        known.is_some() && known == other_known && self.plain.ty == other.plain.ty
    }

    pub(crate) fn ordering(&self) -> Option<Ordering> {
        self.ordering.or(self.kind.orderings.first().copied())
    }
}

//! What a field's type is, as far as its tokens tell. A name that could be the user's own is left to the trait bounds
//! of the runtime.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Generics, Path, PathSegment, Type, TypePath};

use super::type_tokens::{
    by_variant, has_type_argument, inner_of_option, only_type_argument, only_word, primitive, split,
};
use crate::model::Plain;
use crate::schema::{Cell, KINDS, Kind, Sort, only_kind_of};

#[derive(Default)]
pub(super) struct PlainType {
    pub(super) tokens: TokenStream,
    /// The type as a path, if it is one.
    pub(super) path: Option<Path>,
    /// The sort, if the tokens tell it.
    pub(super) sort: Option<Sort>,
    /// Why no kind can hold it.
    pub(super) misfit: Option<String>,
    /// Whether its name could be that of a struct of the user's.
    pub(super) may_be_own: bool,
    /// What its `Option` or `Histogram` holds, if it is written as one.
    pub(super) inner: Option<Box<PlainType>>,
    /// The type to write instead, if there is one.
    instead: Option<TokenStream>,
    /// Whether it needs 64 bits.
    wide: bool,
    /// Whether the compiler has an error for it in any struct.
    pub(super) is_refused: bool,
}

impl PlainType {
    pub(super) fn of(tokens: &TokenStream, generics: &Generics) -> Self {
        if let Some(word) = only_word(tokens).filter(|word| word != "_") {
            let ty = Type::Path(TypePath { attrs: Vec::new(), qself: None, path: word.into() });
            return Self { tokens: tokens.clone(), ..Self::of_type(&ty, generics) };
        }
        let parsed = syn::parse2::<Type>(tokens.clone());
        // A block in a const argument is no type that this parser knows, but one that the compiler does.
        let begins = tokens.clone().into_iter().next();
        if matches!(begins, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace) {
            return Self { is_refused: true, ..Self::default() };
        }
        let known = parsed.map_or_else(|_| Self::default(), |ty| Self::of_type(&ty, generics));
        Self { tokens: tokens.clone(), ..known }
    }

    fn of_type(ty: &Type, generics: &Generics) -> Self {
        match ty {
            Type::Group(group) => Self::of_type(&group.elem, generics),
            Type::Paren(paren) => Self::of_type(&paren.elem, generics),
            Type::Path(path) => Self { path: Some(path.path.clone()), ..Self::of_path(path, generics) },
            // The compiler refuses these in a struct by itself.
            Type::Infer(_) | Type::ImplTrait(_) | Type::Never(_) => Self { is_refused: true, ..Self::default() },
            Type::Macro(_) | Type::Verbatim(_) => Self::default(),
            Type::Reference(reference) => {
                let inner = Self::of_type(&reference.elem, generics);
                let instead = inner.instead.or_else(|| inner.sort.map(|_| reference.elem.to_token_stream()));
                Self { instead, ..Self::complex("this type") }
            }
            Type::Slice(_) => Self {
                misfit: Some("several values have a fixed length: write it, as in `[u64; 4]`".to_owned()),
                ..Self::default()
            },
            Type::Array(array) => {
                Self { misfit: Some(one_dimension()), instead: Some(array.elem.to_token_stream()), ..Self::default() }
            }
            _ => Self::complex("this type"),
        }
    }

    fn of_path(path: &TypePath, generics: &Generics) -> Self {
        let segments = &path.path.segments;
        let (Some(first), Some(last), None) = (segments.first(), segments.last(), &path.qself) else {
            return Self::default();
        };
        if let Some(inner) = inner_of_option(path) {
            let is_several = split(&inner.to_token_stream()).1.is_some();
            let inner = Self::of(&inner.to_token_stream(), generics);
            return Self {
                sort: Some(Sort::Optional),
                misfit: if is_several { Some(optional_values()) } else { inner.misfit.clone() },
                instead: Some(inner.instead.clone().unwrap_or_else(|| inner.tokens.clone())),
                wide: inner.wide,
                inner: Some(Box::new(inner)),
                ..Self::default()
            };
        }
        let is_alone = segments.len() == 1;
        let of_std = ["std", "core", "alloc"].iter().any(|name| first.ident == name)
            || atomic(&last.ident.to_string()).is_some()
                && ["atomic", "portable_atomic"].iter().any(|name| first.ident == name);
        if is_alone && generics.type_params().any(|parameter| parameter.ident == last.ident) {
            return Self { sort: Some(Sort::Parameter), ..Self::default() };
        }
        if by_variant(last).is_some() {
            return Self { misfit: Some(one_dimension()), may_be_own: true, ..Self::default() };
        }
        if is_alone || of_std { Self::named(last, is_alone) } else { Self::default() }
    }

    /// A type by its name, which may be the user's own where it stands alone and is no part of the prelude.
    fn named(segment: &PathSegment, is_alone: bool) -> Self {
        let name = segment.ident.to_string();
        let number = |sort| Self { sort: Some(sort), wide: name.ends_with("64"), ..Self::default() };
        let may_be_own = is_alone && !["String", "Vec", "Box"].contains(&name.as_str());
        let inner = only_type_argument(&segment.arguments);
        let is_generic = has_type_argument(&segment.arguments);
        match name.as_str() {
            "bool" => number(Sort::Bool),
            "u8" | "u16" | "u32" | "u64" | "usize" => number(Sort::Unsigned),
            "i8" | "i16" | "i32" | "i64" | "isize" => number(Sort::Signed),
            "f32" | "f64" => number(Sort::Float),
            "u128" | "i128" => Self {
                misfit: Some(format!(
                    "there is no atomic `{name}`: store a scaled integer, such as millionths in a `u64`, and convert \
                     it where it is read"
                )),
                ..Self::default()
            },
            // By itself it may be another crate's.
            "Duration" if !is_alone => Self { wide: true, ..number(Sort::Duration) },
            "char" => Self {
                misfit: Some("write the number of the `char`, a `u32`, and convert it where it is read".to_owned()),
                instead: Some(primitive("u32")),
                ..Self::default()
            },
            "str" | "String" => Self::complex(&format!("`{name}`")),
            "OsString" | "PathBuf" => Self { may_be_own, ..Self::complex(&format!("`{name}`")) },
            "Arc" | "Mutex" | "RwLock" if is_generic => Self { may_be_own, ..Self::wrapper(&name, inner) },
            "Box" if is_generic => Self { instead: inner.and_then(Self::meant_by), ..Self::complex("`Box`") },
            "Vec" | "VecDeque" | "HashMap" | "HashSet" | "BTreeMap" | "BTreeSet" | "BinaryHeap" | "LinkedList"
                if is_generic =>
            {
                Self { may_be_own, ..Self::complex(&format!("`{name}`")) }
            }
            "Rc" | "Cell" | "RefCell" | "UnsafeCell" | "OnceCell" if is_generic => Self {
                misfit: Some(format!(
                    "`{name}` is for a single thread, and atomics are for sharing across threads: write the plain type \
                     in it, or keep it out of the state"
                )),
                may_be_own,
                instead: inner.and_then(Self::meant_by),
                ..Self::default()
            },
            "Histogram" if is_generic => Self {
                sort: Some(Sort::Histogram),
                inner: inner.map(|inner| {
                    let of_inner = Self::of_type(inner, &Generics::default());
                    Box::new(Self { tokens: inner.to_token_stream(), ..of_inner })
                }),
                ..Self::default()
            },
            _ => atomic(&name).map_or_else(Self::default, |plain| Self {
                misfit: Some(format!("write the plain type, `{plain}` for `{name}`: the derive makes it atomic")),
                instead: Some(primitive(plain)),
                ..Self::default()
            }),
        }
    }

    /// The type that was probably meant by this one, within something that cannot be a field's. No method takes or
    /// returns one that has no size.
    fn meant_by(ty: &Type) -> Option<TokenStream> {
        let instead = Self::of_type(ty, &Generics::default()).instead;
        instead.or_else(|| (!is_unsized(ty)).then(|| ty.to_token_stream()))
    }

    fn complex(name: &str) -> Self {
        Self {
            misfit: Some(format!(
                "atomics hold one small number or flag, and {name} is more than that: keep it beside the state, in an \
                 `Arc<Mutex<_>>`, or `#[skip]` it, which leaves it to the plain struct"
            )),
            ..Self::default()
        }
    }

    /// A lock, or what shares one.
    fn wrapper(name: &str, inner: Option<&Type>) -> Self {
        let number = inner.filter(|inner| Self::of_type(inner, &Generics::default()).sort.is_some());
        let misfit = number.map(|number| {
            let number = number.to_token_stream().to_string().replace(" < ", "<").replace(" >", ">");
            format!("write the plain type, `{number}` for `{name}<{number}>`: an atomic needs no lock")
        });
        let instead = inner.and_then(Self::meant_by);
        Self { instead, misfit: misfit.or_else(|| Self::complex(&format!("`{name}`")).misfit), ..Self::default() }
    }

    /// Whether it is certain what this is.
    pub(super) fn is_known(&self) -> bool {
        match (self.sort, &self.inner) {
            // The compiler tells what samples it has.
            (Some(Sort::Histogram), _) => false,
            (_, Some(inner)) => inner.is_known(),
            (sort, None) => sort.is_some(),
        }
    }

    /// Whether this is a `Duration`, perhaps in an `Option`.
    pub(super) fn is_duration(&self) -> bool {
        self.inner.as_ref().map_or(self.sort, |inner| inner.sort) == Some(Sort::Duration)
    }

    /// Whether this certainly needs 64 bits.
    pub(super) fn is_wide(&self) -> bool {
        self.wide
    }

    /// The type that was probably meant, where `written` does not fit the kind.
    pub(super) fn intended(&self, written: &Plain, kind: &Kind, runtime: &Path) -> Plain {
        let ty = self.instead.clone().unwrap_or_else(|| written.ty.to_token_stream());
        // A nested field of what certainly has no state hands out what it has.
        let instead = Self::of(&ty, &Generics::default());
        let has_no_state = self.instead.is_none() || instead.sort.is_some() || instead.misfit.is_some();
        let has_no_state = has_no_state && kind.cell == Cell::State;
        let state = written.state.clone().or_else(|| has_no_state.then(|| ty.clone()));
        let (ty, inner) = if kind.holds_samples() { histogram(ty, runtime) } else { (ty, None) };
        Plain { ty: ty.into(), places: written.places.clone(), inner, state, page: None }
    }

    /// The kind that a field of this type probably has.
    pub(super) fn likely_kind(&self) -> Option<&'static Kind> {
        let meant = self.instead.as_ref().map(|instead| Self::of(instead, &Generics::default()));
        let sort = self.sort.or(meant.and_then(|meant| meant.sort)).filter(|sort| *sort != Sort::Parameter)?;
        let fits = |kind: &&Kind| kind.misfits.iter().all(|(misfit, _)| *misfit != sort);
        only_kind_of(sort).or_else(|| KINDS.iter().copied().find(fits))
    }
}

/// The histogram that was probably meant by a type, and its samples.
fn histogram(ty: TokenStream, runtime: &Path) -> (TokenStream, Option<TokenStream>) {
    let plain = PlainType::of(&ty, &Generics::default());
    let sample = match plain.sort {
        Some(Sort::Histogram) => return (ty, plain.inner.map(|inner| inner.tokens)),
        Some(Sort::Duration) => ty,
        _ => primitive("u64"),
    };
    (quote!(#runtime::Histogram<#sample>), Some(sample))
}

/// Whether the type has no size, or holds one without, as far as its tokens tell.
fn is_unsized(ty: &Type) -> bool {
    match ty {
        Type::TraitObject(_) | Type::Slice(_) => true,
        Type::Path(path) if path.path.is_ident("str") => true,
        Type::Path(path) => {
            let last = path.path.segments.last();
            last.and_then(|last| only_type_argument(&last.arguments)).is_some_and(is_unsized)
        }
        _ => false,
    }
}

/// Why several values cannot hold several each.
fn one_dimension() -> String {
    "several values are told apart in one way: put the inner ones into a struct, and hold it by `#[nested]`".to_owned()
}

/// What to write instead of several values in an `Option`.
fn optional_values() -> String {
    "each of several values has an `Option` of its own, if it needs one: write it within, as in `[Option<u64>; 4]`"
        .to_owned()
}

fn atomic(name: &str) -> Option<&'static str> {
    Some(match name.strip_prefix("Atomic")? {
        "Bool" => "bool",
        "U8" => "u8",
        "U16" => "u16",
        "U32" => "u32",
        "U64" => "u64",
        "Usize" => "usize",
        "I8" => "i8",
        "I16" => "i16",
        "I32" => "i32",
        "I64" => "i64",
        "Isize" => "isize",
        _ => return None,
    })
}

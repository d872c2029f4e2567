//! What a field's type is, as far as its tokens tell. A name that could be the user's own is left to the trait bounds of
//! the runtime.

use quote::format_ident;
use syn::{GenericArgument, PathArguments, PathSegment, Type, parse_quote};

use crate::kind::Kind;

pub(crate) enum PlainType {
    Bool,
    Unsigned,
    Signed,
    Duration,
    /// An `Option` of something.
    Optional(Box<PlainType>),
    /// A number that no atomic holds.
    NoAtomic(String),
    /// An atomic, and the plain type to write instead.
    Atomic(String, &'static str),
    /// Anything with parts: text, collections, locks, references.
    Complex(String),
    SingleThreaded(String),
    /// An alias or a type of the user's, perhaps.
    Unknown,
}

impl PlainType {
    pub(crate) fn of(ty: &Type) -> Self {
        match ty {
            Type::Group(group) => Self::of(&group.elem),
            Type::Paren(paren) => Self::of(&paren.elem),
            Type::Path(path) => match inner_of_option(ty) {
                Some(inner) => Self::Optional(Box::new(Self::of(inner))),
                None => path.path.segments.last().map_or(Self::Unknown, Self::named),
            },
            Type::Infer(_) | Type::Macro(_) | Type::Never(_) | Type::Verbatim(_) => Self::Unknown,
            _ => Self::Complex("this type".to_owned()),
        }
    }

    fn named(segment: &PathSegment) -> Self {
        let name = segment.ident.to_string();
        // A user's own type may well be called `Cell`, but then it seldom is generic over one type.
        let generic = has_type_argument(&segment.arguments);
        match name.as_str() {
            "bool" => Self::Bool,
            "u8" | "u16" | "u32" | "u64" | "usize" => Self::Unsigned,
            "i8" | "i16" | "i32" | "i64" | "isize" => Self::Signed,
            "f32" | "f64" | "u128" | "i128" => Self::NoAtomic(name),
            "Duration" => Self::Duration,
            "char" | "str" | "String" | "OsString" | "PathBuf" => Self::Complex(format!("`{name}`")),
            "Vec" | "VecDeque" | "HashMap" | "HashSet" | "BTreeMap" | "BTreeSet" | "BinaryHeap" | "LinkedList"
            | "Box" | "Arc" | "Mutex" | "RwLock"
                if generic =>
            {
                Self::Complex(format!("`{name}`"))
            }
            "Rc" | "Cell" | "RefCell" | "UnsafeCell" | "OnceCell" if generic => Self::SingleThreaded(name),
            _ => atomic(&name).map_or(Self::Unknown, |plain| Self::Atomic(name, plain)),
        }
    }

    /// Whether it is certain what this is.
    pub(crate) fn is_known(&self) -> bool {
        match self {
            // Another crate may have a `Duration`.
            Self::Unknown | Self::Duration => false,
            Self::Optional(inner) => inner.is_known(),
            _ => true,
        }
    }

    /// The type that was probably meant by `ty`, which is of this sort but does not fit the kind.
    pub(crate) fn intended(&self, ty: &Type, kind: &Kind) -> Type {
        match self {
            _ if kind.name == "flag" => parse_quote!(::core::primitive::bool),
            Self::Atomic(_, plain) => {
                let plain = format_ident!("{plain}");
                parse_quote!(::core::primitive::#plain)
            }
            Self::Optional(_) => inner_of_option(ty).unwrap_or(ty).clone(),
            _ => ty.clone(),
        }
    }

    /// Why an `Option` of this holds no sample of a minimum or maximum.
    pub(crate) fn no_sample(&self) -> Option<&'static str> {
        match self {
            Self::Optional(_) => Some("one `Option` is enough: it is `None` until the first sample"),
            Self::Bool => Some("a sample is an integer or a `Duration`; for a `bool`, use `#[flag]`"),
            _ => None,
        }
    }

    /// Why no kind of field can hold this type.
    pub(crate) fn misfit(&self) -> Option<String> {
        Some(match self {
            Self::Optional(inner) => return inner.misfit(),
            Self::Atomic(name, plain) => {
                format!("write the plain type, `{plain}` for `{name}`: the derive makes it atomic")
            }
            Self::NoAtomic(name) => format!(
                "there is no atomic `{name}`: store a scaled integer, such as millionths in a `u64`, and convert where it is read"
            ),
            Self::Complex(name) => format!(
                "atomics hold one small number or flag, and {name} is more than that: keep it beside the state, in an `Arc<Mutex<_>>`"
            ),
            Self::SingleThreaded(name) => format!(
                "`{name}` is for a single thread, and atomics are for sharing across threads: write the plain type in it, \
                 or keep it out of the state"
            ),
            _ => return None,
        })
    }
}

/// `T`, for a type that is written `Option<T>`.
pub(crate) fn inner_of_option(ty: &Type) -> Option<&Type> {
    match ty {
        Type::Group(group) => inner_of_option(&group.elem),
        Type::Paren(paren) => inner_of_option(&paren.elem),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            match &last.arguments {
                PathArguments::AngleBracketed(arguments) if last.ident == "Option" && arguments.args.len() == 1 => {
                    match &arguments.args[0] {
                        GenericArgument::Type(inner) => Some(inner),
                        _ => None,
                    }
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn has_type_argument(arguments: &PathArguments) -> bool {
    let PathArguments::AngleBracketed(arguments) = arguments else { return false };
    arguments.args.iter().any(|argument| matches!(argument, GenericArgument::Type(_)))
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

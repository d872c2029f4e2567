//! What stands between the angle brackets of a type.

use syn::{GenericArgument, PathArguments, Type, TypePath};

/// `T`, for a type that is written `Option<T>`.
pub(super) fn inner_of_option(path: &TypePath) -> Option<&Type> {
    let segments = &path.path.segments;
    let last = segments.last().filter(|last| last.ident == "Option")?;
    let of_std = segments.len() == 1 || ["std", "core"].iter().any(|name| segments[0].ident == name);
    only_type_argument(&last.arguments).filter(|_| of_std)
}

pub(super) fn only_type_argument(arguments: &PathArguments) -> Option<&Type> {
    match arguments {
        PathArguments::AngleBracketed(arguments) if arguments.args.len() == 1 => match &arguments.args[0] {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn has_type_argument(arguments: &PathArguments) -> bool {
    let PathArguments::AngleBracketed(arguments) = arguments else { return false };
    arguments.args.iter().any(|argument| matches!(argument, GenericArgument::Type(_)))
}

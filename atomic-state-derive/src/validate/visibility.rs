//! Compares how far visibilities reach, as far as their tokens tell.

use proc_macro2::Span;
use quote::ToTokens;
use syn::Visibility;

/// From the narrowest to the widest.
#[derive(PartialEq, PartialOrd)]
enum Reach {
    Private,
    Module,
    Crate,
    Public,
}

fn reach(vis: &Visibility) -> Reach {
    match vis {
        Visibility::Public(_) => Reach::Public,
        Visibility::Restricted(restricted) if restricted.path.is_ident("crate") => Reach::Crate,
        Visibility::Restricted(restricted) if restricted.path.is_ident("self") => Reach::Private,
        Visibility::Restricted(_) => Reach::Module,
        Visibility::Inherited => Reach::Private,
    }
}

/// The user's visibility, marked as generated, which keeps lints on what it stands before to what the user wrote.
pub(super) fn generated(mut vis: Visibility) -> Visibility {
    if let Visibility::Public(token) = &mut vis {
        token.span = token.span.resolved_at(Span::call_site());
    }
    vis
}

/// Whether `vis` certainly reaches all that `other` does.
pub(super) fn covers(vis: &Visibility, other: &Visibility) -> bool {
    let same = || vis.to_token_stream().to_string() == other.to_token_stream().to_string();
    reach(vis) > reach(other) || reach(vis) == reach(other) && (reach(vis) != Reach::Module || same())
}

/// The one of two that reaches less far, the first where they cannot be compared.
pub(super) fn narrower<'a>(vis: &'a Visibility, other: &'a Visibility) -> &'a Visibility {
    if reach(vis) > reach(other) { other } else { vis }
}

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

#[cfg(test)]
mod tests {
    use syn::{Visibility, parse_quote};

    use super::{covers, narrower};

    /// From the narrowest to the widest.
    fn all() -> [Visibility; 4] {
        [parse_quote!(), parse_quote!(pub(super)), parse_quote!(pub(crate)), parse_quote!(pub)]
    }

    #[test]
    fn a_visibility_covers_itself_and_the_narrower_ones() {
        let all = all();
        for (index, vis) in all.iter().enumerate() {
            for (other_index, other) in all.iter().enumerate() {
                assert_eq!(covers(vis, other), other_index <= index);
                assert!(std::ptr::eq(narrower(vis, other), if other_index < index { other } else { vis }));
            }
        }
    }

    #[test]
    fn no_module_certainly_covers_another() {
        let (one, other): (Visibility, Visibility) = (parse_quote!(pub(in super::super)), parse_quote!(pub(super)));
        assert!(covers(&one, &one) && !covers(&one, &other) && !covers(&other, &one));
        assert!(std::ptr::eq(narrower(&one, &other), &raw const one));
    }

    #[test]
    fn self_is_private() {
        let (private, of_self): (Visibility, Visibility) = (parse_quote!(), parse_quote!(pub(self)));
        assert!(covers(&private, &of_self) && covers(&of_self, &private));
    }
}

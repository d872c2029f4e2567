//! The fields of the struct. A field's type is kept as the tokens that the user wrote: whatever compiles there also
//! compiles in generated code.

use proc_macro2::TokenStream;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Path, Token, Visibility};

use super::docs::Docs;
use super::{Argument, CONTAINER_ATTRIBUTE, up_to_comma};
use crate::errors::Errors;
use crate::schema::Kind;

pub(crate) struct Field {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) docs: Docs,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) ty: TokenStream,
    /// The kinds that the field claims: one, unless the user is mistaken.
    pub(crate) kinds: Vec<KindAttribute>,
}

/// `#[counter(…)]`
pub(crate) struct KindAttribute {
    pub(crate) kind: &'static Kind,
    pub(crate) path: Path,
    pub(crate) arguments: Vec<Argument>,
}

impl Field {
    /// The fields between the braces, and whether any is half written. That one is left out; the compiler has reported
    /// it before it came to the derive.
    pub(crate) fn all_in(input: ParseStream, errors: &mut Errors) -> (Vec<Self>, bool) {
        let (mut fields, mut half_written) = (Vec::new(), false);
        while !input.is_empty() {
            if let Ok(field) = Self::parse(input, errors) {
                fields.push(field);
            } else {
                half_written = true;
                up_to_comma(input);
            }
            let _ = input.parse::<Option<Token![,]>>();
        }
        (fields, half_written)
    }

    fn parse(input: ParseStream, errors: &mut Errors) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let ident = name(input)?;
        input.parse::<Token![:]>()?;
        let ty = up_to_comma(input);
        if ty.is_empty() {
            return Err(syn::Error::new_spanned(&ident, format!("`{ident}` needs a type")));
        }
        let kinds = kinds(&attributes, errors);
        Ok(Self { docs: Docs::of(&attributes), attributes, vis, ident, ty, kinds })
    }
}

/// A name that generated code can repeat: it has the edition of this crate, in which `gen` is a keyword, perhaps unlike
/// in the user's.
pub(crate) fn name(input: ParseStream) -> syn::Result<Ident> {
    let ident: Ident = input.parse()?;
    Ok(if ident == "gen" { Ident::new_raw("gen", ident.span()) } else { ident })
}

fn kinds(attributes: &[Attribute], errors: &mut Errors) -> Vec<KindAttribute> {
    let mut kinds = Vec::new();
    for attribute in attributes {
        let path = attribute.path().clone();
        if let Some(kind) = Kind::of(&path) {
            kinds.push(KindAttribute { kind, path, arguments: Argument::all_in(attribute, errors) });
        } else if path.is_ident(CONTAINER_ATTRIBUTE) {
            // Whoever writes `#[atomic_state(counter)]` means `#[counter]`.
            let meant = attribute.parse_args::<Path>().ok().and_then(|path| Some((Kind::of(&path)?, path)));
            let advice = match &meant {
                Some((kind, _)) => format!("write `#[{}]`", kind.name),
                None => "a field takes the attribute of its kind".to_owned(),
            };
            errors.at(attribute, format!("`#[atomic_state]` belongs on the struct: {advice}"));
            kinds.extend(meant.map(|(kind, path)| KindAttribute { kind, path, arguments: Vec::new() }));
        }
    }
    kinds
}

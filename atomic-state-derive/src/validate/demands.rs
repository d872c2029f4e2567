//! What keys ask of the field's type.

use proc_macro2::TokenStream;
use syn::{Generics, Ident};

use super::arguments::Arguments;
use super::parameters::{mentions_parameter, with_self_replaced};
use super::plain_type::PlainType;
use crate::errors::Errors;
use crate::model::Start;
use crate::schema::{Kind, Setting, Sort};

/// Reports methods that make no sense for a type, as far as its tokens tell.
pub(super) fn check(kind: &Kind, ty: &PlainType, arguments: &Arguments, errors: &mut Errors) {
    let Some(sort) = ty.sort else { return };
    for method in kind.methods {
        if let (Some(demand), Some(key)) = (method.demand, arguments.key(method.key)) {
            if !(demand.is_met_by)(sort) {
                errors.at(key, format!("`{key}` {}", demand.otherwise));
            }
        }
    }
}

/// The constant that a value starts at.
pub(super) fn start(
    kind: &Kind,
    tokens: &TokenStream,
    ty: &PlainType,
    plain: &Ident,
    generics: &Generics,
    arguments: &Arguments,
    errors: &mut Errors,
) -> Option<Start> {
    let key = arguments.key("start").filter(|_| kind.settings.contains(&Setting::StartAt))?;
    if ty.sort == Some(Sort::Optional) {
        errors.at(key, "an `Option` starts as `None`: remove this key, or write the type without `Option`");
    } else if mentions_parameter(tokens, generics) {
        errors.at(key, "this could be any type, which starts at its own zero: remove this key");
    }
    let constant = arguments.constant("start", errors)?;
    let word = syn::parse2::<Ident>(constant.clone()).ok().map(|word| word.to_string());
    let is_variant = ty.sort.is_none() && word.is_some_and(|word| word.chars().any(char::is_lowercase));
    Some(Start { key: key.clone(), constant: with_self_replaced(constant, plain, generics), is_variant })
}

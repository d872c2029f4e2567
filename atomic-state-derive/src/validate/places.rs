//! Fields that hold several values: an array, or one for each variant of an enum.

use proc_macro2::TokenStream;
use syn::Generics;

use super::arguments::Arguments;
use super::parameters::is_unbounded;
use super::plain_type::PlainType;
use crate::errors::Errors;
use crate::model::Places;
use crate::schema::{KINDS, Kind, LABEL, Sort};

/// Reports what a field that holds several values, or one, cannot have. Returns the label.
pub(super) fn check(
    field_type: &TokenStream,
    value: &PlainType,
    places: Option<&Places>,
    kind: &Kind,
    generics: &Generics,
    arguments: &Arguments,
    errors: &mut Errors,
) -> Option<String> {
    let Some(places) = places else {
        if let Some(key) = arguments.key(LABEL) {
            errors.at(key, "a label tells several values apart, and this field holds one: remove this key");
        }
        return None;
    };
    if !kind.several {
        let kinds: Vec<_> =
            KINDS.iter().filter(|kind| kind.several).map(|kind| format!("`#[{}]`", kind.name)).collect();
        let message =
            format!("a {} is a single value: only a field of {} can hold several", kind.name, kinds.join(", "));
        errors.at(field_type, message);
    }
    if let Places::Variants { key, .. } = places {
        check_key(key, value, generics, errors);
    }
    for key in ["start", "of"].into_iter().filter_map(|key| arguments.key(key)) {
        let what = if matches!(places, Places::Array(_)) { "an array" } else { "a field by variant" };
        errors.at(key, format!("`{key}` is for a single value, and {what} holds several: remove this key"));
    }
    arguments.label(LABEL, errors)
}

/// Reports what surely is no enum.
fn check_key(variants: &TokenStream, value: &PlainType, generics: &Generics, errors: &mut Errors) {
    let key = PlainType::of(variants, generics);
    if key.sort == Some(Sort::Parameter) {
        if is_unbounded(variants, generics) {
            errors.at(
                variants,
                format!("nothing says that `{variants}` has variants: write `{variants}: atomic_state::Variants`"),
            );
        }
    } else if key.sort.is_some() {
        let instead = if value.is_known() {
            "for values by number, write an array, as in `[u64; 4]`"
        } else {
            "the enum comes first, as in `ByVariant<Reason, u64>`"
        };
        errors.at(variants, format!("`{variants}` is no enum: {instead}"));
    }
}

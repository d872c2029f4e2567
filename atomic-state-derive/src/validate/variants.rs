//! `#[derive(Variants)]`

use syn::ext::IdentExt;
use syn::parse_quote;

use super::arguments::Arguments;
use crate::errors::Errors;
use crate::model::{Variant, Variants};
use crate::parse::Enum;

/// Nothing, where no implementation could be of use.
pub(crate) fn validate(input: Enum, errors: &mut Errors) -> Option<Variants> {
    if input.keyword != "enum" {
        let message = "only an enum has variants: derive `AtomicState` for a struct";
        errors.at(&input.keyword, message);
        return None;
    }
    let mut is_right = input.generics.params.is_empty();
    if !is_right {
        errors.at(&input.generics, "the variants of an enum with parameters have no fixed names: write one without");
        if input.generics.lifetimes().next().is_some() {
            return None;
        }
    }
    let arguments = Arguments::new("`#[variant]` on an enum", &["crate"], input.arguments, errors);
    let runtime = arguments.path("crate", errors).unwrap_or_else(|| parse_quote!(::atomic_state));
    let mut variants: Vec<Variant> = Vec::new();
    for variant in input.variants {
        let ident = variant.ident;
        let arguments = Arguments::new("`#[variant]`", &["name"], variant.arguments, errors);
        let name = arguments.text("name", errors).unwrap_or_else(|| snake_case(&ident.unraw().to_string()));
        if let Some(fields) = &variant.fields {
            is_right = false;
            let message = format!("`{ident}` has fields, and a key has none: keep what they hold beside the counters");
            errors.at(fields, message);
        }
        if let Some(other) = variants.iter().find(|other| other.name == name && other.ident != ident) {
            let message = format!(
                "`{}` and `{ident}` are both named \"{name}\": write `#[variant(name = \"…\")]` on one of them",
                other.ident
            );
            errors.at(&ident, message);
        }
        // The compiler reports a second variant of a name.
        is_right &= variants.iter().all(|other| other.ident != ident);
        variants.push(Variant { ident, name });
    }
    let all = is_right.then_some(variants);
    Some(Variants { ident: input.ident, vis: input.vis, generics: input.generics, runtime, all })
}

/// `TimedOut` as `timed_out`, and `HTTPError` as `http_error`.
fn snake_case(name: &str) -> String {
    let signs: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (index, sign) in signs.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| signs[before]);
        let starts_word = sign.is_uppercase()
            && before.is_some_and(|before| {
                let ends_initials =
                    before.is_uppercase() && signs.get(index + 1).is_some_and(|next| next.is_lowercase());
                before != '_' && (!before.is_uppercase() || ends_initials)
            });
        if starts_word {
            snake.push('_');
        }
        snake.extend(sign.to_lowercase());
    }
    snake
}

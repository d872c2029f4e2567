//! Enums as keys: the names of their variants, and the mistakes in them.

use proc_macro2::TokenStream;
use quote::quote;

fn messages(input: TokenStream) -> Vec<String> {
    super::messages(crate::variants(input))
}

/// Expects that a variant gets this name.
#[track_caller]
fn assert_name(variant: &TokenStream, name: &str) {
    let output = crate::variants(quote!(enum E { #variant }));
    let expected = quote!(&[#name]).to_string();
    assert!(output.to_string().contains(&expected), "{expected} in {output}");
}

#[test]
fn a_name_is_in_snake_case() {
    for (variant, name) in [
        (quote!(A), "a"),
        (quote!(TimedOut), "timed_out"),
        (quote!(HTTPError), "http_error"),
        (quote!(HTTP), "http"),
        (quote!(HTTP2), "http2"),
        (quote!(V2Old), "v2_old"),
        (quote!(Old_Name), "old_name"),
        (quote!(_C), "_c"),
        (quote!(AB_c), "ab_c"),
        (quote!(r#In), "in"),
    ] {
        assert_name(&variant, name);
    }
}

#[test]
fn a_given_name_stays() {
    assert_name(
        &quote!(
            #[variant(name = "No Case")]
            A
        ),
        "No Case",
    );
}

#[test]
fn attributes_of_others_are_none_of_ours() {
    assert_name(
        &quote!(
            #[default]
            #[serde(name = "b")]
            A
        ),
        "a",
    );
}

#[test]
fn whatever_a_discriminant_is_the_next_variant_is_found() {
    for discriminant in [quote!(1), quote!(<N<1, 2>>::ONE), quote!(1 2)] {
        let output = crate::variants(quote!(enum E { A = #discriminant, B })).to_string();
        assert!(output.contains(&quote!(&["a", "b"]).to_string()), "{output}");
    }
}

macro_rules! one_error {
    ($($name:ident: { $($input:tt)* } => $expected:literal;)*) => {$(
        #[test]
        fn $name() {
            let messages = messages(quote!($($input)*));
            assert_eq!(messages.len(), 1, "{messages:?}");
            assert!(messages[0].contains($expected), "{}", messages[0]);
        }
    )*};
}

one_error! {
    a_struct: { struct E { a: u8 } } => "only an enum has variants";
    a_struct_with_keys: { struct E { #[variant(nme = "a")] a: u8 } } => "only an enum has variants";
    a_parameter: { enum E<T> { A } } => "with parameters";
    fields: { enum E { A(u8) } } => "`A` has fields";
    named_fields: { enum E { A { a: u8 } } } => "`A` has fields";
    two_of_one_name: { enum E { TimedOut, Timed_Out } } => "both named \"timed_out\"";
    an_empty_name: { enum E { #[variant(name = "")] A } } => "expected a text in quotes";
    a_name_without_quotes: { enum E { #[variant(name = a)] A } } => "expected a text in quotes";
    a_misspelt_key: { enum E { #[variant(nme = "a")] A } } => "did you mean `name`?";
    a_key_of_a_variant_on_the_enum: { #[variant(name = "a")] enum E { A } } => "`#[variant]` on an enum has no key";
    no_path: { #[variant(crate = "a")] enum E { A } } => "expected a path without quotes";
    no_enum: { fn } => "";
}

#[test]
fn a_variant_twice_is_left_to_the_compiler() {
    let input = quote!(
        enum E {
            A,
            A,
        }
    );
    assert_eq!(messages(input.clone()).len(), 0);
    assert!(
        crate::variants(input).to_string().contains(
            &quote!(
                const ALL: &'static [Self] = &[];
            )
            .to_string()
        )
    );
}

#[test]
fn a_struct_without_a_name_is_one_error() {
    assert_eq!(super::messages(crate::derive(quote!(struct))).len(), 1);
}

#[test]
fn only_an_enum_with_variants_and_no_parameters_is_a_value() {
    for (input, is_value) in [
        (
            quote!(
                enum E {
                    A,
                }
            ),
            true,
        ),
        (
            quote!(
                enum E {}
            ),
            false,
        ),
        (
            quote!(
                enum E<T> {
                    A,
                }
            ),
            false,
        ),
    ] {
        let output = crate::variants(input).to_string();
        assert_eq!(output.contains("StoredVariant"), is_value, "{output}");
    }
}

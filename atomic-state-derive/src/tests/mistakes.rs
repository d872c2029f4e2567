//! What a mistake says, and that it says so once. Each of the documented mistakes stands as a program of its own among
//! the compile-fail tests; here are those in the syntax of the attributes.

use quote::quote;

/// The messages of the errors that the derive reports.
fn messages(input: proc_macro2::TokenStream) -> Vec<String> {
    super::messages(crate::derive(input))
}

one_error! {
    key_without_value: { struct W { #[counter(increment)] a: u8 } } => "`increment` needs a value: a name";
    value_without_key: { struct W { #[counter(= x)] a: u8 } } => "expected a key";
    two_values: { struct W { #[counter(get = x y)] a: u8 } } => "expected `,`";
    nothing_after_equals: { struct W { #[counter(get = )] a: u8 } } => "expected a value after `=`";
    attribute_with_a_value: { struct W { #[counter = "a"] a: u8 } } => "write the keys in parentheses";
    number_for_a_name: { struct W { #[counter(get = 1)] a: u8 } } => "expected a name";
    keyword_for_a_name: { struct W { #[counter(get = fn)] a: u8 } } => "`fn` is a keyword";
    path_for_a_name: { struct W { #[counter(get = a::b)] a: u8 } } => "expected a name";
    ordering_in_quotes: { struct W { #[counter(ordering = "SeqCst")] a: u8 } } => "expected a word without quotes";
    unit_without_quotes: { struct W { #[counter(unit = bytes)] a: u8 } } => "expected a text in quotes";
    empty_unit: { struct W { #[counter(unit = "")] a: u8 } } => "a part of a metric's name";
    unit_of_two_words: { struct W { #[counter(unit = "M B")] a: u8 } } => "a part of a metric's name";
    unit_of_a_duration: { struct W { #[max(unit = "ms")] a: Option<std::time::Duration> } } => "in seconds";
    increment_of_a_duration: { struct W { #[counter(increment = i)] a: core::time::Duration } } => "adds 1";
    timer_of_integers: { struct W { #[histogram(timer = t)] a: Histogram<u64> } } => "a timer records a `Duration`";
    unit_of_a_histogram: { struct W { #[histogram(unit = "ms")] a: Histogram<std::time::Duration> } } => "in seconds";
    take_of_no_option: { struct W { #[value(take = t)] a: u64 } } => "`take` leaves `None`";
    start_without_value: { struct W { #[value(start)] a: u64 } } => "`start` needs a value: a constant";
    start_of_an_option: { struct W { #[value(start = Some(1))] a: Option<u8> } } => "starts as `None`";
    set_by_another_word: { struct W { #[value(write = w)] a: u64 } } => "did you mean `set`?";
    transitions_without_moves: { struct W { #[phase(transitions())] a: P } } => "from variant to variant";
    transitions_alone: { struct W { #[phase(transitions)] a: P } } => "from variant to variant";
    transitions_by_another_word: { struct W { #[phase(moves = m)] a: P } } => "did you mean `transitions`?";
    float_that_counts: { struct W { #[counter] a: f32 } } => "use `#[value]` with `update`";
    float_in_an_option: { struct W { #[max] a: Option<f64> } } => "use `#[value]` with `update`";
    duration_as_a_level: { struct W { #[gauge] a: std::time::Duration } } => "use `#[value]` for the last";
    visibility_in_quotes: { #[atomic_state(vis = "pub")] struct W { #[counter] a: u8 } } => "expected a visibility";
    path_in_quotes: { #[atomic_state(crate = "a")] struct W { #[counter] a: u8 } } => "expected a path without quotes";
    unknown_container_key: { #[atomic_state(nam = X)] struct W { #[counter] a: u8 } } => "did you mean `name`?";
    container_key_twice: { #[atomic_state(name = X, name = Y)] struct W { #[counter] a: u8 } } => "given twice";
    state_named_like_the_struct: { #[atomic_state(name = W)] struct W { #[counter] a: u8 } } => "needs another";
    state_more_visible: { #[atomic_state(vis = pub)] struct W { #[counter] a: u8 } } => "cannot be more visible";
    kind_on_the_struct: { #[counter] struct W { #[counter] a: u8 } } => "belongs on a field";
    container_attribute_on_a_field: { struct W { #[atomic_state] #[counter] a: u8 } } => "belongs on the struct";
}

#[test]
fn all_mistakes_of_a_struct_are_reported() {
    let messages = messages(quote! {
        #[atomic_state(nam = X)]
        struct WorkerState<'a> {
            a: u8,
            #[counter(get = 1, fetch = "x", ordering = Acquire)]
            b: i8,
            #[flag]
            #[counter]
            c: bool,
            #[counter(get = new)]
            d: u8,
        }
    });
    assert_eq!(messages.len(), 9, "{messages:#?}");
}

#[test]
fn no_mistake_no_error() {
    assert_eq!(
        messages(quote!(
            struct W {
                #[counter]
                a: u8,
            }
        )),
        [""; 0]
    );
}

/// Expects so many errors, and that what is written names all of these methods.
macro_rules! half_written {
    ($($name:ident: { $($input:tt)* } => $errors:literal, $($method:ident)*;)*) => {$(
        #[test]
        fn $name() {
            let input = quote!($($input)*);
            assert_eq!(messages(input.clone()).len(), $errors, "{:?}", messages(input));
            let written = crate::derive(input).to_string();
            $(assert!(written.contains(concat!("fn ", stringify!($method), " (")), "{written}");)*
        }
    )*};
}

// Where someone is still writing, the rest of the struct goes on working, for completion. The compiler has reported a
// field that it could not read itself.
half_written! {
    a_value_missing: { struct W { #[counter(record = )] a: u8, #[counter] b: u8 } } => 1, record_b b a;
    a_key_begun: { struct W { #[counter(rec)] a: u8, #[counter] b: u8 } } => 1, record_b b record_a a;
    an_empty_attribute: { struct W { #[] a: u8, #[counter] b: u8 } } => 0, record_b b;
    a_type_missing: { struct W { #[counter] a: , #[counter] b: u8 } } => 0, record_b b;
    a_type_and_colon_missing: { struct W { #[counter] a, #[counter] b: u8 } } => 0, record_b b;
    a_name_missing: { struct W { #[counter] : u8, #[counter] b: u8 } } => 0, record_b b;
    only_an_attribute: { struct W { #[counter] b: u8, #[counter] } } => 0, record_b b;
    a_comma_missing: { struct W { #[counter] b: u8, #[counter(get = c fetch = d)] a: u8 } } => 1, record_b b c d;
}

#[test]
fn a_lone_hash() {
    let input: proc_macro2::TokenStream = "struct W { # a: u8, #[counter] b: u8 }".parse().expect("tokens");
    assert_eq!(messages(input.clone()).len(), 0);
    assert!(crate::derive(input).to_string().contains("fn record_b ("));
}

#[test]
fn a_struct_that_holds_itself_is_left_to_the_compiler() {
    for ty in [quote!(W), quote!(Self)] {
        let input = quote!(struct W { #[nested] a: #ty, #[counter] b: u8 });
        assert_eq!(messages(input.clone()).len(), 0);
        let written = crate::derive(input).to_string();
        assert!(written.contains("fn a (") && written.contains("report_missing_kind"), "{written}");
    }
}

#[test]
fn no_method_returns_what_has_no_size() {
    for ty in [quote!(Box<[u64]>), quote!(Box<dyn Send>), quote!(std::sync::Arc<std::sync::Mutex<str>>)] {
        let expected = quote!(fn a(&self) -> #ty).to_string();
        let written = crate::derive(quote!(struct W { #[counter] a: #ty })).to_string();
        assert!(written.contains(&expected), "{expected} in {written}");
    }
}

// What was meant exists, whatever its name is wrapped in.
half_written! {
    in_brackets: { struct W { #[counter(increment[x])] a: u8 } } => 1, x;
    in_braces: { struct W { #[counter(increment = {x})] a: u8 } } => 1, x;
    by_an_arrow: { struct W { #[counter(increment => x)] a: u8 } } => 1, x;
    by_nothing: { struct W { #[counter(increment x)] a: u8 } } => 1, x;
    with_a_visibility: { struct W { #[counter(increment = pub x)] a: u8 } } => 1, x;
    with_a_quoted_visibility: { struct W { #[counter(increment = "pub x")] a: u8 } } => 1, x;
    with_hyphens: { struct W { #[counter(increment = add-one)] a: u8 } } => 1, add_one;
    after_fn: { struct W { #[counter(increment = fn x)] a: u8 } } => 1, x;
    after_a_semicolon: { struct W { #[counter(increment = x; fetch = y)] a: u8 } } => 1, x y;
    beside_a_misspelt_one: { struct W { #[counter(increment = x, incremnt = y)] a: u8 } } => 1, x y;
    a_colon_alone: { struct W { #[counter(increment:, fetch = y)] a: u8 } } => 1, y;
    a_nested_number: { struct W { #[nested] a: u64 } } => 1, a;
    a_nested_box: { struct W { #[nested] a: Box<In> } } => 1, a;
    a_boxed_slice: { struct W { #[counter] a: Box<[u64]>, #[counter] b: u8 } } => 1, a record_b;
    a_boxed_number: { struct W { #[counter] a: Box<u64> } } => 1, record_a a;
}

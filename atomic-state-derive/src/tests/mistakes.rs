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
    relaxed_gauge_that_is_waited_for: { struct W { #[gauge(wait_zero = w, ordering = Relaxed)] a: u8 } } =>
        "could then miss what the holders did";
    number_for_a_name: { struct W { #[counter(get = 1)] a: u8 } } => "expected a name";
    keyword_for_a_name: { struct W { #[counter(get = fn)] a: u8 } } => "`fn` is a keyword";
    path_for_a_name: { struct W { #[counter(get = a::b)] a: u8 } } => "expected a name";
    two_words_for_an_ordering: { struct W { #[flag(ordering = Relaxed x)] a: bool } } => "expected `,`";
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
    misspelt_take_of_no_option: { struct W { #[value(tak = t)] a: u64 } } => "did you mean `take`?";
    misspelt_timer_of_integers: { struct W { #[histogram(time = t)] a: Histogram<u64> } } => "did you mean `timer`?";
    misspelt_fetch_per_thread: { #[atomic_state(per_thread)] struct W { #[counter(fetc = f)] a: u64 } } => "`fetch`?";
    moves_after_another_word: { struct W { #[phase(moves(A => B))] a: P } } => "did you mean `transitions`?";
    argument_after_a_name: { struct W { #[gauge(try_guard = enter(limit))] a: u8 } } => "write the name alone";
    visibility_before_a_name: { struct W { #[value(set = pub put)] a: u8 } } => "write the name alone";
    array_in_an_option: { struct W { #[max] a: Option<[u64; 2]> } } => "as in `[Option<u64>; 4]`";
    array_without_a_length: { struct W { #[counter] a: [u64] } } => "as in `[u64; 4]`";
    variants_of_an_integer: { struct W { #[counter] a: ByVariant<usize, u64> } } => "write an array";
    variants_after_the_value: { struct W { #[counter] a: ByVariant<u64, Reason> } } => "the enum comes first";
    float_that_counts: { struct W { #[counter] a: f32 } } => "use `#[value]` with `update`";
    float_in_an_option: { struct W { #[max] a: Option<f64> } } => "use `#[value]` with `update`";
    duration_as_a_level: { struct W { #[gauge] a: std::time::Duration } } => "use `#[value]` for the last";
    visibility_in_quotes: { #[atomic_state(vis = "pub")] struct W { #[counter] a: u8 } } => "expected a visibility";
    more_than_a_visibility: { #[atomic_state(vis = pub x)] struct W { #[counter] a: u8 } } => "expected a visibility";
    path_in_quotes: { #[atomic_state(crate = "a")] struct W { #[counter] a: u8 } } => "expected a path without quotes";
    unknown_container_key: { #[atomic_state(nam = X)] struct W { #[counter] a: u8 } } => "did you mean `name`?";
    container_key_twice: { #[atomic_state(name = X, name = Y)] struct W { #[counter] a: u8 } } => "given twice";
    state_named_like_the_struct: { #[atomic_state(name = W)] struct W { #[counter] a: u8 } } => "needs another";
    state_more_visible: { #[atomic_state(vis = pub)] struct W { #[counter] a: u8 } } => "cannot be more visible";
    kind_on_the_struct: { #[counter] struct W { #[counter] a: u8 } } => "belongs on a field";
    state_without_a_name: { #[atomic_state(name = _)] struct W { #[counter] a: u8 } } => "a live state needs a name";
    state_named_by_a_number: { #[atomic_state(name = 1)] struct W { #[counter] a: u8 } } => "expected a name";
    state_of_a_state: { struct WState { #[counter] a: u8 } } => "would be named `WStateState`";
    functions_of_one_name: { #[atomic_state(take = new)] struct W { #[counter] a: u8 } } =>
        "two functions of the state";
    local_without_per_thread: { #[atomic_state(local = l)] struct W { #[counter] a: u8 } } => "has a `local`";
    event_without_per_thread: { #[atomic_state(event = e)] struct W { #[counter] a: u8 } } => "has an `event`";
    acquire_for_all: { #[atomic_state(ordering = Acquire)] struct W { #[counter] a: u8 } } => "no ordering `Acquire`";
    an_ordering_for_all_threads: { #[atomic_state(per_thread, ordering = SeqCst)] struct W { #[counter] a: u8 } } =>
        "supports only `Relaxed`";
    no_default_kind: { #[atomic_state(default = count)] struct W { a: u8 } } => "`default` is the kind";
    container_attribute_on_a_field: { struct W { #[atomic_state] #[counter] a: u8 } } => "belongs on the struct";
}

// What the value of a key is, and what was meant by parentheses.
one_error! {
    unit_in_parentheses: { struct W { #[counter(unit("bytes"))] a: u8 } } => "follows `=`: `unit = \"bytes\"`";
    name_in_parentheses: { struct W { #[counter(get(x))] a: u8 } } => "follows `=`: `get = x`";
    quoted_name_in_parentheses: { struct W { #[counter(get("x"))] a: u8 } } => "follows `=`: `get = x`";
    nothing_in_parentheses: { #[atomic_state(per_thread())] struct W { #[counter] a: u8 } } => "alone: `per_thread`";
    colon_for_equals: { struct W { #[counter(get: x)] a: u8 } } => "write `=` between";
    colon_and_no_constant: { struct W { #[value(start:)] a: u8 } } => "write `=` between";
    colon_before_an_ordering: { struct W { #[counter(ordering: SeqCst)] a: u8 } } => "write `=` between";
    path_for_an_ordering: { struct W { #[counter(ordering = a::SeqCst)] a: u8 } } => "expected one word";
    number_for_an_ordering: { struct W { #[counter(ordering = 1)] a: u8 } } => "expected a word without quotes";
    ordering_without_value: { struct W { #[counter(ordering)] a: u8 } } => "needs a value: a word";
    hyphens_in_a_key: { struct W { #[flag(try-set = t)] a: bool } } => "write `try_set`, with underscores";
    name_in_quotes: { struct W { #[counter(get = "x")] a: u8 } } => "without quotes: `get = x`";
    no_name_in_quotes: { struct W { #[counter(get = "1")] a: u8 } } => "`1` is no name";
    a_key_twice: { struct W { #[counter(get = x, get = y)] a: u8 } } => "`get` is given twice";
    left_out_of_nothing: { struct W { #[counter(increment = _)] a: u8 } } => "unless it is named";
    unit_in_capitals: { struct W { #[counter(unit = "MB")] a: u8 } } => "a part of a metric's name";
    unit_as_a_number: { struct W { #[counter(unit = 1)] a: u8 } } => "expected a text in quotes";
    label_with_a_hyphen: { struct W { #[counter(label = "a-b")] a: [u8; 2] } } => "a label's name";
    label_that_begins_with_a_digit: { struct W { #[counter(label = "1a")] a: [u8; 2] } } => "a label's name";
    empty_label: { struct W { #[counter(label = "")] a: [u8; 2] } } => "a label's name";
    label_without_quotes: { struct W { #[counter(label = a)] a: [u8; 2] } } => "expected a text in quotes";
    label_of_one: { struct W { #[counter(label = "a")] a: u8 } } => "this field holds one";
    start_of_a_flag: { struct W { #[flag(start = 1)] a: bool } } => "expected `true` or `false`";
    quoted_state: { struct W { #[nested(state = "S")] a: In } } => "expected a type without quotes";
    no_word_alone: { #[atomic_state(per_thread = 1)] struct W { #[counter] a: u8 } } => "takes no value";
    moves_by_arrows: { struct W { #[phase(transitions(A -> B))] a: P } } => "from variant to variant";
    moves_after_equals: { struct W { #[phase(transitions = x)] a: P } } => "from variant to variant";
    key_of_what_has_none: { struct W { #[skip(get = x)] a: u8 } } => "`#[skip]` takes no keys";
}

// What fits neither the field nor the struct.
one_error! {
    a_kind_twice: { struct W { #[counter] #[counter] a: u8 } } => "`#[counter]` is given twice";
    two_kinds: { struct W { #[counter] #[gauge] a: u8 } } => "is a `#[counter]` already";
    no_kind: { struct W { a: u8 } } => "`a` needs a kind";
    no_kind_for_text: { struct W { a: String } } => "more than that";
    a_lifetime_and_no_kind: { struct W<'a> { a: &'a u8 } } => "borrows nothing";
    a_lifetime: { struct W<'a> { #[counter] a: Of<'a> } } => "borrows nothing";
    a_histogram_of_any_type: { struct W<T> { #[histogram] a: Histogram<T> } } => "this could be any type";
    a_max_of_any_type: { struct W<T> { #[max] a: T } } => "not all have a smallest value";
    a_max_of_a_type_of_any_type: { struct W<T> { #[max] a: Of<T> } } => "write the `Option` out";
    a_start_of_any_type: { struct W<T> { #[value(start = 1)] a: T } } => "this could be any type";
    a_start_of_several: { struct W { #[value(start = 1)] a: [u8; 2] } } => "an array holds several";
    a_start_by_variant: { struct W { #[value(start = 1)] a: ByVariant<E, u8> } } => "a field by variant holds several";
    a_number_for_a_variant: { struct W { #[counter] a: ByVariant<u64, E> } } => "the enum comes first";
    any_type_for_an_enum: { struct W<E> { #[counter] a: ByVariant<E, u8> } } => "nothing says that `E` has variants";
    any_copied_type_for_an_enum: { struct W<E: Copy + 'static> { #[counter] a: ByVariant<E, u8> } } =>
        "write `E: atomic_state::Variants`";
    several_phases: { struct W { #[phase] a: [P; 2] } } => "a phase is a single value";
    word_with_a_value: { struct W { #[counter(shared = x)] a: u8 } } => "takes no value";
    shared_without_per_thread: { struct W { #[counter(shared)] a: u8 } } => "remove this word";
    per_thread_without_the_struct: { struct W { #[gauge(per_thread)] a: u8 } } =>
        "this needs `#[atomic_state(per_thread)]`";
    shared_with_a_value: { #[atomic_state(per_thread)] struct W { #[counter(shared = x, fetch = y)] a: u8 } } =>
        "takes no value";
    fetch_per_thread: { #[atomic_state(per_thread)] struct W { #[counter(fetch = x)] a: u8 } } => "`shared` beside it";
    one_place_for_a_gauge: { #[atomic_state(per_thread)] struct W { #[gauge(per_thread, set = x)] a: u8 } } =>
        "remove its `per_thread`";
    one_place_for_a_fetch: { #[atomic_state(per_thread)] struct W { #[gauge(per_thread, fetch = x)] a: u8 } } =>
        "remove its `per_thread`";
    one_place_for_a_limit: { #[atomic_state(per_thread)] struct W { #[gauge(per_thread, try_guard = x)] a: u8 } } =>
        "remove its `per_thread`";
    one_place_for_a_wait: { #[atomic_state(per_thread)] struct W { #[gauge(per_thread, wait_zero = x)] a: u8 } } =>
        "remove its `per_thread`";
    a_peak_of_one_place: { #[atomic_state(per_thread)] struct W { #[gauge] a: u8, #[max(of = a, shared)] b: u8 } } =>
        "`#[max]` has no key `shared`";
    an_optional_peak: { struct W { #[gauge] a: u8, #[max(of = a)] b: Option<bool> } } => "write it without `Option`";
    an_ordering_per_thread: { #[atomic_state(per_thread)] struct W { #[counter(ordering = SeqCst)] a: u8 } } =>
        "supports only `Relaxed`";
    a_relaxed_flag: { struct W { #[flag(ordering = Relaxed)] a: bool } } => "a flag cannot be `Relaxed`: a thread that";
    a_relaxed_wait: { struct W { #[gauge(wait_zero = z, ordering = Relaxed)] a: u8 } } => "cannot be `Relaxed`";
    acquire: { struct W { #[counter(ordering = Acquire)] a: u8 } } => "(`AcqRel` acquires";
    release: { struct W { #[counter(ordering = Release)] a: u8 } } => "(`AcqRel` acquires";
    a_packed_struct: { #[repr(C, packed)] struct W { #[counter] a: u8 } } => "remove `packed`";
    a_peak_of_nothing: { struct W { #[max(of = b)] a: u8 } } => "a gauge of the struct (it has none)";
    a_peak_of_a_counter: { struct W { #[max(of = b)] a: u8, #[counter] b: u8, #[gauge] c: u8 } } =>
        "a gauge of the struct (`c`)";
    a_peak_of_a_wrong_gauge: { struct W { #[max(of = b)] a: u8, #[gauge] b: String } } => "more than that";
    a_peak_of_several: { struct W { #[max(of = b)] a: u8, #[gauge] b: [u8; 2] } } => "`b` is several gauges";
    a_peak_per_thread: { #[atomic_state(per_thread)] struct W { #[max(of = b)] a: u8, #[gauge(per_thread)] b: u8 } } =>
        "remove its `per_thread`";
    two_peaks_of_a_gauge: { struct W { #[max(of = b)] a: u8, #[gauge] b: u8, #[max(of = b)] c: u8 } } =>
        "the peak of `b` already";
    methods_of_one_name: { struct W { #[counter(get = x)] a: u8, #[counter(increment = x)] b: u8 } } =>
        "two methods named `x`: `get` of field `a`, and `increment` of field `b`";
    a_method_named_like_a_function: { struct W { #[counter] new: u8 } } => "the generated `WState::new`";
    a_tuple_struct: { struct W(u8); } => "the fields need names";
    a_unit_struct: { struct W; } => "nothing to share";
    an_enum: { enum W { A } } => "an enum has no fields";
    a_union: { union W { a: u8 } } => "a union cannot be read";
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

// Of two mistakes, the one that the compiler reports is not reported again.
half_written! {
    a_field_twice: { struct W { #[counter] a: u8, #[counter] a: u8 } } => 0, record_a a;
    a_misspelt_kind: { struct W { #[conter(get = x)] a: u8 } } => 0, record_a x;
}

written! {
    two_names_of_one_method: { struct W { #[counter(get = x, get = y)] a: u8 } } => 1,
        { fn x(&self) -> u8 } { fn y(&self) -> u8 };
}

#[test]
fn of_two_methods_of_one_name_one_is_written() {
    for field in [quote!(#[counter(get = new)] a: u8), quote!(#[counter(get = new, increment = new)] a: u8)] {
        let written = crate::derive(quote!(struct W { #field })).to_string();
        assert_eq!(written.matches("fn new (").count(), 1, "{written}");
    }
    let written = crate::derive(quote!(
        struct W {
            #[counter(get = x, increment = x)]
            a: u8,
        }
    ))
    .to_string();
    assert_eq!(written.matches("fn x (").count(), 1, "{written}");
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
    in_a_text_of_words: { struct W { #[counter(increment = "fn add_one")] a: u8 } } => 1, add_one;
    after_hyphens_in_a_text: { struct W { #[counter(increment = "--add-one")] a: u8 } } => 1, add_one;
    with_an_underscore_in_a_text: { struct W { #[counter(increment = "_x")] a: u8 } } => 1, _x;
    a_keyword_in_a_text: { struct W { #[counter(increment = "fn")] a: u8 } } => 1, record_a;
    a_keyword: { struct W { #[counter(increment = fn)] a: u8 } } => 1, record_a r#fn;
    of_two_kinds: { struct W { #[counter(increment = x)] #[gauge(set = y)] a: u8 } } => 1, x y record_a add_a;
    a_boxed_number: { struct W { #[counter] a: Box<u64> } } => 1, record_a a;
}

//! Parts of the code that the derive writes for a right struct. A whole golden file would hide the point of each.

use proc_macro2::{Delimiter, Group};
use quote::quote;

// The places of several values, and what the compiler has to check of them.
written! {
    an_array_in_parentheses: { struct W { #[counter] a: ([u8; 2]) } } => 0, { Indexed<{ 2 }>, };
    by_variant_from_a_module: { struct W { #[counter] a: atomic_state::ByVariant<E, u8> } } => 0,
        { CheckedSeveral<
            E, u8, ::atomic_state::ordering::Relaxed,
            { ::atomic_state::__private::is_by_variant::<atomic_state::ByVariant<E, u8>>() }
        > };
    by_variant_of_a_parameter: { struct W<E: my::Enum> { #[counter] a: ByVariant<E, u8> } } => 0, { Several<E, };
    by_variant_of_a_parameter_with_a_clause: { struct W<E> where E: my::Enum { #[counter] a: ByVariant<E, u8> } } => 0,
        { Several<E, };
    several_states_of_a_given_type: { struct W { #[nested(state = S)] a: [In; 2] } } => 0,
        { CheckedSeveralStates<::atomic_state::__private::Indexed<{ 2 }>, S, };
    anything_is_skipped: { struct W { #[skip] a: [String; 2] } } => 0,
        { a: <[String; 2] as ::core::default::Default>::default() };
}

// What stands where a type uses the struct's parameters.
written! {
    a_counter_of_any_type: { struct W<T> { #[counter] a: T } } => 0, { where T: ::atomic_state::CounterValue };
    a_gauge_of_any_type: { struct W<T> { #[gauge] a: T } } => 0, { where T: ::atomic_state::GaugeValue };
    a_max_of_any_type: { struct W<T> { #[max] a: Option<T> } } => 0, { where T: ::atomic_state::ExtremeValue };
    a_min_of_any_type: { struct W<T> { #[min] a: Option<T> } } => 0, { where T: ::atomic_state::ExtremeValue };
    a_value_of_any_type: { struct W<T> { #[value] a: Option<T> } } => 0,
        { where Option<T>: ::atomic_state::StoredValue };
    a_nested_state_of_any_type: { struct W<T> { #[nested] a: T } } => 0,
        { a: <T as ::atomic_state::HasState>::State, } { fn a(&self) -> &<T as ::atomic_state::HasState>::State };
    a_given_state_needs_no_bound: { struct W<T> { #[nested(state = S<T>)] a: In<T> } } => 0,
        { struct WState<T> { a: S<T>, } };
    a_bound_of_the_users: { struct W<T: 'static + CounterValue> { #[counter] a: T } } => 0,
        { struct WState<T: 'static + CounterValue> { a: ::atomic_state::Counter<T>, } };
    a_bound_in_a_clause: { struct W<T> where 'static: 'static, T: CounterValue { #[counter] a: T } } => 0,
        { struct WState<T> where 'static: 'static, T: CounterValue { a: ::atomic_state::Counter<T>, } };
    another_bound_of_the_users: { struct W<T: Copy> where T: Send { #[counter] a: T } } => 0,
        { where T: Send, T: ::atomic_state::CounterValue };
    a_bound_on_another_type: { struct W<T, U: CounterValue> where Vec<T>: CounterValue { #[counter] a: T } } => 0,
        { where Vec<T>: CounterValue, T: ::atomic_state::CounterValue };
    histograms_of_any_number: { struct W<const N: usize> { #[histogram] a: [Histogram<u64>; N] } } => 0,
        { LiveHistogram<<Histogram<u64> as ::atomic_state::__private::histogram::HistogramField>::Sample> };
    a_peak_of_any_type: { struct W<T> { #[gauge] a: T, #[max(of = a, take = t)] b: T } } => 0,
        { ::atomic_state::__private::WatchedGauge::__take_peak(&self.a) }
        { combine::<::atomic_state::__private::PeakField<T>> };
    an_array_of_any_length: { struct W<const N: usize> { #[counter] a: [my::Bytes; N] } } => 0,
        { Several<::atomic_state::__private::Indexed<{ N }>, ::atomic_state::Counter<my::Bytes>> }
        { ::atomic_state::Counter::record(__rt::Several::at(&self.a, place), amount); };
    a_skipped_field_uses_the_parameter: { struct W<T> { #[counter] a: u8, #[skip] b: Vec<T> } } => 0,
        { parameters: ::core::marker::PhantomData<fn() -> W<T>> }
        { parameters: ::core::marker::PhantomData };
    no_field_uses_the_parameter: { struct W<T> { #[counter] a: T, #[skip] b: Vec<u8> } } => 0,
        { struct WState<T> where T: ::atomic_state::CounterValue { a: ::atomic_state::Counter<T>, } };
}

// Which field is meant, where there are several of a sort.
written! {
    a_share_behind_a_shared_field: {
        #[atomic_state(per_thread)] struct W { #[counter(shared)] a: u8, #[counter] b: u8, #[counter] c: u8 }
    } => 0, { c: value(&mut sums.c) };
    the_second_of_two_peaks: {
        struct W {
            #[gauge] a: u8, #[max(of = a)] b: u8, #[gauge] c: u16, #[max(of = c)] d: u16
        }
    } => 0,
        { d: __Cell2::__read_peak::<R>(&self.c, &__level_c) } { a: __Cell0::__with_peak(&saved.a, &saved.b) };
}

// Fields with the same cell share an alias.
written! {
    the_same_cell: { struct W { #[counter] a: u8, #[flag] b: bool, #[counter] c: u8, #[counter] d: u8 } } => 0,
        { __Cell0::record(&self.c, amount) } { __Cell0::record(&self.d, amount) } { __Cell1::set(&self.b) };
    the_same_cell_of_several_tokens: { struct W { #[max] a: Option<u8>, #[max] b: Option<u8> } } => 0,
        { __Cell0::record(&self.b, sample) };
    a_cell_of_another_type: { struct W { #[counter] a: u8, #[counter] b: u16 } } => 0,
        { __Cell1::record(&self.b, amount) };
    a_cell_of_another_kind: { struct W { #[max] a: u8, #[gauge] b: u8 } } => 0, { __Cell1::add(&self.b, amount) };
    a_cell_of_the_other_end: { struct W { #[max] a: Option<u8>, #[min] b: Option<u8> } } => 0,
        { __Cell1::record(&self.b, sample) };
    a_peak_beside_an_extreme: { struct W { #[max] a: u8, #[gauge] b: u8, #[max(of = b)] c: u8 } } => 0,
        { type __Cell2 = ::atomic_state::__private::PeakField<u8>; };
    a_cell_of_another_ordering: { struct W { #[counter] a: u8, #[counter(ordering = SeqCst)] b: u8 } } => 0,
        { __Cell1::record(&self.b, amount) };
    a_cell_of_no_thread: {
        #[atomic_state(per_thread)] struct W { #[counter] a: u8, #[counter(shared)] b: u8 }
    } => 0, { __Cell1::record(&self.b, amount) };
    a_cell_that_is_waited_for: { struct W { #[gauge] a: u8, #[gauge(wait_zero = idle)] b: u8 } } => 0,
        { __Cell1::add(&self.b, amount) };
    a_cell_with_a_peak: { struct W { #[gauge] a: u8, #[gauge] b: u8, #[max(of = b)] c: u8 } } => 0,
        { __Cell1::add(&self.b, amount) };
    a_cell_that_the_compiler_checks: { struct W { #[counter] a: Bytes, #[counter] b: Bytes } } => 0,
        { __Cell1::record(&self.b, amount) };
    the_same_cell_in_an_array: { struct W { #[counter] a: u8, #[counter] b: [u8; 2] } } => 0,
        { type __Cells1 = ::atomic_state::__private::Several<::atomic_state::__private::Indexed<{ 2 }>, __Cell0>; };
}

// How methods reach a thread's share.
written! {
    a_share_that_no_method_reads: { #[atomic_state(per_thread)] struct W { #[counter(get = _)] a: u8 } } => 0,
        { {__Live, Share, combine, field, shown, since, value, visit, with} };
    a_share_that_no_method_writes: { #[atomic_state(per_thread)] struct W { #[counter(record = _)] a: u8 } } => 0,
        { {__Live, Share, combine, field, get, shown, since, value, visit} };
    a_share_that_is_taken_alone: {
        #[atomic_state(per_thread)] struct W { #[counter(record = _, get = _, take = drain)] a: u8 }
    } => 0, { {__Live, Share, combine, field, shown, since, take as __take, value, visit} };
    a_share_of_an_extreme: { #[atomic_state(per_thread)] struct W { #[max] a: u8 } } => 0,
        { {__Live, Share, combine, field, get, shown, since, value, visit} };
    a_share_that_a_timer_writes: {
        #[atomic_state(per_thread)] struct W { #[histogram(record = _, get = _, timer = time)] a: Histogram<Duration> }
    } => 0, { {__Live, Share, combine, field, shown, since, value, visit, with} };
}

// Texts of the user's, and words.
written! {
    a_unit_with_digits: { struct W { #[counter(unit = "kib_2")] a: u8 } } => 0,
        { __rt::in_unit("kib_2", field::<__Cell0>("a", "")) };
    a_label_with_digits: { struct W { #[counter(label = "To_2")] a: [u8; 2] } } => 0,
        { __rt::labelled("To_2", field::<__Cells0>("a", "")) };
    a_flag_that_starts: { struct W { #[flag(start = true)] a: bool } } => 0, { __Cell0::__starting(true) };
    a_flag_that_does_not: { struct W { #[flag(start = false)] a: bool } } => 0, { __Cell0::new() };
    a_start_at_a_variant: { struct W { #[value(start = Low)] a: Level } } => 0, { VALUE: Level = <Level>::Low; };
    a_start_at_a_constant: { struct W { #[value(start = LOW)] a: Level } } => 0, { VALUE: Level = LOW; };
    a_bound_of_the_struct: { struct W where Self: Clone { #[counter] a: u8 } } => 0, { struct WState where W: Clone };
    a_start_at_a_constant_of_the_struct: { struct W { #[value(start = Self::LOW)] a: u8 } } => 0,
        { VALUE: u8 = <W>::LOW; };
    a_start_with_commas: { struct W { #[value(start = of::<1, 2>(), unit = "x")] a: u8 } } => 0,
        { VALUE: u8 = of::<1, 2>(); };
    a_name_in_2018: { struct gen { #[counter] gen: u8 } } => 0, { r#gen: ::atomic_state::Counter<u8>, };
    the_default_ordering_of_all: { #[atomic_state(ordering = Relaxed)] struct W { #[counter] a: u8 } } => 0,
        { a: ::atomic_state::Counter<u8>, };
    an_ordering_of_all_that_a_kind_lacks: { #[atomic_state(ordering = Relaxed)] struct W { #[flag] a: bool } } => 0,
        { a: ::atomic_state::Flag, };
    another_ordering_of_all: { #[atomic_state(ordering = AcqRel)] struct W { #[counter] a: u8 } } => 0,
        { a: ::atomic_state::Counter<u8, ::atomic_state::ordering::AcqRel>, };
    another_name: { #[atomic_state(name = Live)] struct W { #[counter] a: u8 } } => 0,
        { struct Live { a: ::atomic_state::Counter<u8>, } };
    moves: { struct W { #[phase(transitions(A => B | C, B => A))] a: P } } => 0,
        { (<P>::A, <P>::B | <P>::C) };
    every_key_of_all: {
        #[atomic_state(crate = a::b, new = n, snapshot = s, take = t, take_extremes = x, merge = m)]
        struct W { #[counter] a: u8 }
    } => 0,
        { fn n() } { fn s(&self) } { fn t(&self) } { fn x(&self) } { fn m(&self, batch: &W) } { a: a::b::Counter<u8>, };
}

// What a thread records in its block, and how a peak and the fields beside a mistake are checked.
written! {
    the_share_of_a_maximum: { #[atomic_state(per_thread)] struct W { #[max] a: u8 } } => 0,
        { __rt::within(&self.shares, move |block, within| __Cell0::__record_within(&block.a, sample, within)) };
    the_share_of_a_counter: { #[atomic_state(per_thread)] struct W { #[counter(take = drain)] a: u8 } } => 0,
        { with(&self.shares, move |block| __Cell0::record(&block.a, amount)) }
        { __take(&self.shares, |block| &block.a) };
    a_peak_of_own_type: { struct W { #[gauge] a: Level, #[max(of = a)] b: Level } } => 0,
        { gauge::Checked<Level, ::atomic_state::__private::AsPeak, };
    a_peaks_getter: { struct W { #[gauge] a: u8, #[max(of = a, get = highest)] b: u8 } } => 0,
        { fn highest(&self) -> u8 };
    a_peak_is_in_one_place: { #[atomic_state(per_thread)] struct W { #[gauge] a: u8, #[max(of = a)] b: u8 } } => 0,
        { b: __Cell0::__read_peak::<R>(&self.a, &__level_a) } { {__Live, __Number, combine, field, since, visit} };
    a_type_beside_a_mistake_and_a_nested_state: {
        struct W { #[nested] a: In, #[counter(of = a)] b: u8, #[counter] c: my::Bytes }
    } => 1, { type __Cell0 = ::atomic_state::__private::counter::Checked<my::Bytes, };
    views_beside_a_mistake: { #[atomic_state(per_thread)] struct W { #[counter(of = b)] a: u8 } } => 1,
        { type WStateLocal<'__state> = &'__state WState; } { fn local(&self) -> WStateLocal<'_> }
        { fn event<__R>(&self, _: impl ::core::ops::FnOnce(&WStateEvent<'_>) -> __R) -> __R };
    a_type_beside_a_mistake: { struct W { #[counter(of = a)] a: u8, #[counter] b: my::Bytes } } => 1,
        { <my::Bytes as ::atomic_state::CounterValue>::__FITS };
}

#[test]
fn the_getter_alone_tells_of_a_nested_type_beside_a_mistake() {
    let written = crate::derive(quote!(
        struct W {
            #[counter(of = a)]
            a: u8,
            #[nested]
            b: In,
        }
    ));
    assert!(!written.to_string().contains("__FITS"), "{written}");
}

#[test]
fn only_hidden_hides() {
    let carries =
        |attribute, word| crate::derive(quote!(struct W { #[counter] #attribute a: u8 })).to_string().contains(word);
    assert!(carries(quote!(#[doc(hidden)]), "hidden"));
    assert!(!carries(quote!(#[other(hidden)]), "hidden"));
    assert!(!carries(quote!(#[doc(alias = "b")]), "alias"));
}

#[test]
fn what_is_left_out_is_not_written() {
    let written = |input| crate::derive(input).to_string();
    let functions = written(quote!(
        #[atomic_state(new = _, take = _)]
        struct W {
            #[counter(get = _)]
            a: u8,
        }
    ));
    for name in ["new", "take", "a"] {
        assert!(!functions.contains(&format!("fn {name} (")), "{functions}");
    }
}

#[test]
fn take_extremes_is_there_where_it_restarts_something() {
    let has_it = |field| crate::derive(quote!(struct W { #field })).to_string().contains("fn take_extremes (");
    for field in [
        quote!(#[max] a: u8),
        quote!(#[min] a: Option<u8>),
        quote!(#[gauge] a: u8, #[max(of = a)] b: u8),
        quote!(#[nested] a: In),
    ] {
        assert!(has_it(field.clone()), "{field}");
    }
    for field in [quote!(#[counter] a: u8), quote!(#[histogram] a: Histogram<u64>), quote!(#[skip] a: In)] {
        assert!(!has_it(field.clone()), "{field}");
    }
}

#[test]
fn a_struct_names_its_state_to_those_who_see_both() {
    let names_it = |input| crate::derive(input).to_string().contains("type State =");
    assert!(names_it(quote!(
        pub(crate) struct W {
            #[counter]
            a: u8,
        }
    )));
    assert!(names_it(quote!(
        #[atomic_state(vis = pub(crate))]
        pub(crate) struct W {
            #[counter]
            a: u8,
        }
    )));
    assert!(!names_it(quote!(
        #[atomic_state(vis = pub(crate))]
        pub struct W {
            #[counter]
            a: u8,
        }
    )));
    assert!(!names_it(quote!(
        #[atomic_state(vis = )]
        pub struct W {
            #[counter]
            a: u8,
        }
    )));
}

// A method is as visible as its field, and no more than the state.
written! {
    a_visible_method: { pub struct W { #[counter] pub a: u8 } } => 0, { pub fn record_a(&self, amount: u8) };
    a_method_of_the_crate: { #[atomic_state(vis = pub(crate))] pub struct W { #[counter] pub a: u8 } } => 0,
        { pub(crate) fn record_a(&self, amount: u8) };
    a_method_of_the_module: { #[atomic_state(vis = pub(crate))] pub struct W { #[counter] pub(super) a: u8 } } => 0,
        { pub(super) fn record_a(&self, amount: u8) };
}

// A method that clippy takes for a collection's.
written! {
    a_method_named_len: { struct W { #[counter(get = len)] a: u8 } } => 0,
        { #[allow(clippy::len_without_is_empty)] #[must_use] };
    a_method_named_iter: { struct W { #[counter(get = iter)] a: u8 } } => 0,
        { #[allow(clippy::iter_not_returning_iterator)] #[must_use] };
    a_method_named_iter_mut: { struct W { #[counter(get = iter_mut)] a: u8 } } => 0,
        { #[allow(clippy::iter_not_returning_iterator)] #[must_use] };
}

#[test]
fn the_page_links_to_a_nested_type_that_is_a_path() {
    let links =
        |ty| crate::derive(quote!(struct W { #[nested] pub a: #ty })).to_string().contains("whose page names it");
    assert!(links(quote!(my::Http)) && !links(quote!(Http<u8>)) && !links(quote!(http!())));
}

#[test]
fn a_text_that_a_macro_passes_on_is_the_help() {
    let text = Group::new(Delimiter::None, quote!("Bytes."));
    let output = crate::derive(quote!(struct W { #[doc = #text] #[counter] a: u8 })).to_string();
    assert!(output.contains(&quote!(("a", "Bytes.")).to_string()), "{output}");
}

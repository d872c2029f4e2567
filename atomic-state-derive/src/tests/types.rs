//! What the tokens of a field's type tell: what is refused, what is written in its place, and what may be the user's
//! own.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::quote;

/// Expects that a field of this type is refused with the one message, which ends the list.
macro_rules! refused {
    ($($name:ident: $([$($ty:tt)*])* => $expected:literal;)*) => {$(
        #[test]
        fn $name() {
            for ty in [$(quote!($($ty)*)),*] {
                let messages = super::messages(crate::derive(quote!(struct W { #[counter] a: #ty })));
                assert_eq!(messages.len(), 1, "{ty}: {messages:?}");
                assert!(messages[0].contains($expected), "{ty}: {}", messages[0]);
            }
        }
    )*};
}

refused! {
    more_than_64_bits: [u128] [i128] => "store a scaled integer";
    a_char: [char] => "write the number of the `char`";
    text: [String] [std::string::String] [OsString] [PathBuf] [str] => "more than that";
    a_collection: [Vec<u8>] [VecDeque<u8>] [HashMap<u8, u8>] [HashSet<u8>] [BTreeMap<u8, u8>] [BTreeSet<u8>]
        [BinaryHeap<u8>] [LinkedList<u8>] => "more than that";
    a_box: [Box<u8>] [Box<dyn Any, A>] => "`Box` is more than that";
    no_path: [(u8, u8)] [fn()] [&'static str] [dyn Any] [(&'static u8)] => "this type is more than that";
    a_lock_around_a_number: [Mutex<u64>] [RwLock<u64>] [Arc<u64>] => "write the plain type, `u64` for `";
    a_lock_around_an_option: [Mutex<Option<u8>>] => "`Option<u8>` for `Mutex<Option<u8>>`";
    a_lock_around_more: [Mutex<String>] => "`Mutex` is more than that";
    a_lock_around_any_type: [Arc<T>] => "`Arc` is more than that";
    what_stays_on_its_thread: [Rc<u8>] [Cell<u8>] [RefCell<u8>] [UnsafeCell<u8>] [OnceCell<u8>] =>
        "for a single thread";
    several_of_several: [[[u8; 2]; 2]] [[ByVariant<E, u8>; 2]] [ByVariant<E, [u8; 2]>] => "told apart in one way";
    several_in_parentheses: [([([u8; 2]); 2])] => "told apart in one way";
    several_in_an_option: [Option<[u8; 2]>] [Option<ByVariant<E, u8>>] => "as in `[Option<u64>; 4]`";
    several_without_a_length: [[u8]] => "as in `[u64; 4]`";
    an_option_of_what_is_refused: [Option<String>] => "`String` is more than that";
    an_option_from_its_module: [Option<u8>] [std::option::Option<u8>] [core::option::Option<u8>] => "without `Option`";
    a_number_in_parentheses: [(i8)] [((i8))] => "a counter only goes up";
    a_number_by_its_module: [std::primitive::i8] [core::primitive::i8] => "a counter only goes up";
}

// An atomic is refused by its name, wherever it may come from.
refused! {
    atomic_bool: [AtomicBool] => "`bool` for `AtomicBool`";
    atomic_u8: [AtomicU8] => "`u8` for `AtomicU8`";
    atomic_u16: [AtomicU16] => "`u16` for `AtomicU16`";
    atomic_u32: [AtomicU32] => "`u32` for `AtomicU32`";
    atomic_u64: [AtomicU64] [std::sync::atomic::AtomicU64] [core::sync::atomic::AtomicU64] [atomic::AtomicU64]
        [portable_atomic::AtomicU64] => "`u64` for `AtomicU64`";
    atomic_usize: [AtomicUsize] => "`usize` for `AtomicUsize`";
    atomic_i8: [AtomicI8] => "`i8` for `AtomicI8`";
    atomic_i16: [AtomicI16] => "`i16` for `AtomicI16`";
    atomic_i32: [AtomicI32] => "`i32` for `AtomicI32`";
    atomic_i64: [AtomicI64] => "`i64` for `AtomicI64`";
    atomic_isize: [AtomicIsize] => "`isize` for `AtomicIsize`";
}

/// What is written for a field, with the number of errors.
fn field(field: &TokenStream) -> (usize, String) {
    let output = crate::derive(quote!(struct W { #field }));
    (super::messages(output.clone()).len(), output.to_string())
}

#[test]
fn a_type_that_may_be_the_users_own_is_checked_by_the_compiler() {
    for ty in [
        quote!(my::Bytes),
        quote!(my::String),
        quote!(my::AtomicU64),
        quote!(my::Duration),
        quote!(my::Option<u8>),
        quote!(atomic::Bytes),
        quote!(portable_atomic::Duration),
        quote!(AtomicF32),
        quote!(Duration),
        quote!(Vec),
        quote!(Box),
        quote!(Histogram),
        quote!(Arc),
        quote!(Rc),
        quote!(Mutex<1>),
        quote!(Option<u8, u8>),
        quote!(Option<'static>),
        quote!(ByVariant<u64>),
        quote!(ByVariant<E, 'static>),
        quote!(my::Two<E, u64>),
        quote!(my::Called<fn(u8) -> u8, u64>),
        quote!(<My as Has>::Bytes),
        quote!(<u8>::Bytes),
        quote!(bytes!()),
    ] {
        let (errors, written) = field(&quote!(#[counter] a: #ty));
        assert_eq!(errors, 0, "{ty}");
        let checked = quote!(::atomic_state::__private::counter::Checked<#ty,).to_string();
        assert!(written.contains(&checked), "{checked} in {written}");
    }
}

#[test]
fn a_type_that_is_known_is_not_checked() {
    for ty in [quote!(u8), quote!((u8)), quote!(std::time::Duration), quote!(core::primitive::u64)] {
        let (_, written) = field(&quote!(#[counter] a: #ty));
        let cell = quote!(::atomic_state::Counter<#ty>).to_string();
        assert!(written.contains(&cell) && !written.contains("Checked"), "{cell} in {written}");
    }
}

#[test]
fn a_nested_struct_may_have_the_name_of_a_known_type() {
    for ty in [
        quote!(OsString),
        quote!(PathBuf),
        quote!(Arc<u8>),
        quote!(Mutex<u8>),
        quote!(VecDeque<u8>),
        quote!(Cell<u8>),
        quote!([ByVariant<E, u8>; 2]),
    ] {
        assert_eq!(field(&quote!(#[nested] a: #ty)).0, 0, "{ty}");
    }
    for ty in [
        quote!(String),
        quote!(Vec<u8>),
        quote!(Box<u8>),
        quote!(std::sync::Mutex<u8>),
        quote!(std::collections::VecDeque<u8>),
        quote!(std::cell::Cell<u8>),
        quote!(std::ffi::OsString),
        quote!(u128),
    ] {
        assert_eq!(field(&quote!(#[nested] a: #ty)).0, 1, "{ty}");
    }
}

#[test]
fn a_type_that_the_compiler_refuses_is_left_to_it() {
    for ty in [quote!(_), quote!(!), quote!(impl Copy), quote!({ u8 })] {
        let (errors, written) = field(&quote!(#[counter] a: #ty));
        assert_eq!(errors, 0, "{ty}");
        assert!(!written.contains("fn a (") && written.contains("report_missing_kind"), "{written}");
    }
}

#[test]
fn what_needs_64_bits_says_so() {
    let is_wide = |field_of: TokenStream| field(&field_of).1.contains("available");
    assert!(is_wide(quote!(#[counter] a: u64)) && is_wide(quote!(#[gauge] a: i64)));
    assert!(is_wide(quote!(#[max] a: Option<u64>)) && is_wide(quote!(#[counter] a: std::time::Duration)));
    assert!(!is_wide(quote!(#[counter] a: u32)) && !is_wide(quote!(#[max] a: Option<usize>)));
}

// What was meant stands in the methods, so that their callers have no errors of their own.
written! {
    meant_by_a_lock: { struct W { #[counter] a: Arc<Mutex<u32>> } } => 1, { fn record_a(&self, _: u32) };
    meant_by_a_cell: { struct W { #[counter] a: RefCell<u32> } } => 1, { fn record_a(&self, _: u32) };
    meant_by_a_box: { struct W { #[counter] a: Box<(u8, u8)> } } => 1, { fn record_a(&self, _: (u8, u8)) };
    meant_by_a_box_of_text: { struct W { #[counter] a: Box<str> } } => 1, { fn record_a(&self, _: Box<str>) };
    meant_by_a_reference: { struct W { #[counter] a: &'static u32 } } => 1, { fn record_a(&self, _: u32) };
    meant_by_two_references: { struct W { #[counter] a: &'static &'static u32 } } => 1,
        { fn record_a(&self, _: u32) };
    meant_by_a_reference_to_text: { struct W { #[counter] a: &'static str } } => 1,
        { fn record_a(&self, _: &'static str) };
    meant_by_a_char: { struct W { #[counter] a: char } } => 1, { fn record_a(&self, _: ::core::primitive::u32) };
    meant_by_an_atomic: { struct W { #[counter] a: AtomicU16 } } => 1,
        { fn record_a(&self, _: ::core::primitive::u16) };
    meant_by_an_option: { struct W { #[counter] a: Option<u32> } } => 1, { fn record_a(&self, _: u32) };
    meant_by_an_option_of_an_atomic: { struct W { #[counter] a: Option<AtomicU16> } } => 1,
        { fn record_a(&self, _: ::core::primitive::u16) };
    meant_by_arrays: { struct W { #[counter] a: [[u32; 2]; 3] } } => 1,
        { fn record_a(&self, _: ::core::primitive::usize, _: u32) };
    meant_by_samples: { struct W { #[histogram] a: u32 } } => 1,
        { fn record_a(&self, _: ::core::primitive::u64) }
        { fn a(&self) -> ::atomic_state::Histogram<::core::primitive::u64> };
    meant_by_times: { struct W { #[histogram] a: std::time::Duration } } => 1,
        { fn record_a(&self, _: std::time::Duration) }
        { fn a(&self) -> ::atomic_state::Histogram<std::time::Duration> };
    meant_by_an_option_of_a_histogram: { struct W { #[histogram] a: Option<Histogram<Times>> } } => 1,
        { fn record_a(&self, _: Times) } { fn a(&self) -> Histogram<Times> };
    meant_by_a_nested_number: { struct W { #[nested] a: u64 } } => 1, { fn a(&self) -> &u64 };
    meant_by_a_nested_char: { struct W { #[nested] a: char } } => 1, { fn a(&self) -> &::core::primitive::u32 };
    meant_by_a_nested_option_of_a_number: { struct W { #[nested] a: Option<u64> } } => 1, { fn a(&self) -> &u64 };
    meant_by_a_nested_option_of_text: { struct W { #[nested] a: Option<String> } } => 1, { fn a(&self) -> &String };
    meant_by_a_nested_option: { struct W { #[nested] a: Option<In> } } => 1,
        { fn a(&self) -> &<In as ::atomic_state::HasState>::State };
    meant_by_a_nested_option_of_a_path: { struct W { #[nested] a: Option<PathBuf> } } => 1, { fn a(&self) -> &PathBuf };
    meant_by_a_nested_box: { struct W { #[nested] a: Box<In> } } => 1,
        { fn a(&self) -> &<In as ::atomic_state::HasState>::State };
    meant_by_the_state_of_a_box: { struct W { #[nested(state = S)] a: Box<In> } } => 1, { fn a(&self) -> &S };
}

// Of several kinds, each has its methods.
written! {
    a_nested_struct_of_two_kinds: { struct W { #[nested] #[counter(get = x)] a: In } } => 1,
        { fn a(&self) -> &<In as ::atomic_state::HasState>::State } { fn x(&self) -> In };
    a_given_state_of_two_kinds: { struct W { #[nested(state = S)] #[counter(get = x)] a: In } } => 1,
        { fn a(&self) -> &S } { fn x(&self) -> In };
    a_nested_number_of_two_kinds: { struct W { #[nested] #[counter(get = x)] a: u8 } } => 1,
        { fn a(&self) -> &u8 } { fn x(&self) -> u8 };
    a_method_left_out_of_two_kinds: { struct W { #[nested(get = _)] #[flag] a: In } } => 1,
        { fn a(&self) -> ::core::primitive::bool };
}

// A field without a kind has the methods of the kind that its type fits.
written! {
    a_number_without_a_kind: { struct W { a: u8 } } => 1, { fn record_a(&self, _: u8) };
    a_signed_number_without_a_kind: { struct W { a: i8 } } => 1, { fn add_a(&self, _: i8) };
    a_bool_without_a_kind: { struct W { a: bool } } => 1, { fn set_a(&self) };
    a_float_without_a_kind: { struct W { a: f32 } } => 1, { fn set_a(&self, _: f32) };
    an_option_without_a_kind: { struct W { a: Option<u8> } } => 1, { fn record_a(&self, _: u8) };
    a_histogram_without_a_kind: { struct W { a: Histogram<u64> } } => 1, { fn record_a(&self, _: u64) };
    an_atomic_without_a_kind: { struct W { a: AtomicBool } } => 1, { fn set_a(&self) };
}

#[test]
fn a_type_that_may_be_any_without_a_kind_has_no_methods() {
    for ty in [quote!(T), quote!(my::Bytes), quote!(String), quote!(Histogram)] {
        let written = crate::derive(quote!(struct W<T> { a: #ty })).to_string();
        assert!(!written.contains("fn a ("), "{written}");
    }
}

/// A type as a macro of the user's passes it on: in parentheses that no one sees.
fn passed_on(tokens: TokenStream) -> Group {
    Group::new(Delimiter::None, tokens)
}

#[test]
fn a_type_that_a_macro_passes_on_is_known() {
    let ty = passed_on(quote!(u8));
    super::assert_written(quote!(struct W { #[counter] a: #ty }), 0, &[quote!(::atomic_state::Counter<u8>)]);
}

#[test]
fn a_field_by_variant_is_known_in_parentheses() {
    let by_variant = quote!(ByVariant<E, u8>);
    for ty in [passed_on(by_variant.clone()), Group::new(Delimiter::Parenthesis, by_variant)] {
        super::assert_written(quote!(struct W { #[counter] a: #ty }), 0, &[quote!(CheckedSeveral < E, u8,)]);
    }
}

#[test]
fn a_length_stands_in_one_pair_of_braces() {
    let (passed_on, braces) = (passed_on(quote!(4)), quote!({ 4 }));
    for length in [quote!(4), quote!(#passed_on), braces.clone(), quote!((4))] {
        let expected = if length.to_string() == "(4)" { quote!(Indexed<{ (4) }>) } else { quote!(Indexed<#braces>) };
        super::assert_written(quote!(struct W { #[counter] a: [u8; #length] }), 0, &[expected]);
    }
}

#[test]
fn a_type_that_only_the_compiler_can_judge_is_checked_by_its_kind() {
    for (kind, module) in [
        (quote!(counter), quote!(counter)),
        (quote!(flag), quote!(flag)),
        (quote!(flag(wait = waits)), quote!(wait)),
        (quote!(gauge), quote!(gauge)),
        (quote!(max), quote!(max)),
        (quote!(min), quote!(min)),
        (quote!(histogram), quote!(histogram)),
        (quote!(value), quote!(value)),
        (quote!(phase), quote!(phase)),
    ] {
        let expected = quote!(::atomic_state::__private::#module::Checked<Own,);
        super::assert_written(quote!(struct W { #[#kind] a: Own }), 0, &[expected]);
    }
}

#[test]
fn no_extreme_holds_an_optional_float() {
    for kind in [quote!(max), quote!(min)] {
        let messages = super::messages(crate::derive(quote!(struct W { #[#kind] a: Option<f64> })));
        assert!(messages.len() == 1 && messages[0].contains("use `#[value]` with `update`"), "{messages:?}");
    }
}

#[test]
fn an_extreme_can_have_what_a_number_can() {
    for (kind, cell) in [(quote!(max), quote!(Max)), (quote!(min), quote!(Min))] {
        let field = quote!(#[#kind(ordering = AcqRel, unit = "bytes")] a: [Option<u8>; 2]);
        let ordered = quote!(::atomic_state::#cell<Option<u8>, ::atomic_state::ordering::AcqRel>);
        super::assert_written(quote!(struct W { #field }), 0, &[ordered, quote!("bytes")]);
        let per_thread = quote!(#[atomic_state(per_thread)] struct W { #[#kind] a: Option<u8> });
        super::assert_written(per_thread, 0, &[quote!(Share::__merge_within(&block.a, &batch.a))]);
    }
}

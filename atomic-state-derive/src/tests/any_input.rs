//! Whatever the user writes, the derive answers with items or with errors, and never panics.

mod words;

use std::env;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use self::words::{NO_KEYS, TYPES, VALUES, VISIBILITIES};
use crate::schema::KINDS;

/// Names the environment variable that says how many structs each test tries at the least.
const STRUCTS: &str = "ATOMIC_STATE_RANDOM_STRUCTS";

/// Each test tries structs for this long, and then goes on until there were enough of them.
const MILLISECONDS: u64 = 400;

/// Tries structs until there were enough of them.
fn try_many(mut one: impl FnMut(&mut Unstructured) -> Result<()>) {
    let enough: u32 = env::var(STRUCTS).map_or(1, |number| number.parse().expect("the variable holds a number"));
    let mut tried = 0;
    while tried < enough {
        // Enough to choose from: where the source of choices runs dry, every choice is the first.
        arbtest(|u| {
            tried += 1;
            one(u)
        })
        .size_min(1_024)
        .budget_ms(MILLISECONDS);
    }
}

type Source<'a, 'b> = &'a mut Unstructured<'b>;

fn pick(u: Source, from: &[&str]) -> Result<TokenStream> {
    Ok(u.choose(from)?.parse().expect("the list holds tokens"))
}

fn several(u: Source, item: fn(Source) -> Result<TokenStream>) -> Result<Vec<TokenStream>> {
    (0..u.int_in_range(0..=4)?).map(|_| item(u)).collect()
}

fn argument(u: Source) -> Result<TokenStream> {
    let keys: Vec<&str> = KINDS.iter().flat_map(|kind| kind.keys()).chain(NO_KEYS.iter().copied()).collect();
    let key = pick(u, &keys)?;
    let balanced: Vec<_> = VALUES.iter().copied().filter(|value| value.parse::<TokenStream>().is_ok()).collect();
    let value = pick(u, &balanced)?;
    Ok(quote!(#key #value))
}

fn attribute(u: Source) -> Result<TokenStream> {
    let others = ["atomic_state", "doc", "serde", "cfg", "deprecated", "a::counter"];
    let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).chain(others).collect();
    let name = pick(u, &names)?;
    let arguments = several(u, argument)?;
    Ok(match u.int_in_range(0..=9)? {
        0 => quote!(#[#name]),
        1 => quote!(#[#name = "text"]),
        2 => quote!(#[#name[#(#arguments),*]]),
        3 => quote!(#[#name(#(#arguments)*)]),
        _ => quote!(#[#name(#(#arguments),*)]),
    })
}

fn field(u: Source) -> Result<TokenStream> {
    let attributes = several(u, attribute)?;
    let vis = pick(u, VISIBILITIES)?;
    let name = pick(u, &["a", "b", "r#type", "new", "snapshot", "record_a", "_c"])?;
    let ty = pick(u, TYPES)?;
    Ok(quote!(#(#attributes)* #vis #name: #ty))
}

fn item(u: Source) -> Result<TokenStream> {
    let attributes = several(u, attribute)?;
    let vis = pick(u, VISIBILITIES)?;
    let name = pick(u, &["Worker", "State", "WorkerState", "r#Worker", "r#fn"])?;
    let generics = pick(u, &["", "<T>", "<'a, T: 'a>", "<const N: usize>", "<T: Copy = u8>"])?;
    let clause = pick(u, &["", "where T: Copy"])?;
    let fields = several(u, field)?;
    let head = quote!(#(#attributes)* #vis);
    Ok(match u.int_in_range(0..=9)? {
        0 => quote!(#head enum #name #generics #clause { A, B }),
        1 => quote!(#head union #name #generics #clause { #(#fields),* }),
        2 => quote!(#head struct #name #generics (u8) #clause;),
        3 => quote!(#head struct #name #generics #clause;),
        _ => quote!(#head struct #name #generics #clause { #(#fields),* }),
    })
}

/// Expands an item, as the user's file holds it.
fn check(derive: fn(TokenStream) -> TokenStream, item: &TokenStream) {
    // Read from text, each token has a place of its own, and what the derive makes up has none.
    let input: TokenStream = item.to_string().parse().expect("the printed tokens are tokens");
    let output = derive(input);
    if let Err(error) = syn::parse2::<syn::File>(output.clone()) {
        panic!("{error}\nfrom {item}\nto {output}");
    }
    if let Some(error) = error_without_place(output) {
        panic!("an error stands at no token of the user's: {error}\nfrom {item}");
    }
    // Otherwise the places of all inputs would be kept.
    proc_macro2::extra::invalidate_current_thread_spans();
}

/// A `compile_error!` the tokens of which are not all the user's: the compiler would show it at the whole derive.
fn error_without_place(output: TokenStream) -> Option<String> {
    let tokens: Vec<_> = output.into_iter().collect();
    let own = tokens.windows(3).find_map(|call| {
        let is_error = matches!(&call[0], TokenTree::Ident(name) if name == "compile_error");
        let has_place = call.iter().all(|token| token.span().source_text().is_some());
        (is_error && !has_place).then(|| call[2].to_string())
    });
    own.or_else(|| {
        tokens.into_iter().find_map(|token| match token {
            TokenTree::Group(group) => error_without_place(group.stream()),
            _ => None,
        })
    })
}

#[test]
fn an_error_without_a_place_is_found() {
    let error = |place| syn::Error::new(place, "text").into_compile_error();
    let place = "here".parse::<TokenStream>().expect("it is a token").into_iter().next().expect("it is one").span();
    assert_eq!(error_without_place(error(place)), None);
    let made_up = error(proc_macro2::Span::call_site());
    assert!(error_without_place(quote!(const _: () = { #made_up };)).is_some());
}

#[test]
fn any_item_gives_items_or_errors() {
    try_many(|u| {
        check(crate::derive, &item(u)?);
        Ok(())
    });
}

fn variant(u: Source) -> Result<TokenStream> {
    let attributes = [
        "",
        "#[variant]",
        "#[variant(name = \"a\")]",
        "#[variant(name = \"no name\")]",
        "#[variant(name = a)]",
        "#[variant(nmae = \"a\")]",
        "#[variant(name)]",
        "#[variant()]",
        "#[variant(name = \"a\", name = \"b\")]",
        "#[variant(crate = a::b)]",
        "#[variant = \"a\"]",
        "#[cfg(any())]",
        "#[default]",
    ];
    let attribute = pick(u, &attributes)?;
    let name = pick(u, &["A", "B", "r#type", "TimedOut", "HTTP2", "_C", "Été"])?;
    let rest = pick(u, &["", "", "", "(u8)", "{ a: u8 }", "()", "= 3", "= A"])?;
    Ok(quote!(#attribute #name #rest))
}

#[test]
fn any_enum_gives_items_or_errors() {
    try_many(|u| {
        let attribute =
            pick(u, &["", "", "#[variant(crate = a::b)]", "#[variant(crate)]", "#[variant(name = \"a\")]"])?;
        let vis = pick(u, VISIBILITIES)?;
        let keyword = pick(u, &["enum", "enum", "enum", "struct", "union"])?;
        let generics = pick(u, &["", "", "<T>", "<'a>", "<const N: usize>"])?;
        let variants = several(u, variant)?;
        check(crate::variants, &quote!(#attribute #vis #keyword Reason #generics { #(#variants),* }));
        Ok(())
    });
}

fn correct_field(u: Source, index: usize) -> Result<TokenStream> {
    let name = quote::format_ident!("f{index}");
    let vis = pick(u, VISIBILITIES)?;
    let opt_in = quote::format_ident!("other{index}");
    Ok(match u.int_in_range(0..=7)? {
        0 => {
            let ty = pick(u, &["u8", "u16", "u32", "u64", "usize", "Duration", "my::Bytes"])?;
            let ordering = pick(u, &["Relaxed", "AcqRel", "SeqCst"])?;
            let [before, after] = u.choose(&[["", ""], ["[", "; 3]"], ["ByVariant<my::E,", ">"]])?;
            let ty: TokenStream = format!("{before}{ty}{after}").parse().expect("these are tokens");
            quote!(#[counter(fetch = #opt_in, ordering = #ordering, unit = "bytes",)] #vis #name: #ty)
        }
        1 => {
            let ordering = pick(u, &["AcqRel", "SeqCst"])?;
            quote!(#[flag(try_set = #opt_in, ordering = #ordering)] #vis #name: bool)
        }
        2 => {
            let ty = pick(u, &["i8", "u16", "i32", "u64", "isize", "my::Seats"])?;
            let key = pick(u, &["set", "guard", "owned_guard"])?;
            quote!(#[gauge(#key = #opt_in)] #vis #name: #ty)
        }
        3 => {
            let ty = pick(u, &["i8", "u64", "Duration", "my::Celsius"])?;
            let kind = pick(u, &["max", "min"])?;
            quote!(#[#kind(take = #opt_in, unit = "seconds")] #vis #name: Option<#ty>)
        }
        4 => {
            let ty = pick(u, &["u64", "Duration", "std::time::Duration"])?;
            quote!(#[histogram(take = #opt_in)] #vis #name: Histogram<#ty>)
        }
        5 => {
            let ty = pick(u, &["bool", "f64", "Option<u32>", "Duration", "my::Mode", "Option<my::Mode>"])?;
            let key = pick(u, &["swap", "update"])?;
            quote!(#[value(#key = #opt_in)] #vis #name: #ty)
        }
        6 => {
            let moves = pick(u, &["", ", transitions(A => B | C, B => D)", ", transitions(A => B,)"])?;
            quote!(#[phase(set = #opt_in #moves)] #vis #name: my::Stage)
        }
        _ => {
            let ty = pick(u, &["Http", "Http<u8>", "my::Http"])?;
            quote!(#[nested(get = #opt_in)] #vis #name: #ty)
        }
    })
}

#[test]
fn a_correct_struct_gives_no_error() {
    try_many(|u| {
        let vis = pick(u, VISIBILITIES)?;
        let generics = pick(u, &["", "<T: Copy>", "<const N: usize>"])?;
        let fields = (0..u.int_in_range(0..=6)?).map(|index| correct_field(u, index)).collect::<Result<Vec<_>>>()?;
        let item = quote!(#vis struct Worker #generics { #(#fields),* });
        let output = crate::derive(item.clone()).to_string();
        assert!(!output.contains("compile_error"), "from {item}\nto {output}");
        Ok(())
    });
}

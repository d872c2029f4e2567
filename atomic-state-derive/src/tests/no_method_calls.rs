//! Generated code calls everything by its path. A trait of the user's can add a method of any name to every type, and a
//! call like `state.get()` could then mean that one.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

/// The names that are called as `.name(…)`.
fn method_calls(tokens: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut calls = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            calls.extend(method_calls(group.stream()));
        }
        let [TokenTree::Punct(dot), TokenTree::Ident(name), rest @ ..] = &tokens[index..] else { continue };
        let is_called = match rest {
            [TokenTree::Group(group), ..] => group.delimiter() == Delimiter::Parenthesis,
            [TokenTree::Punct(colon), ..] => colon.as_char() == ':',
            _ => false,
        };
        let is_range =
            matches!(tokens.get(index.wrapping_sub(1)), Some(TokenTree::Punct(before)) if before.as_char() == '.');
        if dot.as_char() == '.' && is_called && !is_range {
            calls.push(name.to_string());
        }
    }
    calls
}

#[test]
fn a_call_of_a_method_is_found() {
    assert_eq!(
        method_calls(quote!({
            a.b;
            c.d(e);
            f.g::<H>()
        })),
        ["d", "g"]
    );
}

#[test]
fn generated_code_calls_no_method_by_its_name() {
    let fields = quote! {
        /// Bytes.
        #[counter(increment = a1, fetch = a2, take = a3, unit = "bytes")]
        a: u64,
        #[counter]
        b: my::Bytes,
        #[flag(clear = c1, try_set = c2, wait = c3)]
        c: bool,
        #[gauge(set = d1, guard = d2, owned_guard = d3)]
        d: u32,
        #[max(take = e1)]
        e: Option<u64>,
        #[min(take = f1)]
        f: Option<my::Celsius>,
        #[nested]
        g: Inner,
    };
    let per_thread = fields.clone().to_string().replace("fetch = a2 ,", "").replace("set = d1 ,", "");
    let per_thread: TokenStream = per_thread.parse().expect("the same tokens");
    for input in [
        quote!(pub struct W { #fields }),
        quote!(pub struct W<T: Copy> { #fields #[counter] t: T }),
        quote!(#[atomic_state(per_thread)] pub struct W { #per_thread }),
        quote!(pub struct W { #fields z: String }),
    ] {
        let calls = method_calls(crate::derive(input));
        assert!(calls.is_empty(), "{calls:?}");
    }
}

#[test]
fn no_expansion_on_record_calls_a_method_by_its_name() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/golden");
    let files =
        std::fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    let texts: Vec<String> = files.map(|file| std::fs::read_to_string(file).expect("it is text")).collect();
    assert!(texts.len() > 4);
    for text in texts {
        let calls = method_calls(text.parse().expect("tokens"));
        assert!(calls.is_empty(), "{calls:?}");
    }
}

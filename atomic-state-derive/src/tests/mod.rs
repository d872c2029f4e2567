//! Tests of the derive as a function from tokens to tokens.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use quote::{TokenStreamExt, quote};
use syn::{Expr, ExprLit, ImplItem, Item, Lit, LitStr, MetaNameValue, Stmt};

/// Expects one error, whose message contains `expected`.
macro_rules! one_error {
    ($($name:ident: { $($input:tt)* } => $expected:literal;)*) => {$(
        #[test]
        fn $name() {
            let messages = crate::tests::messages(crate::derive(quote::quote!($($input)*)));
            assert_eq!(messages.len(), 1, "{messages:?}");
            assert!(messages[0].contains($expected), "{}", messages[0]);
        }
    )*};
}

/// Expects so many errors, and that what is written has each of these tokens.
macro_rules! written {
    ($($name:ident: { $($input:tt)* } => $errors:literal, $({ $($expected:tt)* })*;)*) => {$(
        #[test]
        fn $name() {
            crate::tests::assert_written(quote::quote!($($input)*), $errors, &[$(quote::quote!($($expected)*)),*]);
        }
    )*};
}

mod any_input;
mod direction;
mod golden;
mod mistakes;
mod no_method_calls;
mod page;
mod right;
mod types;
mod variants;

/// The messages of the errors in what the derive writes.
fn messages(output: TokenStream) -> Vec<String> {
    let file: syn::File = syn::parse2(output).expect("the derive writes items");
    let errors = file.items.into_iter().filter_map(|item| match item {
        Item::Macro(item) if item.mac.path.segments.last()?.ident == "compile_error" => Some(item.mac),
        _ => None,
    });
    errors.map(|mac| mac.parse_body::<LitStr>().expect("a message").value()).collect()
}

fn assert_written(input: TokenStream, errors: usize, expected: &[TokenStream]) {
    let output = crate::derive(input);
    let messages = messages(output.clone());
    assert_eq!(messages.len(), errors, "{messages:#?}");
    // Where signs stand together, it depends on their origin whether there are spaces between them.
    let dense = |tokens: &TokenStream| tokens.to_string().replace(' ', "");
    let written = dense(&output);
    for expected in expected {
        assert!(written.contains(&dense(expected)), "{expected}\nin {output}");
    }
}

/// What the derive makes of `input`, as a program would be written.
fn expand(input: &TokenStream) -> String {
    let output = one_attribute_a_line(crate::derive(input.clone()));
    let mut file = syn::parse2(output.clone()).unwrap_or_else(|error| panic!("{error}\nfrom {input}\nto {output}"));
    const_fns(&mut file);
    prettyplease::unparse(&file)
}

/// Shows a page as its author would write it: `#[doc = "one\n two"]` as `/// one` and `/// two`.
fn one_attribute_a_line(tokens: TokenStream) -> TokenStream {
    let mut lines = TokenStream::new();
    for token in tokens {
        let TokenTree::Group(group) = &token else {
            lines.append(token);
            continue;
        };
        let inside = one_attribute_a_line(group.stream());
        let page = syn::parse2::<MetaNameValue>(inside.clone()).ok().filter(|meta| meta.path.is_ident("doc"));
        let Some(MetaNameValue { value: Expr::Lit(ExprLit { lit: Lit::Str(page), .. }), .. }) = page else {
            lines.append(Group::new(group.delimiter(), inside));
            continue;
        };
        for (index, line) in page.value().split('\n').enumerate() {
            if index > 0 {
                lines.append(Punct::new('#', Spacing::Alone));
            }
            lines.append(Group::new(Delimiter::Bracket, quote!(doc = #line)));
        }
    }
    lines
}

/// Shows `const_fn! { pub fn new() … }` as the function that it makes, and `initial!(…)` as the constant.
fn const_fns(file: &mut syn::File) {
    let blocks = file.items.iter_mut().filter_map(|item| match item {
        Item::Const(item) => match &mut *item.expr {
            syn::Expr::Block(block) => Some(&mut block.block.stmts),
            _ => None,
        },
        _ => None,
    });
    for statement in blocks.flatten() {
        let Stmt::Item(Item::Impl(implementation)) = statement else { continue };
        for item in &mut implementation.items {
            let ImplItem::Macro(call) = item else { continue };
            let name = call.mac.path.segments.last().map(|last| last.ident.to_string());
            if name.as_deref() == Some("const_fn") {
                let mut function: syn::ImplItemFn = call.mac.parse_body().expect("a function");
                function.sig.constness = Some(syn::Token![const](proc_macro2::Span::call_site()));
                *item = ImplItem::Fn(function);
            } else if name.as_deref() == Some("initial") {
                let value: Expr = call.mac.parse_body().expect("a value");
                *item = syn::parse_quote!(const __NEW: Self = #value;);
            }
        }
    }
}

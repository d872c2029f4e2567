//! Tests of the derive as a function from tokens to tokens.

mod any_input;
mod direction;
mod golden;
mod mistakes;
mod no_method_calls;
mod page;

use proc_macro2::TokenStream;
use syn::{ImplItem, Item, Stmt};

/// What the derive makes of `input`, as a program would be written.
fn expand(input: &TokenStream) -> String {
    let output = crate::derive(input.clone());
    let mut file = syn::parse2(output.clone()).unwrap_or_else(|error| panic!("{error}\nfrom {input}\nto {output}"));
    const_fns(&mut file);
    prettyplease::unparse(&file)
}

/// Shows `const_fn! { pub fn new() … }` as the function that it makes.
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
            if call.mac.path.segments.last().is_some_and(|last| last.ident == "const_fn") {
                let mut function: syn::ImplItemFn = call.mac.parse_body().expect("a function");
                function.sig.constness = Some(syn::Token![const](proc_macro2::Span::call_site()));
                *item = ImplItem::Fn(function);
            }
        }
    }
}

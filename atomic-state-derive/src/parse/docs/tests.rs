//! What is carried of a doc comment.

use syn::{Attribute, parse_quote};

use super::Docs;

fn docs(comment: &str) -> Docs {
    let attributes: Vec<Attribute> = comment
        .lines()
        .map(|line| {
            let line = format!(" {line}");
            parse_quote!(#[doc = #line])
        })
        .collect();
    Docs::of(&attributes)
}

macro_rules! carried {
    ($($name:ident: $comment:expr => $text:expr;)*) => {$(
        #[test]
        fn $name() {
            assert_eq!(docs($comment).text.as_deref(), $text);
        }
    )*};
}

carried! {
    a_paragraph_becomes_one_line: "Bytes sent\nto all peers." => Some("Bytes sent to all peers.");
    only_the_first_paragraph: "One.\n\nTwo." => Some("One.");
    nothing_of_nothing: "" => None;
    not_a_list: "- one\n- two" => None;
    not_a_numbered_list: "2. one" => None;
    not_a_quote: "> said" => None;
    not_a_fence: "```\ncode\n```" => None;
    not_a_fence_of_tildes: "~~~\ncode\n~~~" => None;
    not_a_heading: "# Errors" => None;
    not_an_underlined_heading: "Errors\n======" => None;
    not_a_table: "| a | b |\n| - | - |" => None;
    not_a_table_without_bars: "a | b\n--|--" => None;
    not_html: "<div>\ntext" => None;
    not_a_definition: "[a]: https://example.com" => None;
    an_autolink_is_text: "<https://example.com> says so." => Some("<https://example.com> says so.");
    text_before_a_list: "All of\n- one\n- two" => Some("All of");
    a_number_goes_on: "It was in\n1986. A great year." => Some("It was in 1986. A great year.");
    code_of_three_backticks_is_no_fence: "```--fast``` makes it so" => Some("```--fast``` makes it so");
    a_link_is_its_words: "See [the *book*](https://example.com/a_(b))." => Some("See the *book*.");
    a_reference_is_its_words: "See [the book][1].\n\n[1]: https://example.com" => Some("See the book.");
    a_defined_word: "See [Selfish].\n\n[Selfish]: https://example.com" => Some("See Selfish.");
    an_item: "See [`Self::helper`] and [struct@Self] and [f()]." => Some("See `Self::helper` and Self and f().");
    a_collapsed_item: "See [`Self::helper`][]." => Some("See `Self::helper`.");
    a_bracket_stays: "A [Self-service] and values[0]." => Some("A \\[Self-service] and values\\[0].");
    several_in_brackets: "Any of [Self::a, Self::b]." => Some("Any of \\[Self::a, Self::b].");
    an_escape_stays: "An \\[escaped\\] one." => Some("An \\[escaped\\] one.");
    no_link_in_code: "Like `a[0](b)`." => Some("Like `a[0](b)`.");
    an_image_is_its_words: "![A plot](plot.svg) of it." => Some("A plot of it.");
    a_footnote_goes: "So they say[^1].\n\n[^1]: Who?" => Some("So they say.");
    a_lone_number_is_a_list: "1.\n   one" => None;
    no_address_comes_of_a_link: "An Option<[Self::b]>." => Some("An Option\\<Self::b>.");
    generics_stay_text: "A [Vec<u8>]." => Some("A Vec\\<u8>.");
}

#[test]
fn an_indented_block_is_no_text() {
    let attributes: [Attribute; 3] =
        [parse_quote!(#[doc = "     let a = 1;"]), parse_quote!(#[doc = ""]), parse_quote!(#[doc = " Text."])];
    assert_eq!(Docs::of(&attributes).text, None);
}

#[test]
fn a_block_comment_has_no_stars() {
    let attribute: Attribute = parse_quote!(#[doc = "\n * One\n *\n * - item\n "]);
    assert_eq!(Docs::of(&[attribute]).text.as_deref(), Some("One"));
}

#[test]
fn concat_and_stringify_are_read() {
    let attribute: Attribute = parse_quote!(#[doc = concat!("Bytes ", stringify!(sent), " in ", 2, ".")]);
    assert_eq!(Docs::of(&[attribute]).text.as_deref(), Some("Bytes sent in 2."));
}

#[test]
fn another_macro_is_not() {
    let attribute: Attribute = parse_quote!(#[doc = include_str!("a.md")]);
    assert_eq!(Docs::of(&[attribute]).text, None);
}

#[test]
fn whether_there_is_more() {
    assert!(docs("One.\n\nTwo.").continues);
    assert!(docs("- one").continues);
    assert!(!docs("One\ntwo.").continues);
}

#[test]
fn a_carriage_return_ends_a_line() {
    let attribute: Attribute = parse_quote!(#[doc = "One\r```\rcode\r```"]);
    assert_eq!(Docs::of(&[attribute]).text.as_deref(), Some("One"));
}

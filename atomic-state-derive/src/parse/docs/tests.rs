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
    blanks_part_paragraphs: "One.\n  \nTwo." => Some("One.");
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

// What a line begins, and what looks like it.
carried! {
    not_an_empty_heading: "One.\n#\nTwo." => Some("One.");
    a_hashtag_is_text: "One.\n#two" => Some("One. #two");
    seven_marks_are_text: "####### One" => Some("####### One");
    not_a_heading_of_six_marks: "###### One" => None;
    not_a_fence_with_a_language: "One.\n```rust\ncode\n```" => Some("One.");
    a_fence_needs_three_marks: "~~one~~ two" => Some("~~one~~ two");
    not_a_list_of_stars: "* one" => None;
    not_a_list_of_pluses: "+ one" => None;
    not_an_empty_item: "One.\n-\nTwo." => None;
    an_empty_item_of_a_star: "One.\n*\nTwo." => Some("One.");
    emphasis_is_text: "*One* two." => Some("*One* two.");
    not_a_rule: "***" => None;
    not_a_spaced_rule: "One.\n_ _ _\nTwo." => Some("One.");
    two_marks_are_no_rule: "One.\n__\nTwo." => Some("One. __ Two.");
    not_a_rule_under_text: "One.\n- - -\nTwo." => None;
    not_a_line_of_equals_signs: "One\n=\ntwo" => None;
    not_an_underline_of_hyphens: "One\n--" => None;
    a_line_with_more_is_no_underline: "One\n-- two" => Some("One -- two");
    a_line_of_bars_is_no_table: "a | b\n|||" => Some("a | b |||");
    not_a_quote_after_text: "One.\n> two" => Some("One.");
    not_a_first_item_after_text: "One.\n1. two" => Some("One.");
    not_a_first_item_with_a_bracket: "One.\n1) two" => Some("One.");
    not_an_item_with_a_bracket: "2) two" => None;
    a_number_is_text: "2 of them." => Some("2 of them.");
    an_open_code_span_is_no_item: "A [`ab] c." => Some("A \\[`ab] c.");
    a_mark_without_a_number_is_text: ". One" => Some(". One");
    a_decimal_is_text: "2.5 of them." => Some("2.5 of them.");
    a_bar_after_text: "One\n| two" => Some("One | two");
    a_row_is_no_text: "| one" => None;
    not_a_tag_with_a_space: "<a href>\ntext" => None;
    not_an_unclosed_tag: "<div\ntext" => None;
    not_an_empty_tag: "<br/>\ntext" => None;
    not_a_closing_tag: "</div>\ntext" => None;
    not_a_comment: "<!-- one -->" => None;
    a_lone_angle_is_text: "< one" => Some("< one");
    an_address_is_text: "<one:two>" => Some("<one:two>");
    not_after_a_tab: "One.\n\n\ttwo" => Some("One.");
}

// Links, and what looks like one.
carried! {
    a_line_break_goes: "One\\\ntwo." => Some("One two.");
    an_escaped_bracket_in_a_link: "A [b\\] c](d)." => Some("A b\\] c.");
    code_in_a_link: "A [`b]` c](d)." => Some("A `b]` c.");
    a_bracket_without_an_end: "A [b." => Some("A \\[b.");
    a_target_without_an_end: "A [b c](d." => Some("A \\[b c](d.");
    a_backtick_alone: "A ` [b c]." => Some("A ` \\[b c].");
    two_backticks_around_one: "A `` [`b c] ``." => Some("A `` [`b c] ``.");
    code_after_a_longer_run: "A ` `` [b] ` c." => Some("A ` `` [b] ` c.");
    a_label_that_is_not_defined: "A [b c].\n\n[d]: e" => Some("A \\[b c].");
    a_label_in_other_letters: "A [b  C].\n\n[B c]: d" => Some("A b  C.");
    a_footnote_that_is_not_defined: "A[^1]." => Some("A\\[^1].");
    a_definition_needs_a_colon: "A [b c].\n\n[b c] d" => Some("A \\[b c].");
    no_image: "A! And [b c]!" => Some("A! And \\[b c]!");
    an_exclamation_before_a_bracket: "A![b c]" => Some("A!\\[b c]");
    an_image_in_a_link: "A [![b](c)](d)." => Some("A b.");
    an_address_before_a_link: "<a:b> [c](d)" => Some("<a:b> c");
    an_angle_before_a_link: "a < b [c](d)" => Some("a \\< b c");
    a_generic_item: "A [`Vec<u8>`]." => Some("A `Vec<u8>`.");
    an_underscored_item: "A [_b]." => Some("A _b.");
    a_global_item: "A [::b]." => Some("A ::b.");
    no_item: "A [1b] and [``]." => Some("A \\[1b] and \\[``].");
    an_unclosed_code_item: "A [`b] c." => Some("A \\[`b] c.");
}

#[test]
fn literals_are_read() {
    let attribute: Attribute = parse_quote!(#[doc = concat!("a", 'b', 1u8, 2.5f32, true)]);
    assert_eq!(Docs::of(&[attribute]).text.as_deref(), Some("ab12.5true"));
}

#[test]
fn a_literal_that_is_no_text_is_not_read() {
    let attributes: [Attribute; 2] = [parse_quote!(#[doc = b"a"]), parse_quote!(#[doc = concat!("a", b"b")])];
    assert_eq!(Docs::of(&attributes).text, None);
}

#[test]
fn the_text_of_a_macro_is_read() {
    let text = proc_macro2::Group::new(proc_macro2::Delimiter::None, quote::quote!("One."));
    let attribute: Attribute = parse_quote!(#[doc = #text]);
    assert_eq!(Docs::of(&[attribute]).text.as_deref(), Some("One."));
}

#[test]
fn another_attribute_is_no_comment() {
    let attribute: Attribute = parse_quote!(#[deprecated = "One."]);
    assert_eq!(Docs::of(&[attribute]).text, None);
}

#[test]
fn a_line_with_a_tab_is_no_text() {
    let attribute: Attribute = parse_quote!(#[doc = "\tlet a = 1;"]);
    assert_eq!(Docs::of(&[attribute]).text, None);
}

#[test]
fn an_empty_line_does_not_count_as_an_indent() {
    let attributes: [Attribute; 3] =
        [parse_quote!(#[doc = " 2. one"]), parse_quote!(#[doc = ""]), parse_quote!(#[doc = " two"])];
    assert_eq!(Docs::of(&attributes).text, None);
}

#[test]
fn stars_on_some_lines_are_text() {
    let attribute: Attribute = parse_quote!(#[doc = "One\n*two*\nthree"]);
    assert_eq!(Docs::of(&[attribute]).text.as_deref(), Some("One *two* three"));
}

#[test]
fn a_star_on_the_only_line_is_text() {
    let attribute: Attribute = parse_quote!(#[doc = "*One*"]);
    assert_eq!(Docs::of(&[attribute]).text.as_deref(), Some("*One*"));
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

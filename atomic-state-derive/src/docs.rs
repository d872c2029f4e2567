//! Documentation for generated items: the user's doc comments, made fit to stand in a second place.

use syn::ext::IdentExt;
use syn::{Attribute, Expr, Ident, Lit, Meta};

/// The attributes of the user's that are no doc comment, and the lines of those that are.
pub(crate) fn split(attributes: &[Attribute]) -> (Vec<&Attribute>, Vec<String>) {
    let mut others = Vec::new();
    let mut lines = Vec::new();
    for attribute in attributes {
        match text(attribute) {
            Some(text) => lines.extend(without_stars(&text)),
            None => others.push(attribute),
        }
    }
    (others, lines)
}

/// The lines of one doc comment. A block comment has a star before each of its lines, which is no part of the text.
fn without_stars(text: &str) -> Vec<String> {
    let later = text.split('\n').skip(1).filter(|line| !line.trim().is_empty());
    let starred = later.clone().next().is_some() && later.clone().all(|line| line.trim_start().starts_with('*'));
    let strip = |line: &str| line.trim_start().strip_prefix('*').unwrap_or(line).to_owned();
    text.split('\n').map(|line| if starred { strip(line) } else { line.to_owned() }).collect()
}

fn text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(expr) => match &expr.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// The first paragraph, on one line.
pub(crate) fn summary(lines: &[String]) -> String {
    let lines = lines.iter().map(|line| line.trim());
    lines.skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Doc lines written for the struct `plain`, for an item of another type: `Self` in a link still means the struct, and
/// an example is still shown but is tested in its first place only.
pub(crate) fn carried(lines: &[String], plain: &Ident) -> Vec<String> {
    let plain = plain.unraw().to_string();
    let mut fence = None;
    let mut selves = Vec::new();
    let mut carried: Vec<String> = lines
        .iter()
        .map(|line| {
            let mark = fence_mark(line);
            match (fence, mark) {
                (None, Some(mark)) => {
                    fence = Some(mark);
                    untested(line)
                }
                (Some(open), Some(mark)) if closes(mark, open) => {
                    fence = None;
                    line.clone()
                }
                (Some(_), _) => line.clone(),
                (None, None) => {
                    selves.extend(links_to_self(line));
                    line.replace("](Self", &format!("]({plain}"))
                }
            }
        })
        .collect();
    if !selves.is_empty() {
        carried.push(String::new());
    }
    carried.extend(selves.iter().map(|link| {
        let target = link.trim_matches('`').replacen("Self", &plain, 1);
        format!("[{link}]: {target}")
    }));
    carried
}

/// The mark that opens or closes a code block on this line: three or more of a sign.
fn fence_mark(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let mark = &line[..line.len() - line.trim_start_matches(sign).len()];
    (mark.len() >= 3).then_some(mark)
}

/// A block ends with as many of the same sign as it began with, or more.
fn closes(mark: &str, open: &str) -> bool {
    mark.starts_with(open)
}

/// The opening line of a code block, changed so that `rustdoc` does not run the block.
fn untested(line: &str) -> String {
    let info = line.trim_start().trim_start_matches(['`', '~']).trim();
    let is_rust = |word: &str| {
        let is_error =
            word.len() == 5 && word.starts_with('E') && word[1..].bytes().all(|digit| digit.is_ascii_digit());
        let attributes = ["rust", "should_panic", "no_run", "compile_fail", "standalone_crate", "test_harness"];
        attributes.contains(&word) || word.starts_with("edition") || is_error
    };
    match info {
        "" => format!("{}ignore", line.trim_end()),
        info if info.split([',', ' ']).all(is_rust) => format!("{},ignore", line.trim_end()),
        _ => line.to_owned(),
    }
}

/// What stands in the brackets of each link like ``[`Self::field`]`` that says no target.
fn links_to_self(line: &str) -> Vec<String> {
    let mut links = Vec::new();
    for (start, _) in line.match_indices('[') {
        let rest = &line[start + 1..];
        let Some(end) = rest.find(']') else { break };
        let text = &rest[..end];
        let has_target = rest[end + 1..].starts_with(['(', '[', ':']);
        if text.trim_matches('`').starts_with("Self") && !has_target {
            links.push(text.to_owned());
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use quote::format_ident;
    use syn::parse_quote;

    use super::{carried, split, summary};

    fn carry(text: &str) -> String {
        let lines: Vec<_> = text.lines().map(str::to_owned).collect();
        carried(&lines, &format_ident!("Worker")).join("\n")
    }

    #[test]
    fn paragraphs_stay_apart() {
        let attributes = [parse_quote!(#[doc = " One"]), parse_quote!(#[doc = ""]), parse_quote!(#[doc = " Two"])];
        let (others, lines) = split(&attributes);
        assert!(others.is_empty());
        assert_eq!(lines, [" One", "", " Two"]);
        assert_eq!(summary(&lines), "One");
    }

    #[test]
    fn self_links_go_on_meaning_the_struct() {
        assert_eq!(
            carry("See [`Self::bytes`] and [all](Self)."),
            "See [`Self::bytes`] and [all](Worker).\n\n[`Self::bytes`]: Worker::bytes"
        );
    }

    #[test]
    fn examples_are_not_tested_twice() {
        assert_eq!(carry("```\nlet a = [Self::b];\n```"), "```ignore\nlet a = [Self::b];\n```");
        assert_eq!(carry("```rust,no_run\n```"), "```rust,no_run,ignore\n```");
    }

    #[test]
    fn a_longer_fence_holds_a_shorter_one() {
        let text = "````text\n```\n[Self]\n```\n````";
        assert_eq!(carry(text), text);
    }

    #[test]
    fn the_stars_of_a_block_comment_are_no_text() {
        let (_, lines) = split(&[parse_quote!(#[doc = "\n * One\n *\n * - item\n "])]);
        assert_eq!(lines, ["", " One", "", " - item", " "]);
    }

    #[test]
    fn text_blocks_stay_as_they_are() {
        assert_eq!(carry("```text\n[Self]\n```"), "```text\n[Self]\n```");
    }
}

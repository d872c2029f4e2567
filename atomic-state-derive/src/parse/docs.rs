//! The user's doc comments, as text that can stand in a second place.
//!
//! Only the first paragraph is carried, on one line, with links as the words that they show. Nothing that `rustdoc`
//! would test or resolve is left in it.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Lit, Macro, Meta, Token};

/// A doc comment.
#[derive(Default)]
pub(crate) struct Docs {
    /// The first paragraph, if it is text.
    pub(crate) text: Option<String>,
    /// Whether there is more than that.
    pub(crate) continues: bool,
}

impl Docs {
    pub(crate) fn of(attributes: &[Attribute]) -> Self {
        let comment: Vec<String> =
            attributes.iter().filter_map(comment).flat_map(|text| without_stars(&text.replace(['\r'], "\n"))).collect();
        let indent =
            comment.iter().filter(|line| !line.trim().is_empty()).map(|line| indent_of(line)).min().unwrap_or(0);
        let lines: Vec<&str> = comment.iter().map(|line| line.get(indent..).unwrap_or("").trim_end()).collect();
        let start = lines.iter().take_while(|line| line.is_empty()).count();
        let lines = &lines[start..];
        let length = paragraph(lines);
        let continues = lines[length..].iter().any(|line| !line.is_empty());
        let text = (length > 0).then(|| flatten(&joined(&lines[..length]), &definitions(lines)));
        Self { text, continues }
    }
}

/// The text of one doc attribute, if it is one.
fn comment(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => value(&meta.value),
        _ => None,
    }
}

fn value(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(expr) => Some(match &expr.lit {
            Lit::Str(text) => text.value(),
            Lit::Char(char) => char.value().to_string(),
            Lit::Int(int) => int.base10_digits().to_owned(),
            Lit::Float(float) => float.base10_digits().to_owned(),
            Lit::Bool(bool) => bool.value.to_string(),
            _ => return None,
        }),
        Expr::Group(group) => value(&group.expr),
        Expr::Macro(expr) => called(&expr.mac),
        _ => None,
    }
}

/// What `concat!` and `stringify!` make. No other macro's result is known here.
fn called(mac: &Macro) -> Option<String> {
    let name = mac.path.segments.last()?.ident.to_string();
    match name.as_str() {
        "concat" => {
            let parts = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(mac.tokens.clone()).ok()?;
            parts.iter().map(value).collect()
        }
        "stringify" => Some(spelled(&mac.tokens)),
        _ => None,
    }
}

/// The tokens as `stringify!` spells them, as far as that can be told: a single name or literal is the usual case.
fn spelled(tokens: &TokenStream) -> String {
    tokens.to_string()
}

/// The lines of one doc comment. Each line of a block comment has a star before it, which is no part of the text.
fn without_stars(text: &str) -> Vec<String> {
    let later = text.split('\n').skip(1).filter(|line| !line.trim().is_empty());
    let starred = later.clone().next().is_some() && later.clone().all(|line| line.trim_start().starts_with('*'));
    let strip = |line: &str| line.trim_start().strip_prefix('*').unwrap_or(line).to_owned();
    text.split('\n').map(|line| if starred { strip(line) } else { line.to_owned() }).collect()
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// How many of the lines are a paragraph of text, from the first on.
fn paragraph(lines: &[&str]) -> usize {
    let Some(first) = lines.first() else { return 0 };
    if first.starts_with("    ") || first.starts_with('\t') || opens_block(first) || opens_list_anywhere(first) {
        return 0;
    }
    let later = lines[1..].iter().take_while(|line| !line.is_empty() && !opens_block(line)).count();
    let ruled = |line: &&str| {
        let line = line.trim();
        !line.is_empty() && (is_only(line, "=") || is_only(line, "-") || is_only(line, "|-: ") && line.contains('-'))
    };
    // A line below that underlines it makes it a heading, or the head of a table.
    if lines[1..=later].iter().chain(lines.get(later + 1)).any(ruled) { 0 } else { later + 1 }
}

fn is_only(line: &str, signs: &str) -> bool {
    line.chars().all(|sign| signs.contains(sign))
}

/// Whether a line starts something other than text, even right after a line of text.
fn opens_block(line: &str) -> bool {
    let line = line.trim_start();
    let heading = line.trim_start_matches('#');
    let is_heading =
        (1..=6).contains(&(line.len() - heading.len())) && (heading.is_empty() || heading.starts_with(' '));
    let is_fence = line.starts_with("~~~") || (line.starts_with("```") && !line.trim_start_matches('`').contains('`'));
    let mut marked = line.chars();
    let is_item =
        marked.next().is_some_and(|sign| "-*+".contains(sign)) && marked.next().is_none_or(|next| next == ' ');
    let is_rule = ["-", "*", "_"].iter().any(|sign| {
        let signs = || line.replace(' ', "");
        line.starts_with(sign) && signs().len() >= 3 && is_only(&signs(), sign)
    });
    let tag = line.strip_prefix('<').map(|tag| tag.trim_start_matches('/'));
    let is_html = tag.is_some_and(|tag| {
        let name = tag.split(|next: char| !next.is_ascii_alphanumeric()).next().unwrap_or_default();
        let rest = &tag[name.len()..];
        tag.starts_with('!') || (!name.is_empty() && (rest.is_empty() || rest.starts_with(['>', ' ', '/'])))
    });
    is_heading
        || is_fence
        || is_item
        || is_rule
        || is_html
        || line.starts_with('>')
        || line.starts_with("1. ")
        || line.starts_with("1) ")
}

/// Whether the first line of a block starts a numbered list, a table or a definition. Right after text, these are text.
fn opens_list_anywhere(line: &str) -> bool {
    let digits = line.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let after_mark = digits.strip_prefix(['.', ')']);
    let numbered = digits.len() < line.len() && after_mark.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    numbered || line.starts_with('|') || definition(line).is_some()
}

/// The label that a line like `[label]: target` defines.
fn definition(line: &str) -> Option<String> {
    let (label, rest) = line.trim_start().strip_prefix('[')?.split_once(']')?;
    rest.starts_with(':').then(|| normal(label))
}

fn definitions(lines: &[&str]) -> BTreeSet<String> {
    lines.iter().filter_map(|line| definition(line)).collect()
}

fn normal(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn joined(lines: &[&str]) -> String {
    lines.iter().map(|line| line.trim().trim_end_matches('\\')).collect::<Vec<_>>().join(" ")
}

/// The text with each link as the words that it shows.
fn flatten(text: &str, definitions: &BTreeSet<String>) -> String {
    let mut flat = String::new();
    let mut rest = text;
    while let Some(text) = rest.find(['\\', '`', '[', '<', '!']) {
        flat += &rest[..text];
        rest = &rest[text..];
        let taken = match rest.as_bytes()[0] {
            b'\\' => rest.chars().take(2).map(char::len_utf8).sum(),
            b'`' => code_span(rest),
            b'[' => {
                if let Some((words, taken)) = link(rest, definitions) {
                    flat += &words;
                    rest = &rest[taken..];
                    continue;
                }
                // A bracket that belongs to no link must not become part of one here.
                flat.push('\\');
                1
            }
            // One that ends after a link would begin an address where the link is words.
            b'<' if rest.find('[').is_some_and(|link| rest.find('>').is_none_or(|end| link < end)) => {
                flat.push('\\');
                1
            }
            b'!' if rest[1..].starts_with('[') && link(&rest[1..], definitions).is_some() => {
                rest = &rest[1..];
                continue;
            }
            _ => 1,
        };
        flat += &rest[..taken];
        rest = &rest[taken..];
    }
    flat + rest
}

/// The length of the code span that the text begins with, or of the backticks that begin none.
fn code_span(text: &str) -> usize {
    let marks = text.len() - text.trim_start_matches('`').len();
    let mut end = marks;
    while let Some(start) = text[end..].find('`') {
        let run = &text[end + start..];
        let length = run.len() - run.trim_start_matches('`').len();
        end += start + length;
        if length == marks {
            return end;
        }
    }
    marks
}

/// The words that the link at the start of the text shows, and its length. None if there is no link.
fn link(text: &str, definitions: &BTreeSet<String>) -> Option<(String, usize)> {
    let end = closing(text, '[', ']')?;
    let label = &text[1..end];
    let after = &text[end + 1..];
    let target = match after.chars().next() {
        Some('(') => closing(after, '(', ')').map(|end| end + 1),
        Some('[') => closing(after, '[', ']').map(|end| end + 1),
        _ => None,
    };
    if let Some(target) = target {
        return Some((flatten(label, definitions), end + 1 + target));
    }
    if label.starts_with('^') && definitions.contains(&normal(label)) {
        return Some((String::new(), end + 1));
    }
    if definitions.contains(&normal(label)) {
        return Some((flatten(label, definitions), end + 1));
    }
    item(label).map(|words| (words, end + 1))
}

/// The words that a link to an item like ``[`fn@Self::helper`]`` shows, if the label can name an item.
fn item(label: &str) -> Option<String> {
    let code = label.len() > 2 && label.starts_with('`') && label.ends_with('`');
    let inside = if code { &label[1..label.len() - 1] } else { label };
    let path = inside.split_once('@').map_or(inside, |(_, path)| path);
    let mut signs = path.chars();
    let starts = signs.next().is_some_and(|sign| sign.is_alphabetic() || "_:<".contains(sign));
    let is_path = starts && signs.all(|sign| sign.is_alphanumeric() || "_:<>!()".contains(sign));
    is_path.then(|| if code { format!("`{path}`") } else { path.replace('<', "\\<") })
}

/// Where the bracket that the text begins with is closed.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let length = match sign {
            '\\' => text[at..].chars().take(2).map(char::len_utf8).sum(),
            '`' => code_span(&text[at..]),
            _ => sign.len_utf8(),
        };
        if sign == open {
            depth += 1;
        } else if sign == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
        at += length;
    }
    None
}

#[cfg(test)]
mod tests;

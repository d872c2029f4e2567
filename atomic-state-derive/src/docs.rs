//! Documentation for generated items: the user's doc comments, made fit to stand in a second place.

use syn::{Attribute, Expr, Ident, Lit, Meta};

/// The attributes of the user's that are no doc comment, and the lines of those that are.
pub(crate) fn split(attributes: &[Attribute]) -> (Vec<&Attribute>, Vec<String>) {
    let mut others = Vec::new();
    let mut lines = Vec::new();
    for attribute in attributes {
        match text(attribute) {
            Some(text) => lines.extend(text.split('\n').map(str::to_owned)),
            None => others.push(attribute),
        }
    }
    (others, lines)
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

/// Doc lines written for the struct `plain`, for an item of another type: `Self` in a link still means the struct, and
/// an example is still shown but is tested in its first place only.
pub(crate) fn carried(lines: &[String], plain: &Ident) -> Vec<String> {
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
                (Some(open), Some(mark)) if open == mark => {
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
        let target = link.trim_matches('`').replacen("Self", &plain.to_string(), 1);
        format!("[{link}]: {target}")
    }));
    carried
}

/// The mark that opens or closes a code block on this line.
fn fence_mark(line: &str) -> Option<&'static str> {
    ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark))
}

/// The opening line of a code block, changed so that `rustdoc` does not run the block.
fn untested(line: &str) -> String {
    let info = line.trim_start().trim_start_matches(['`', '~']).trim();
    let is_rust =
        |word: &str| matches!(word, "rust" | "should_panic" | "no_run" | "compile_fail") || word.starts_with("edition");
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

    use super::carried;

    fn carry(text: &str) -> String {
        let lines: Vec<_> = text.lines().map(str::to_owned).collect();
        carried(&lines, &format_ident!("Worker")).join("\n")
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
    fn text_blocks_stay_as_they_are() {
        assert_eq!(carry("```text\n[Self]\n```"), "```text\n[Self]\n```");
    }
}

//! "Did you mean …?"

use syn::Ident;

use crate::schema::{KINDS, Kind};

/// Words that people know from elsewhere, and the keys that do the same, the best first.
const SYNONYMS: &[(&[&str], &[&str])] = &[
    (&["inc", "incr", "increase", "tick", "count", "increment"], &["increment", "add", "update"]),
    (&["add", "observe", "sample", "push", "record"], &["record", "add", "update"]),
    (&["dec", "decr", "decrease", "subtract"], &["decrement", "sub"]),
    (&["fetch_sub"], &["sub"]),
    (&["fetch_max", "fetch_min"], &["record"]),
    (&["swap", "replace", "exchange"], &["swap", "take", "try_set"]),
    (&["fetch_update", "modify"], &["update"]),
    (&["transition", "moves", "allow"], &["transitions"]),
    (&["initial", "default", "init"], &["start"]),
    (&["move", "next", "goto"], &["advance"]),
    (&["drain", "drained"], &["wait_zero", "take"]),
    (&["wait"], &["wait_zero"]),
    (&["limit", "try_enter", "acquire", "try_acquire"], &["try_guard"]),
    (&["peak"], &["of"]),
    (&["reset", "restart"], &["take", "clear", "set"]),
    (&["load", "read", "value", "getter", "is", "is_set"], &["get"]),
    (&["store", "write", "raise"], &["set"]),
    (&["fetch_add", "ticket", "next", "fetch"], &["fetch", "add", "update"]),
    (&["unset", "lower"], &["clear"]),
    (&["order", "memory_ordering"], &["ordering"]),
    (&["visibility"], &["vis"]),
    (&["sharded"], &["per_thread"]),
    (&["enter", "hold", "guard"], &["guard", "timer"]),
    (&["until", "notified", "awaited"], &["wait"]),
];

/// The message for a key that `attribute` does not know.
pub(super) fn unknown_key(key: &Ident, attribute: &str, keys: &[&'static str]) -> String {
    let list = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    let hint = meant(key, keys).map_or(String::new(), |known| format!(" (did you mean `{known}`?)"));
    if keys.is_empty() {
        return format!("{attribute} takes no keys");
    }
    format!("{attribute} has no key `{key}`{hint}; its keys are {list}")
}

/// The key that was probably meant.
pub(super) fn meant(key: &Ident, keys: &[&'static str]) -> Option<&'static str> {
    let key = key.to_string().to_lowercase();
    // A key of another kind was hardly meant as one that looks like it.
    let is_a_key = KINDS.iter().any(|kind| kind.keys().contains(&key.as_str()));
    let known = |word: &&str| keys.iter().copied().find(|known| known == word);
    let synonym = SYNONYMS.iter().filter(|(words, _)| words.contains(&key.as_str()));
    let nearest = || {
        let near = keys.iter().map(|known| (distance(&key, known), *known));
        near.filter(|(distance, known)| distance * 3 <= known.len().max(key.len())).min().map(|(_, known)| known)
    };
    let exact = known(&key.as_str());
    exact
        .or_else(|| synonym.flat_map(|(_, means)| means.iter()).find_map(known))
        .or_else(|| if is_a_key { None } else { nearest() })
}

/// The kind whose attribute is one slip away from this word. The compiler suggests that attribute itself.
pub(super) fn slip_of_a_kind(word: &Ident) -> Option<&'static Kind> {
    let word = word.to_string();
    let is_near = |kind: &&&'static Kind| {
        word.eq_ignore_ascii_case(kind.name) || kind.name.len() > 3 && distance(&word, kind.name) == 1
    };
    KINDS.iter().find(is_near).copied()
}

/// The number of characters to insert, remove, replace or exchange with their neighbour to turn `a` into `b` (the
/// Damerau-Levenshtein distance, in its restricted form).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use quote::format_ident;

    use super::{distance, meant, slip_of_a_kind, unknown_key};

    #[test]
    fn distance_counts_insertions_removals_replacements_and_exchanges() {
        assert_eq!(distance("record", "record"), 0);
        assert_eq!(distance("recrod", "record"), 1);
        assert_eq!(distance("get", "gets"), 1);
        assert_eq!(distance("", "unit"), 4);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("ba", "ab"), 1);
        assert_eq!(distance("ca", "abc"), 3);
    }

    #[test]
    fn a_word_from_elsewhere_finds_its_key() {
        let counter = ["record", "get", "increment", "fetch", "take", "ordering", "unit"];
        let found = ["inc", "add", "reset", "load", "fetch_add"].map(|word| meant(&format_ident!("{word}"), &counter));
        assert_eq!(found, [Some("increment"), Some("record"), Some("take"), Some("get"), Some("fetch")]);
    }

    #[test]
    fn a_far_word_finds_nothing() {
        assert_eq!(meant(&format_ident!("unit"), &["set", "get", "wait"]), None);
        assert_eq!(meant(&format_ident!("recxyz"), &["record"]), None);
    }

    #[test]
    fn a_slip_in_a_third_of_a_word_finds_its_key() {
        assert_eq!(meant(&format_ident!("rcd"), &["record"]), None);
        assert_eq!(meant(&format_ident!("recxxd"), &["record"]), Some("record"));
        assert_eq!(meant(&format_ident!("ge"), &["set", "get"]), Some("get"));
        assert_eq!(meant(&format_ident!("GET"), &["set", "get"]), Some("get"));
    }

    #[test]
    fn a_long_word_may_have_more_slips() {
        assert_eq!(meant(&format_ident!("takexx"), &["take"]), Some("take"));
    }

    #[test]
    fn a_key_of_another_kind_is_no_slip() {
        assert_eq!(meant(&format_ident!("set"), &["get", "take"]), None);
    }

    #[test]
    fn the_message_lists_the_keys() {
        let message = unknown_key(&format_ident!("gett"), "`#[max]`", &["set", "get"]);
        assert_eq!(message, "`#[max]` has no key `gett` (did you mean `get`?); its keys are `set`, `get`");
        let message = unknown_key(&format_ident!("far"), "`#[max]`", &["set", "get"]);
        assert_eq!(message, "`#[max]` has no key `far`; its keys are `set`, `get`");
    }

    #[test]
    fn a_slip_of_a_kind_is_one_sign_or_the_case() {
        let found = |word| slip_of_a_kind(&format_ident!("{word}")).map(|kind| kind.name);
        assert_eq!(["conter", "Counter", "MAX"].map(found), [Some("counter"), Some("counter"), Some("max")]);
        // Short words are one sign away from too many others.
        assert_eq!(["mac", "cnter", "cfg", "serde"].map(found), [None; 4]);
    }
}

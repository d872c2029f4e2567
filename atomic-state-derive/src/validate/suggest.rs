//! "Did you mean …?"

use syn::Ident;

/// The message for a key that `attribute` does not know.
pub(super) fn unknown_key(key: &Ident, attribute: &str, keys: &[&str]) -> String {
    let key = key.to_string();
    let list = keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
    let nearest = keys
        .iter()
        .map(|known| (distance(&key, known), known))
        .filter(|(distance, known)| *distance <= known.len().div_ceil(3))
        .min();
    let hint = nearest.map_or(String::new(), |(_, known)| format!(" (did you mean `{known}`?)"));
    format!("{attribute} has no key `{key}`{hint}; its keys are {list}")
}

/// The number of characters to insert, remove or replace to turn `a` into `b` (Levenshtein distance).
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, a) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in b.chars().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[row.len() - 1]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distance_counts_insertions_removals_and_replacements() {
        assert_eq!(distance("record", "record"), 0);
        assert_eq!(distance("recrod", "record"), 2);
        assert_eq!(distance("get", "gets"), 1);
        assert_eq!(distance("", "unit"), 4);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}

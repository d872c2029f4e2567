//! Which names metrics and labels can have.

/// Names that Prometheus gives to labels of its own.
const RESERVED_LABELS: &[&str] = &["le", "quantile"];

/// Whether it is a name that every format takes as a metric's name or as the beginning of one.
pub(crate) fn is_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Whether a label can have this name in Prometheus: no name that it keeps to itself.
#[must_use]
pub fn is_label(name: &str) -> bool {
    is_name(name) && !is_reserved(name)
}

/// Whether Prometheus keeps this label's name to itself: `le`, `quantile`, and all that begin with `__`.
#[must_use]
pub fn is_reserved(name: &str) -> bool {
    RESERVED_LABELS.contains(&name) || name.starts_with("__")
}

/// The name without a suffix that the format or the unit adds, if something is left of it.
pub(crate) fn without_suffix<'a>(name: &'a str, suffix: &str) -> &'a str {
    let stem = name.strip_suffix(suffix).and_then(|stem| stem.strip_suffix('_'));
    stem.filter(|stem| !stem.is_empty()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for good in ["a", "_", "pool_2", "Pool"] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["", "2pool", "my-pool", "my.pool", "my pool", "größe", "a:b"] {
            assert!(!is_name(bad), "{bad}");
        }
    }

    #[test]
    fn labels() {
        for bad in ["le", "quantile", "__name__", "__", "my-label", ""] {
            assert!(!is_label(bad), "{bad}");
        }
        for good in ["pool", "_private", "let"] {
            assert!(is_label(good), "{good}");
        }
    }

    #[test]
    fn a_suffix_is_a_word_of_its_own() {
        assert_eq!(without_suffix("pool_bytes", "bytes"), "pool");
        assert_eq!(without_suffix("kilobytes", "bytes"), "kilobytes");
        assert_eq!(without_suffix("bytes", "bytes"), "bytes");
        assert_eq!(without_suffix("_bytes", "bytes"), "_bytes");
    }
}

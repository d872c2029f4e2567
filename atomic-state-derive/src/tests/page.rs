//! The derive's page has every key of every kind, and no other. The README names them all.

use std::fs;
use std::path::Path;

use crate::schema::{KINDS, Kind, LABEL, Type};

const PAGE: &str = include_str!("../derive.md");

/// The heading that a kind has, perhaps together with another.
fn heading(kind: &Kind) -> &'static str {
    let attribute = format!("`#[{}]`", kind.name);
    let heading = PAGE.lines().find(|line| line.starts_with("# ") && line.contains(&attribute));
    heading.unwrap_or_else(|| panic!("the page has no heading for {attribute}"))
}

/// The rows of the kind's table: key, default, and what it does.
fn rows(kind: &Kind) -> Vec<[&'static str; 3]> {
    let lines = PAGE.lines().skip_while(|line| *line != heading(kind)).skip(1);
    let section = lines.take_while(|line| !line.starts_with("# "));
    section.filter_map(row::<3>).filter(|[key, ..]| key.starts_with('`')).collect()
}

/// A table's row, if it has so many cells.
fn row<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let cells: Vec<_> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    cells.try_into().ok()
}

#[test]
fn every_key_has_a_row() {
    for kind in KINDS {
        let listed: Vec<_> = rows(kind).iter().map(|[key, ..]| key.trim_matches('`')).collect();
        let known: Vec<_> =
            KINDS.iter().filter(|other| heading(other) == heading(kind)).flat_map(|k| k.keys()).collect();
        for key in &listed {
            assert!(known.contains(key), "#[{}] has no key `{key}`, but the page has a row for it", kind.name);
        }
        let mut keys = kind.keys();
        keys.retain(|key| !listed.contains(key) && *key != LABEL);
        assert!(keys.is_empty(), "the page has no row for these keys of #[{}]: {keys:?}", kind.name);
    }
}

#[test]
fn the_page_tells_what_each_kind_does() {
    let rows: Vec<[&str; 5]> = PAGE.lines().filter_map(row).collect();
    for kind in KINDS {
        let tells = |[names, ..]: &[&str; 5]| names.split(", ").any(|name| name == kind.name);
        assert!(
            rows.iter().any(tells),
            "the page has no row of what `take`, `since` and `merge` do to a {}",
            kind.name
        );
    }
}

#[test]
fn every_kind_says_what_it_holds_and_what_its_methods_do() {
    for kind in KINDS.iter().flat_map(|kind| [Some(*kind), kind.with_key.map(|(_, kind)| kind)]).flatten() {
        assert!(!kind.types.is_empty(), "{}", kind.name);
        for method in kind.methods {
            assert!(!method.does.is_empty(), "{}({})", kind.name, method.key);
        }
    }
}

#[test]
fn the_setters_of_a_flag_that_is_waited_for_say_that_they_wake() {
    let output = crate::derive(quote::quote!(
        struct W {
            #[flag(wait = stopped, try_set = try_stop)]
            stop: bool,
        }
    ));
    assert_eq!(output.to_string().matches("wakes everything that waits for it").count(), 2);
}

#[test]
fn the_page_tells_of_labels_once() {
    assert_eq!(PAGE.lines().filter_map(row::<3>).filter(|[key, ..]| *key == format!("`{LABEL}`")).count(), 1);
}

#[test]
fn every_method_has_its_default_and_its_signature() {
    for kind in KINDS {
        let rows = rows(kind);
        for method in kind.methods {
            let key = format!("`{}`", method.key);
            let [_, default, does] = rows.iter().find(|[listed, ..]| *listed == key).expect("there is a row");
            let expected = method.prefix.map(|prefix| format!("`{prefix}<field>`")).unwrap_or_default();
            assert_eq!(*default, expected, "the default of {key} of #[{}]", kind.name);
            let signature = does.split('`').nth(1).unwrap_or_default();
            assert!(signature.starts_with("fn("), "{key} of #[{}] has no signature: {does}", kind.name);
            for (name, ty) in method.arguments {
                let ty = match ty {
                    Type::Sample => "S",
                    Type::Change => "impl FnMut(T) -> T",
                    _ => "T",
                };
                assert!(signature.contains(&format!("{name}: {ty}")), "{key} of #[{}]: {signature}", kind.name);
            }
            assert_eq!(signature.contains("->"), method.returns.is_some(), "{key} of #[{}]: {signature}", kind.name);
            let named = method.feature.is_none_or(|feature| does.contains(&format!("feature `{feature}`")));
            assert!(named, "{key} of #[{}] does not name its feature", kind.name);
        }
    }
}

fn readme() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    fs::read_to_string(path).expect("the file is there")
}

/// What stands in backticks.
fn code(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The README's table, without its head: the kinds of each row, and the methods by default that it lists.
fn rows_of_readme(readme: &str) -> Vec<(Vec<&str>, Vec<&str>)> {
    let lines = readme.lines().skip_while(|line| !line.starts_with("| kind |")).skip(2);
    let rows = lines.take_while(|line| line.starts_with('|')).map(|line| {
        let cells: Vec<_> = line.trim_matches('|').split('|').collect();
        let methods = code(cells[2]).into_iter().filter(|code| code.ends_with(')')).collect();
        (code(cells[0]), methods)
    });
    rows.collect()
}

#[test]
fn the_readmes_table_is_the_schemas() {
    let readme = readme();
    let rows = rows_of_readme(&readme);
    let listed: Vec<_> = rows.iter().flat_map(|(kinds, _)| kinds.iter().copied()).collect();
    let known: Vec<_> = KINDS.iter().map(|kind| format!("#[{}]", kind.name)).collect();
    assert_eq!(listed, known, "the kinds, in the order of the schema");
    for (kind, attribute) in KINDS.iter().zip(known) {
        let (_, methods) = rows.iter().find(|(kinds, _)| kinds.contains(&&*attribute)).expect("it is listed");
        let by_default = kind.methods.iter().filter_map(|method| {
            let arguments: Vec<_> = method.arguments.iter().map(|(name, _)| *name).collect();
            Some(format!("{}<field>({})", method.prefix?, arguments.join(", ")))
        });
        assert_eq!(*methods, by_default.collect::<Vec<_>>(), "the methods of {attribute} by default");
    }
}

/// The README's list has a line for some kinds together, which begins with their names: `- **max, min**: …`.
#[test]
fn the_readme_lists_the_keys_that_ask_for_more_methods() {
    let readme = readme();
    let items: Vec<_> = readme.split("\n- **").skip(1).filter_map(|item| item.split_once("**: ")).collect();
    for kind in KINDS {
        let keys: Vec<_> =
            kind.methods.iter().filter(|method| method.prefix.is_none()).map(|method| method.key).collect();
        let item = items.iter().find(|(kinds, _)| kinds.split(", ").any(|name| name == kind.name));
        let listed = item.map(|(_, text)| text.split("\n\n").next().unwrap_or_default()).map(code).unwrap_or_default();
        let missing: Vec<_> = keys.iter().filter(|key| !listed.contains(*key)).collect();
        assert!(missing.is_empty(), "the README does not list {missing:?} of #[{}]", kind.name);
        let unknown: Vec<_> = listed.iter().filter(|word| !word.starts_with('#') && !keys.contains(word)).collect();
        assert!(unknown.is_empty(), "the README lists {unknown:?}, which #[{}] does not have", kind.name);
    }
}

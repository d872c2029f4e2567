//! Each link from one of the project's pages to another leads somewhere. rustdoc checks those that become its pages.

#![cfg(not(atomic_state_loom))]

use std::fs;
use std::path::{Path, PathBuf};

/// The folders with pages that no crate's documentation includes. Add another one here.
const PAGES: &[&str] = &["", "docs", "examples", "exporters/families", "exporters/grafana"];

#[test]
fn every_link_to_a_file_has_its_file_and_heading() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests stand in it");
    let mut checked = 0;
    for page in PAGES.iter().flat_map(|folder| pages(&workspace.join(folder))) {
        let text = fs::read_to_string(&page).expect("it is text");
        for target in targets(&text) {
            let (path, heading) = target.split_once('#').unwrap_or((target, ""));
            let file = if path.is_empty() { page.clone() } else { page.with_file_name(path) };
            assert!(file.exists(), "{} links to {target}", page.display());
            if !heading.is_empty() {
                let headings = headings(&fs::read_to_string(&file).expect("a heading is in a text"));
                assert!(headings.iter().any(|there| there == heading), "{} links to {target}", page.display());
            }
            checked += 1;
        }
    }
    assert!(checked > 20, "only {checked} links were found");
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    entries.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect()
}

/// The targets of a page's links that are files, or headings in one.
fn targets(text: &str) -> Vec<&str> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let definitions =
        text.lines().filter_map(|line| line.strip_prefix('[')?.split_once("]: ")).map(|(_, target)| target);
    links.chain(definitions).filter(|target| !target.contains("://") && !target.contains("::")).collect()
}

/// A page's headings as links name them.
fn headings(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    let name = |line: &str| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        words.chars().filter(|sign| sign.is_alphanumeric() || " -_".contains(*sign)).collect::<String>()
    };
    headings.map(|line| name(line).replace(' ', "-")).collect()
}

#[test]
fn links_are_found_in_their_forms() {
    let text = "[a](b.md#c-d), [e](https://f.g), [h](crate::I), [j][k]\n\n[k]: l.md";
    assert_eq!(targets(text), ["b.md#c-d", "l.md"]);
    assert_eq!(headings("# One\ntext\n## `Two`, three"), ["one", "two-three"]);
}

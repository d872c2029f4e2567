//! No line is wider than a screen. rustfmt breaks long code, but not comments, strings, scripts or Markdown.

#![cfg(not(atomic_state_loom))]

use std::fs;
use std::path::{Path, PathBuf};

/// As in `rustfmt.toml`.
const COLUMNS: usize = 120;

/// The folders and files to check. Add another one here.
const CHECKED: &[&str] = &[
    ".ci/run",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "DEVELOPMENT.md",
    "README.md",
    "atomic-state",
    "atomic-state-derive",
    "benches",
    "ci",
    "docs",
    "examples",
    "exporters",
    "tests",
];

/// Folders within them to leave out: build output, and files that the derive writes.
const LEFT_OUT: &[&str] = &["golden", "target"];

#[test]
fn no_line_is_too_wide() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests stand in it");
    let mut files = Vec::new();
    for name in CHECKED {
        add_files(&workspace.join(name), &mut files);
    }
    let too_wide: Vec<_> = files.iter().flat_map(|file| too_wide(file)).collect();
    assert!(too_wide.is_empty(), "wider than {COLUMNS} columns:\n{}", too_wide.join("\n"));
}

/// Adds a file of Rust or Markdown or a script, or all that a folder holds.
fn add_files(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("the folder is there");
        for entry in entries.map(|entry| entry.expect("it can be read")) {
            let name = entry.file_name();
            if !LEFT_OUT.iter().any(|left_out| name == *left_out) {
                add_files(&entry.path(), files);
            }
        }
    } else if path.extension().is_none_or(|extension| ["rs", "md", "sh"].iter().any(|known| extension == *known)) {
        files.push(path.to_owned());
    }
}

/// The places of lines that are too wide.
fn too_wide(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let lines = (1..).zip(text.lines());
    let wide = lines.filter(|(_, line)| line.chars().count() > COLUMNS && !cannot_be_broken(line));
    wide.map(|(number, _)| format!("{}:{number}", file.display())).collect()
}

/// A row of a table is one line, and so is an address.
fn cannot_be_broken(line: &str) -> bool {
    let text = line.trim_start().trim_start_matches(['/', '!']).trim_start();
    text.starts_with('|') || text.contains("://")
}

#[test]
fn a_table_and_an_address_may_be_wide() {
    let wide = "x".repeat(COLUMNS);
    for line in ["| a row |", "//! | a row |", "    /// | a row |", "See https://example.org/"] {
        assert!(cannot_be_broken(&format!("{line}{wide}")), "{line}");
    }
    for line in ["// A comment | of ", "let text = \"", "A sentence of "] {
        assert!(!cannot_be_broken(&format!("{line}{wide}")), "{line}");
    }
}

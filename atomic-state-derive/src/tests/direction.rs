//! The derive goes one way: each room imports only from the rooms before it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::schema::KINDS;

/// The rooms, and what each may import from besides itself.
const ROOMS: &[(&str, &[&str])] = &[
    ("errors", &[]),
    ("schema", &[]),
    ("parse", &["errors", "schema"]),
    ("model", &["schema"]),
    ("validate", &["errors", "schema", "parse", "model"]),
    ("expand", &["schema", "model"]),
];

fn files(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The rooms that a file names by `crate::room`.
fn named(source: &str) -> Vec<&str> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let places = code.flat_map(|line| line.split("crate::").skip(1));
    places.filter_map(|rest| rest.split(|next: char| !next.is_alphanumeric() && next != '_').next()).collect()
}

#[test]
fn no_room_imports_from_a_later_one() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for (room, allowed) in ROOMS {
        let (file, folder) = (source.join(format!("{room}.rs")), source.join(room));
        let files = if folder.is_dir() { files(&folder) } else { vec![file] };
        for path in files {
            let text = fs::read_to_string(&path).expect("it is text");
            for name in named(&text) {
                let is_allowed = name == *room || allowed.contains(&name);
                assert!(is_allowed, "{} imports from `{name}`", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 30, "only {seen} imports were found");
}

/// The files beside a file that it names by `super::file`, or the like in braces.
fn siblings(file: &Path) -> Vec<PathBuf> {
    let text = fs::read_to_string(file).expect("it is text");
    let imports = text.split("\nuse super::").skip(1).filter_map(|rest| rest.split(';').next());
    let names = imports.flat_map(|import| {
        let list = import.strip_prefix('{').map_or(import, |list| list.trim_end_matches('}'));
        list.split(',').filter_map(|name| name.trim().split("::").next())
    });
    names.map(|name| file.with_file_name(format!("{name}.rs"))).filter(|path| path.exists()).collect()
}

#[test]
fn no_two_files_of_a_room_need_each_other() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let rooms = ROOMS.iter().map(|(room, _)| source.join(room)).filter(|room| room.is_dir());
    let mut left: Vec<_> = rooms.flat_map(|room| files(&room)).map(|file| (siblings(&file), file)).collect();
    assert!(left.iter().any(|(siblings, _)| siblings.len() > 2), "no imports were found");
    // Each round leaves out the files that need none of those that are left.
    while !left.is_empty() {
        let names: Vec<_> = left.iter().map(|(_, file)| file.clone()).collect();
        left.retain(|(siblings, _)| siblings.iter().any(|sibling| names.contains(sibling)));
        assert!(left.len() < names.len(), "these need each other: {names:#?}");
    }
}

#[test]
fn every_room_is_listed() {
    let lib = include_str!("../lib.rs");
    let rooms = lib.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    for room in rooms.filter(|room| *room != "tests") {
        assert!(ROOMS.iter().any(|(listed, _)| *listed == room), "`{room}` is not listed");
    }
}

#[test]
fn the_kinds_write_no_tokens() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/schema");
    for path in files(&schema) {
        let text = fs::read_to_string(&path).expect("it is text");
        assert!(
            !text.contains("quote") && !text.contains("syn::") && !text.contains("TokenStream"),
            "{}",
            path.display()
        );
    }
}

/// What a kind or a method is, its data says. So a new kind changes no other file.
#[test]
fn no_room_knows_a_kind_or_a_method_by_its_name() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let methods = KINDS.iter().flat_map(|kind| kind.methods).map(|method| method.key);
    let names: BTreeSet<_> = KINDS.iter().map(|kind| kind.name).chain(methods).collect();
    for path in ["validate", "expand"].iter().flat_map(|room| files(&source.join(room))) {
        let text = fs::read_to_string(&path).expect("it is text");
        for name in &names {
            let compares = ["==", "!="].iter().any(|operator| text.contains(&format!("{operator} \"{name}\"")));
            assert!(!compares, "{} compares with \"{name}\"", path.display());
        }
    }
}

//! Every mistake, as a program that makes it. `TRYBUILD=overwrite` records what the compiler says.

#![cfg(not(atomic_state_loom))]

use std::fs;
use std::path::Path;
use std::process::Command;

/// The compiler whose words are on record: others word the same errors differently.
const RECORDED_WITH: &str = "rustc 1.95.";

/// What reports more than one error, and how many.
const SEVERAL: &[(&str, usize)] = &[("all_at_once", 6)];

#[test]
fn each_mistake_says_what_is_on_record() {
    let version = Command::new("rustc").arg("--version").output().expect("rustc starts").stdout;
    let version = String::from_utf8_lossy(&version);
    if version.starts_with(RECORDED_WITH) {
        trybuild::TestCases::new().compile_fail("ui/fail/*.rs");
    } else {
        println!("skipped: recorded with {RECORDED_WITH}x, and this is {version}");
    }
}

#[test]
fn each_mistake_is_one_error() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/fail");
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_some_and(|extension| extension == "stderr") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let expected = SEVERAL.iter().find(|(several, _)| *several == name).map_or(1, |(_, count)| *count);
            let said = fs::read_to_string(&path).expect("the record can be read");
            let errors = said.lines().filter(|line| line.starts_with("error")).count();
            assert_eq!(errors, expected, "{name}:\n{said}");
        }
    }
}

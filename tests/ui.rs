//! Every mistake, as a program that makes it. `TRYBUILD=overwrite` records what the compiler says.

#![cfg(not(atomic_state_loom))]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler whose messages are on record. Other releases word the same errors differently.
const RECORDED_WITH: &str = "rustc 1.95.";

/// Some mistakes show only where a feature is off. They have a folder of their own.
const FOLDER: &str = if cfg!(feature = "wait") { "ui/fail" } else { "ui/without_features" };

/// The programs that report more than one error, and how many.
const SEVERAL: &[(&str, usize)] =
    &[("all_at_once", 6), ("mistakes_of_both_sorts", 2), ("by_variant_with_its_types_swapped", 2), (REPEATED, 2)];

/// If a field's type cannot have its parts, the compiler tells of the field, and of generated code that refers to it.
const REPEATED: &str = "enum_without_variants";

/// One test in three steps: with `TRYBUILD=overwrite` the first step writes the records that the others read.
#[test]
fn each_mistake_is_one_error_at_the_users_own_tokens() {
    each_mistake_says_what_is_on_record();
    each_mistake_is_one_error();
    each_error_stands_at_the_users_own_tokens();
}

fn each_mistake_says_what_is_on_record() {
    let version = Command::new("rustc").arg("--version").output().expect("rustc starts").stdout;
    let version = String::from_utf8_lossy(&version);
    if version.starts_with(RECORDED_WITH) {
        // Compiles when it drops, at the end of this statement.
        trybuild::TestCases::new().compile_fail(format!("{FOLDER}/*.rs"));
    } else {
        println!("skipped: recorded with {RECORDED_WITH}x, and this is {version}");
    }
}

/// What is on record: for each program its name, its source, and what the compiler says.
fn records() -> Vec<(String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    let paths = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path());
    let programs = paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    programs
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let [source, said] =
                [&path, &path.with_extension("stderr")].map(|path| fs::read_to_string(path).expect("both are there"));
            (name, source, said)
        })
        .collect()
}

/// Counted in the compiler's JSON: what is on record leaves out an error that repeats another.
fn each_mistake_is_one_error() {
    let runtime = runtime();
    let folder = runtime.with_file_name("deps").display().to_string();
    for (name, _, _) in records() {
        let expected = SEVERAL.iter().find(|(several, _)| *several == name).map_or(1, |(_, count)| *count);
        let output = Command::new("rustc")
            .args(["--edition", "2024", "--error-format", "json", "--emit", "metadata", "--out-dir", &folder])
            .args(["--extern", &format!("atomic_state={}", runtime.display()), "-L", &format!("dependency={folder}")])
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER).join(format!("{name}.rs")))
            .output()
            .expect("rustc starts");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let diagnostics = said.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        let errors = diagnostics.filter(|diagnostic| {
            let summary = diagnostic["message"].as_str().is_some_and(|message| message.starts_with("aborting"));
            diagnostic["level"] == "error" && !summary
        });
        assert_eq!(errors.count(), expected, "{name}:\n{said}");
    }
}

/// Builds the runtime with the features that this test has, and returns the library.
fn runtime() -> PathBuf {
    let features: &[&str] = if cfg!(feature = "wait") { &["--features", "wait,per-thread"] } else { &[] };
    let output = Command::new(env!("CARGO"))
        .args(["build", "--package", "atomic-state", "--message-format", "json"])
        .args(features)
        .args(["--target-dir", concat!(env!("CARGO_TARGET_TMPDIR"), "/ui")])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let built = String::from_utf8_lossy(&output.stdout);
    let mut files = built.split('"').filter(|text| text.ends_with("libatomic_state.rlib"));
    files.next().map(PathBuf::from).expect("cargo says where the library is")
}

fn each_error_stands_at_the_users_own_tokens() {
    for (name, source, said) in records().into_iter().filter(|(name, ..)| name != REPEATED) {
        let mut lines = said.lines();
        while let Some(error) = lines.find(|line| line.starts_with("error")) {
            let place = lines.find_map(|line| line.trim_start().strip_prefix("--> ")).unwrap_or_default();
            let own = place.strip_prefix(&format!("{FOLDER}/{name}.rs:"));
            let line = own.and_then(|own| own.split(':').next()?.parse::<usize>().ok());
            let line = line.and_then(|line| source.lines().nth(line - 1)).unwrap_or_default();
            assert!(!line.is_empty() && !line.contains("#[derive"), "{name}: {error}\nat {place}: {line}");
        }
    }
}

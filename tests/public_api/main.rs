//! The public interface of each library, listed. A change of a listing is a change that users can see.
//!
//! `UPDATE_EXPECT=1 cargo test -p atomic-state-public-api` writes the listings. CONTRIBUTING.md says what may change.

#![cfg(not(atomic_state_loom))]

use std::path::{Path, PathBuf};
use std::process::Command;

/// The compiler that the listings are made with. Others describe a library to tools in another form.
const RECORDED_WITH: &str = "rustc 1.95.";

/// The listings: their names, the packages, and which features are on.
const LISTINGS: &[(&str, &str, &[&str])] = &[
    ("atomic-state", "atomic-state", &["--features", "derive,per-thread,serde,std,wait"]),
    ("atomic-state-without-features", "atomic-state", &["--no-default-features"]),
    ("atomic-state-derive", "atomic-state-derive", &[]),
    ("atomic-state-families", "atomic-state-families", &[]),
    ("atomic-state-grafana", "atomic-state-grafana", &[]),
    ("atomic-state-metrics", "atomic-state-metrics", &[]),
    ("atomic-state-opentelemetry", "atomic-state-opentelemetry", &[]),
    ("atomic-state-prometheus-client", "atomic-state-prometheus-client", &[]),
];

/// In one test, as cargo would make the descriptions one after the other anyway.
#[test]
fn the_public_interface_is_the_one_on_record() {
    let version = Command::new("rustc").arg("--version").output().expect("rustc starts").stdout;
    let version = String::from_utf8_lossy(&version);
    if !version.starts_with(RECORDED_WITH) {
        println!("skipped: recorded with {RECORDED_WITH}x, and this is {version}");
        return;
    }
    for &(name, package, features) in LISTINGS {
        let listing = Path::new(env!("CARGO_MANIFEST_DIR")).join("listings").join(name).with_extension("txt");
        expect_test::expect_file![listing].assert_eq(&interface(package, features));
    }
}

/// Traits that are the compiler's own.
const NOT_STABLE: &[&str] = &["core::marker::Freeze for ", "core::marker::UnsafeUnpin for "];

/// What users of a package can name, an item a line, without the implementations that every type has.
fn interface(package: &str, features: &[&str]) -> String {
    let described = public_api::Builder::from_rustdoc_json(description(package, features));
    let interface = described.omit_blanket_impls(true).build().expect("the description can be read");
    let lines = interface.items().map(|item| format!("{item}\n"));
    lines.filter(|line| !NOT_STABLE.iter().any(|name| line.contains(name))).collect()
}

/// The file in which the compiler describes a package, without what is hidden from documentation.
fn description(package: &str, features: &[&str]) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let output = Command::new(env!("CARGO"))
        .args(["rustdoc", "--lib", "--package", package])
        .args(features)
        .arg("--target-dir")
        .arg(target)
        .args(["--", "-Z", "unstable-options", "--output-format", "json", "--cap-lints", "allow"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("RUSTFLAGS")
        // The description is no stable feature of the compiler. The listing, which is made of it, is for review only.
        .env("RUSTC_BOOTSTRAP", "1")
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    target.join("doc").join(package.replace('-', "_")).with_extension("json")
}

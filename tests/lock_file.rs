//! What a user's lock file gets: the crates that a dependency on this one brings.

#![cfg(not(atomic_state_loom))]

use std::fs;
use std::path::Path;
use std::process::Command;

/// The packages that cargo locks for a program with this dependency line, itself left out.
fn locked(name: &str, features: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lock_file").join(name);
    fs::create_dir_all(folder.join("src")).expect("the folder can be made");
    fs::write(folder.join("src/lib.rs"), "").expect("it can be written");
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").join("atomic-state");
    let manifest = format!(
        "[package]\nname = \"user\"\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
         atomic-state = {{ path = {:?}{features} }}\n",
        runtime.display()
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("it can be written");
    let output = Command::new(env!("CARGO"))
        .args(["generate-lockfile", "--offline"])
        .current_dir(&folder)
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lock = fs::read_to_string(folder.join("Cargo.lock")).expect("cargo wrote it");
    let names = lock.lines().filter_map(|line| line.strip_prefix("name = "));
    names.map(|name| name.trim_matches('"').to_owned()).filter(|name| name != "user").collect()
}

#[test]
fn the_derive_brings_six_packages() {
    let expected = ["atomic-state", "atomic-state-derive", "proc-macro2", "quote", "syn", "unicode-ident"];
    assert_eq!(locked("default", ""), expected);
    assert_eq!(locked("wait", ", features = [\"wait\"]"), expected);
}

#[test]
fn the_cells_alone_bring_none() {
    assert_eq!(locked("cells", ", default-features = false, features = [\"wait\"]"), ["atomic-state"]);
}

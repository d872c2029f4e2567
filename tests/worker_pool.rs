//! The main example from outside: what it prints, and its exit codes.

#![cfg(not(atomic_state_loom))]

use std::process::{Command, Output};

fn worker_pool(folder: &str) -> Output {
    Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--package", "atomic-state-examples", "--example", "worker_pool", "--", folder])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo starts")
}

#[test]
fn a_missing_folder_is_told_and_exits_with_2() {
    let output = worker_pool("no/such/folder");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(message.contains("cannot list the folder no/such/folder"), "{message}");
}

#[test]
fn the_totals_of_a_folder_agree() {
    let output = worker_pool("behaviour");
    let totals = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{totals}{}", String::from_utf8_lossy(&output.stderr));
    let files =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/behaviour")).expect("the folder is there").count();
    assert!(totals.contains(&format!("{files} files")), "{totals}");
}

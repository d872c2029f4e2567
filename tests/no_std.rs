//! The crates work without the standard library.

use std::process::Command;

#[test]
fn a_program_with_its_own_panic_handler_builds() {
    let output = Command::new(env!("CARGO"))
        .args(["rustc", "--package", "atomic-state-no-std"])
        .args(["--target-dir", concat!(env!("CARGO_TARGET_TMPDIR"), "/no_std")])
        .args(["--", "--cfg", "standalone"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

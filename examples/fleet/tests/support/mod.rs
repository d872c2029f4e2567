//! What tests of whole programs need.

use std::process::{Command, Stdio};

/// Builds an example and says where it is.
pub(crate) fn executable(example: &str) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--package", "atomic-state-fleet", "--example", example])
        .args(["--message-format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("RUSTFLAGS")
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo starts");
    assert!(output.status.success());
    let messages = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<serde_json::Value>();
    let executables = messages.filter_map(|message| message.ok()?.get("executable")?.as_str().map(str::to_owned));
    executables.last().expect("cargo says where it is")
}

/// Sends a process a signal.
pub(crate) fn signal(process: u32, name: &str) {
    let kill = format!("kill -{name} {process}");
    assert!(Command::new("sh").args(["-c", &kill]).status().expect("sh starts").success());
}

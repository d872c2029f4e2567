//! A feature that only a build script asks for is not on in the crate.

#![cfg(not(atomic_state_loom))]

use std::process::{Command, Output};

/// Compiles the crate by itself: beside others it would have their features.
fn compile(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO"))
        .args(["rustc", "--quiet", "--package", "atomic-state-build-features"])
        .args(["--target-dir", concat!(env!("CARGO_TARGET_TMPDIR"), "/build_features")])
        .args(["--message-format", "json", "--"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo starts")
}

#[test]
fn a_crate_that_needs_no_feature_compiles() {
    let output = compile(&[]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn each_missing_feature_is_one_error_at_its_key() {
    let output = compile(&["--cfg", "mistakes"]);
    let messages = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<serde_json::Value>();
    let messages = messages.filter_map(|message| Some(message.ok()?.get("message")?.clone()));
    let mut errors: Vec<_> = messages
        .filter(|message| message["level"] == "error" && message["spans"].get(0).is_some())
        .map(|message| message["rendered"].as_str().unwrap_or_default().to_owned())
        .collect();
    errors.sort();
    let [per_thread, wait] = errors.as_slice() else { panic!("{} errors:\n{}", errors.len(), errors.join("\n")) };
    for (error, says, at) in [
        (per_thread, "needs the feature `per-thread` of `atomic-state`", "#[atomic_state(per_thread)]"),
        (wait, "needs the feature `wait` of `atomic-state`", "#[flag(wait = until_stopped)]"),
    ] {
        assert!(error.contains(says) && error.contains(at), "{error}");
    }
}

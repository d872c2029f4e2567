//! Each example runs and exits with success. An example checks what it shows.

#![cfg(not(atomic_state_loom))]

use std::fs;
use std::process::Command;

macro_rules! examples {
    ($($package:literal: $($name:ident)*;)*) => {$($(
        #[test]
        fn $name() {
            let output = Command::new(env!("CARGO"))
                .args(["run", "--quiet", "--package", $package, "--example", stringify!($name)])
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .env_remove("RUSTFLAGS")
                .output()
                .expect("cargo starts");
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    )*)*};
}

examples! {
    "atomic-state-examples":
        worker_pool_expanded
        minimal_counter
        ticket_limit
        static_state
        save_and_restore
        request_metrics
        fold_shards
        periodic_worker
        service_phases
        per_thread;
    "atomic-state-fleet":
        tracing_report;
}

#[test]
fn the_readme_lists_every_example() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples");
    let [readme, light, fleet] = ["README.md", "Cargo.toml", "fleet/Cargo.toml"]
        .map(|name| fs::read_to_string(format!("{folder}/{name}")).expect("the file is there"));
    let manifests = [("", light), ("fleet/", fleet)];
    for (subfolder, manifest) in manifests {
        for example in manifest.split("[[example]]").skip(1) {
            let [name, path] = ["name = ", "path = "].map(|key| {
                let value = example.lines().find_map(|line| line.strip_prefix(key)).expect("each example has both");
                value.trim_matches('"')
            });
            let row = format!("\n| [`{name}`]({subfolder}{path}) | ");
            assert!(readme.contains(&row), "examples/README.md has no row that starts with: {row}");
        }
    }
}

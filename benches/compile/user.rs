//! The crates of a user who has one dependency.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

/// A crate in a folder of its own.
pub(crate) struct User {
    folder: PathBuf,
}

impl User {
    /// `dependencies` are lines of its manifest.
    pub(crate) fn new(name: &str, dependencies: &str, source: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile").join(name);
        fs::create_dir_all(folder.join("src")).expect("the target folder can be written");
        let manifest = format!(
            "[package]\nname = \"user\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
             [workspace]\n\n[dependencies]\n{dependencies}\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest).expect("the manifest can be written");
        fs::write(folder.join("src/lib.rs"), source).expect("the source can be written");
        // The other benchmarks use these versions too.
        let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).expect("the lock can be written");
        let user = Self { folder };
        user.command(&["fetch"]).status().expect("cargo starts");
        user
    }

    /// Runs cargo without network access, and says how long that took.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> (Duration, Output) {
        let mut command = self.command(arguments);
        // Printing expanded code is an unstable option. Nothing but this benchmark uses it.
        command.env("CARGO_NET_OFFLINE", "true").env("RUSTC_BOOTSTRAP", "1");
        let start = Instant::now();
        let output = command.output().expect("cargo starts");
        let took = start.elapsed();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {said}", self.folder.display());
        (took, output)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&self.folder).env("CARGO_TARGET_DIR", self.target());
        command.env_remove("RUSTFLAGS");
        command
    }

    /// Forgets the source's build, or that of the dependencies too.
    pub(crate) fn touch(&self) {
        let source = self.folder.join("src/lib.rs");
        let text = fs::read(&source).expect("it was written");
        fs::write(source, text).expect("it can be written again");
    }

    pub(crate) fn forget_all(&self) {
        if self.target().exists() {
            fs::remove_dir_all(self.target()).expect("the target folder can be removed");
        }
    }

    fn target(&self) -> PathBuf {
        self.folder.join("target")
    }
}

/// The median of a few times.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// The dependency on this crate, with features.
pub(crate) fn atomic_state(features: &str) -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../atomic-state");
    format!("atomic-state = {{ path = \"{path}\", features = [{features}] }}")
}

//! Programs that say whether a page is right. A test that has none of them is skipped, with a message.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

/// What a program says to a page. `None` if there is no such program.
pub(crate) fn check(command: &mut Command, page: &str) -> Option<Output> {
    let started = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = match started {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            eprintln!("skipped: there is no program {:?}", command.get_program());
            return None;
        }
        started => started.expect("it starts"),
    };
    child.stdin.take().expect("it is piped").write_all(page.as_bytes()).expect("it reads all");
    Some(child.wait_with_output().expect("it ends"))
}

/// A Python with the reference parser of `OpenMetrics`, if there is Python and the parser can be had.
pub(crate) fn python() -> Option<&'static Path> {
    static PYTHON: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("openmetrics-parser");
        let python = folder.join("bin/python");
        let has_parser = |python: &Path| succeeds(Command::new(python).args(["-c", "import prometheus_client"]));
        let install = || {
            succeeds(Command::new("python3").args(["-m", "venv"]).arg(&folder))
                && succeeds(Command::new(&python).args(["-m", "pip", "install", "--quiet", "prometheus-client"]))
        };
        (has_parser(&python) || (install() && has_parser(&python))).then_some(python)
    });
    let python = PYTHON.as_deref();
    if python.is_none() {
        eprintln!("skipped: there is no Python, or its package prometheus-client cannot be had");
    }
    python
}

fn succeeds(command: &mut Command) -> bool {
    command.output().is_ok_and(|output| output.status.success())
}

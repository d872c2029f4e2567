//! The main example from outside: what it prints, and its exit codes.

#![cfg(not(atomic_state_loom))]

use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

/// The path of the program. The first use builds it.
static EXECUTABLE: LazyLock<String> = LazyLock::new(|| {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "atomic-state-examples", "--example", "worker_pool"])
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
});

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(&*EXECUTABLE);
    command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR"));
    command
}

/// What the program printed, and its exit code.
struct Ending {
    stdout: String,
    stderr: String,
    exit_code: Option<i32>,
}

fn worker_pool(arguments: &[&str]) -> Ending {
    ending(&command(arguments).output().expect("it starts"))
}

fn ending(output: &Output) -> Ending {
    let [stdout, stderr] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned());
    Ending { stdout, stderr, exit_code: output.status.code() }
}

#[test]
fn help_is_printed_and_exits_with_0() {
    for option in ["--help", "-h"] {
        let Ending { stdout, stderr, exit_code } = worker_pool(&["behaviour", option]);
        assert_eq!((exit_code, stderr.as_str()), (Some(0), ""));
        assert!(stdout.contains("usage: worker_pool [FOLDER]"), "{stdout}");
    }
}

#[test]
fn a_wrong_argument_is_told_and_exits_with_2() {
    for (arguments, expected) in
        [(&["--quick"][..], "unknown option --quick"), (&["ui", "behaviour"], "more than one folder")]
    {
        let Ending { stdout, stderr, exit_code } = worker_pool(arguments);
        assert_eq!((exit_code, stdout.as_str()), (Some(2), ""));
        assert!(stderr.contains(expected) && stderr.contains("--help"), "{stderr}");
    }
}

#[test]
fn a_missing_folder_is_told_and_exits_with_2() {
    let Ending { stderr, exit_code, .. } = worker_pool(&["no/such/folder"]);
    assert_eq!(exit_code, Some(2), "{stderr}");
    assert!(stderr.contains("cannot list the folder no/such/folder"), "{stderr}");
}

#[test]
fn a_folder_is_named_and_read_once() {
    let Ending { stdout, stderr, exit_code } = worker_pool(&["behaviour"]);
    assert_eq!(exit_code, Some(0), "{stdout}{stderr}");
    let files =
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/behaviour")).expect("the folder is there").count();
    assert!(stderr.contains("folder: behaviour\n"), "{stderr}");
    assert!(stderr.contains(&format!("found:  {files} files, ")), "{stderr}");
    assert!(stdout.starts_with("finished after "), "{stdout}");
    assert!(stdout.contains(&format!(": {files} files, ")), "{stdout}");
}

#[test]
fn the_same_files_give_the_same_digest() {
    let [first, second] = [(); 2].map(|()| worker_pool(&["behaviour"]).stdout.lines().last().map(str::to_owned));
    assert!(first.as_ref().is_some_and(|line| line.starts_with("digest of the files")), "{first:?}");
    assert_eq!(first, second);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_exits_with_1() {
    let full = std::fs::File::options().write(true).open("/dev/full").expect("it is there");
    let Ending { stderr, exit_code, .. } = ending(&command(&["behaviour"]).stdout(full).output().expect("it starts"));
    assert_eq!(exit_code, Some(1), "{stderr}");
    assert!(stderr.contains("worker_pool: cannot print: "), "{stderr}");
}

/// Without a folder the program works for 2.5 seconds, which leaves time to interrupt it.
#[cfg(unix)]
#[test]
fn ctrl_c_stops_it_early_with_totals_that_agree() {
    use std::io::{BufRead, BufReader, Read};

    let mut child = command(&[]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut stderr = BufReader::new(child.stderr.take().expect("it is piped"));
    let mut said = String::new();
    while !said.contains("Ctrl-C stops early") {
        assert_ne!(stderr.read_line(&mut said).expect("it says text"), 0, "{said}");
    }
    let workspace = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests stand in it");
    assert!(said.contains(&format!("folder: {}\n", workspace.display())), "{said}");

    let kill = format!("kill -INT {}", child.id());
    assert!(Command::new("sh").args(["-c", &kill]).status().expect("sh starts").success());
    stderr.read_to_string(&mut said).expect("it says text");
    let Ending { stdout, exit_code, .. } = ending(&child.wait_with_output().expect("it ends"));
    assert_eq!(exit_code, Some(0), "{stdout}{said}");
    assert!(stdout.starts_with("stopped early after "), "{stdout}");
}

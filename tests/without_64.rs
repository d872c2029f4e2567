//! A target without 64-bit atomics, for which `cfg(atomic_state_without_64)` stands in.

#![cfg(not(atomic_state_loom))]

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// Fields that need 64 bits, and where the error stands.
const WIDE: &[(&str, &str)] = &[
    ("#[counter] x: u64", "u64"),
    ("#[counter] x: std::time::Duration", "std::time::Duration"),
    ("#[gauge] x: u64", "u64"),
    ("#[gauge(guard = enter)] x: i64", "i64"),
    ("#[max] x: u64", "u64"),
    ("#[max] x: Option<u64>", "u64"),
    ("#[max] x: Option<i64>", "i64"),
    ("#[max] x: Option<std::time::Duration>", "std::time::Duration"),
    ("#[min] x: Option<u64>", "u64"),
    ("#[value] x: u64", "u64"),
    ("#[value] x: i64", "i64"),
    ("#[value] x: f64", "f64"),
    ("#[counter] x: [u64; 2]", "u64"),
    ("#[value] x: std::time::Duration", "std::time::Duration"),
];

/// The same by names that the derive does not know.
const WIDE_BY_ANOTHER_NAME: &[&str] = &[
    "#[counter] x: Duration",
    "#[counter] x: Alias",
    "#[counter] x: Bytes",
    "#[gauge] x: Alias",
    "#[max] x: Alias",
    "#[max] x: Option<Alias>",
    "#[max] x: Option<Duration>",
    "#[min] x: Option<Alias>",
    "#[histogram] x: atomic_state::Histogram<u64>",
    "#[histogram] x: atomic_state::Histogram<Duration>",
    "#[counter] x: [Alias; 2]",
    "#[value] x: Alias",
    "#[value] x: Duration",
    "#[value] x: Option<Duration>",
    "#[value] x: Option<u32>",
    "#[value] x: Option<f32>",
];

/// A program with a state of one field.
fn program(per_thread: bool, field: &str) -> String {
    let per_thread = if per_thread { "#[atomic_state(per_thread)]" } else { "" };
    format!(
        "use std::time::Duration;
         use atomic_state::{{AtomicState, CounterValue}};

         pub type Alias = u64;

         #[derive(Clone, Copy)]
         pub struct Bytes(u64);

         impl CounterValue for Bytes {{
             type Int = u64;

             fn into_int(self) -> u64 {{
                 self.0
             }}

             fn from_int(int: u64) -> Self {{
                 Self(int)
             }}
         }}

         #[derive(AtomicState)]
         {per_thread}
         pub struct Worker {{
             #[flag]
             pub stop: bool,
             {field},
         }}

         pub static WORKER: WorkerState = WorkerState::new();
         pub const NONE: Duration = Duration::ZERO;"
    )
}

/// Narrow fields of each kind, which no target lacks.
const NARROW: &str = "
    use atomic_state::AtomicState;

    #[derive(AtomicState, Debug, PartialEq)]
    struct Worker {
        #[counter(increment = add_job)]
        jobs: u8,
        #[counter]
        bytes: u32,
        #[gauge(guard = enter)]
        inside: u32,
        #[max]
        largest: Option<u32>,
        #[min]
        smallest: Option<i32>,
        #[flag(wait = until_stopped)]
        stop: bool,
    }

    static WORKER: WorkerState = WorkerState::new();

    #[derive(AtomicState)]
    #[atomic_state(per_thread)]
    struct Shares {
        #[counter]
        bytes: u16,
        #[max]
        largest: u32,
    }

    static SHARES: SharesState = SharesState::new();

    fn main() {
        std::thread::spawn(|| {
            WORKER.add_job();
            WORKER.record_bytes(1 << 31);
            std::mem::forget(WORKER.enter());
            for sample in [7, 5] {
                WORKER.record_largest(sample);
                WORKER.record_smallest(-(sample as i32));
            }
            SHARES.record_bytes(300);
            SHARES.record_largest(9);
            WORKER.set_stop();
        });
        WORKER.until_stopped().wait();
        let (largest, smallest) = (Some(7), Some(-7));
        let expected = Worker { jobs: 1, bytes: 1 << 31, inside: 1, largest, smallest, stop: true };
        assert_eq!(WORKER.snapshot(), expected);
        assert_eq!((SHARES.bytes(), SHARES.largest()), (300, 9));
    }";

/// The runtime, compiled with these features. The compiler must say nothing against it.
fn runtime(features: &str) -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--package", "atomic-state", "--no-default-features", "--features", features])
        .args(["--message-format", "json"])
        .args(["--target-dir", concat!(env!("CARGO_TARGET_TMPDIR"), "/without_64")])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("RUSTFLAGS", "--cfg atomic_state_without_64")
        .output()
        .expect("cargo starts");
    let stdout = String::from_utf8_lossy(&output.stdout);
    let messages: Vec<Value> = stdout.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let said: Vec<_> = messages.iter().filter_map(|message| message["message"]["rendered"].as_str()).collect();
    assert!(said.is_empty(), "with features {features:?}:\n{}", said.join("\n"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = messages.iter().filter_map(|message| message["filenames"].as_array()).flatten();
    // The library itself is linked to where that with other features goes too.
    let files = files.filter_map(|file| file.as_str().map(Path::new));
    let mut libraries = files.filter(|file| file.extension().is_some_and(|extension| extension == "rmeta"));
    libraries.next_back().expect("the runtime is built last").with_extension("rlib")
}

/// What the compiler says of a program: its errors and warnings.
fn compile(runtime: &Path, program: &str, arguments: &[&str]) -> Vec<Value> {
    let mut external = std::ffi::OsString::from("atomic_state=");
    external.push(runtime);
    let mut dependencies = std::ffi::OsString::from("dependency=");
    dependencies.push(runtime.parent().expect("it is in a folder"));
    let mut child = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .args(["--edition", "2024", "--error-format", "json"])
        .args(arguments)
        .arg("--extern")
        .arg(external)
        .arg("-L")
        .arg(dependencies)
        .arg("-")
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("rustc starts");
    child.stdin.take().expect("it is piped").write_all(program.as_bytes()).expect("rustc reads");
    let output = child.wait_with_output().expect("it ends");
    let stderr = String::from_utf8_lossy(&output.stderr);
    let said = stderr.lines().map(|line| serde_json::from_str::<Value>(line).expect("rustc writes JSON"));
    // The last error only counts the others, and stands nowhere.
    let stands_somewhere = |said: &Value| said["spans"].as_array().is_some_and(|spans| !spans.is_empty());
    said.filter(|said| (said["level"] == "error" || said["level"] == "warning") && stands_somewhere(said)).collect()
}

fn check(runtime: &Path, program: &str) -> Vec<Value> {
    compile(runtime, program, &["--crate-type", "lib", "--emit", "metadata", "-o", "without_64.rmeta"])
}

fn rendered(said: &[Value]) -> String {
    said.iter().filter_map(|said| said["rendered"].as_str()).collect()
}

/// The one error there is.
fn only_error(runtime: &Path, per_thread: bool, field: &str) -> Value {
    let said = check(runtime, &program(per_thread, field));
    let rendered = rendered(&said);
    assert_eq!(said.len(), 1, "{field}:\n{rendered}");
    assert_eq!(said[0]["level"], "error", "{field}:\n{rendered}");
    assert!(rendered.contains("turn on the feature `portable-atomic` of `atomic-state`"), "{field}:\n{rendered}");
    said.into_iter().next().expect("there is one")
}

/// The tokens that an error stands at.
fn marked(error: &Value) -> Option<String> {
    let place = error["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)?["text"].get(0)?;
    let [start, end] =
        ["highlight_start", "highlight_end"].map(|key| place[key].as_u64().and_then(|at| usize::try_from(at).ok()));
    Some(place["text"].as_str()?.chars().take(end? - 1).skip(start? - 1).collect())
}

#[test]
fn a_wide_field_is_one_error_at_its_type() {
    let runtime = runtime("derive,per-thread,wait");
    for per_thread in [false, true] {
        for (field, ty) in WIDE {
            let error = only_error(&runtime, per_thread, field);
            let marked = marked(&error).unwrap_or_else(|| panic!("{field}: no place in\n{error}"));
            assert_eq!(&marked, ty, "{field}");
        }
        for field in WIDE_BY_ANOTHER_NAME {
            only_error(&runtime, per_thread, field);
        }
    }
}

#[test]
fn several_wide_fields_are_one_error() {
    only_error(&runtime("derive,per-thread,wait"), false, "#[counter] x: u64, #[gauge] y: i64, #[counter] z: u64");
}

#[test]
fn narrow_fields_work() {
    let executable = Path::new(env!("CARGO_TARGET_TMPDIR")).join("without_64_narrow");
    let said = compile(&runtime("derive,per-thread,wait"), NARROW, &["-o", executable.to_str().expect("it is text")]);
    assert!(said.is_empty(), "{}", rendered(&said));
    assert!(Command::new(executable).status().expect("it starts").success());
}

#[test]
fn with_portable_atomics_wide_fields_work() {
    let runtime = runtime("derive,per-thread,wait,portable-atomic");
    for per_thread in [false, true] {
        let fields = WIDE.iter().map(|(field, _)| field).chain(WIDE_BY_ANOTHER_NAME);
        for field in fields {
            let said = check(&runtime, &program(per_thread, field));
            assert!(said.is_empty(), "{field}:\n{}", rendered(&said));
        }
    }
}

#[test]
fn the_runtime_itself_has_no_warnings() {
    for features in ["", "derive", "std", "wait", "per-thread", "portable-atomic"] {
        runtime(features);
    }
}

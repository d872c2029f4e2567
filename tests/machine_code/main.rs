//! A derived call is the hand-written one: the same machine instructions, function by function.

#![cfg(not(atomic_state_loom))]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn derived_calls_are_the_instructions_of_hand_written_ones() {
    if cfg!(not(all(target_arch = "x86_64", target_os = "linux"))) {
        println!("skipped: the assembly is read for x86-64 on Linux only");
        return;
    }
    let derived = functions(&assembly_of("derived"));
    let hand_written = functions(&assembly_of("hand_written"));
    assert_eq!(derived.len(), CASES, "one function for each case: {:?}", derived.keys());
    assert_eq!(derived, hand_written);
}

/// A record per thread is short, locks nothing, and keeps nothing on the stack for the first time that it runs.
#[cfg(feature = "per-thread")]
#[test]
fn a_record_per_thread_is_twelve_instructions() {
    if cfg!(not(all(target_arch = "x86_64", target_os = "linux"))) {
        println!("skipped: the assembly is read for x86-64 on Linux only");
        return;
    }
    let functions = functions(&assembly_of("per_thread_program"));
    assert_eq!(functions.len(), 3, "one function for each case: {:?}", functions.keys());
    for (name, instructions) in functions {
        // What follows the return is for a thread's first record.
        let mut instructions: Vec<_> = instructions.into_iter().filter(|line| !line.ends_with(':')).collect();
        let usual = instructions.iter().position(|line| line.starts_with("ret")).expect("a function returns") + 1;
        instructions.truncate(usual);
        assert!(instructions.len() <= 12, "{name} has {}: {instructions:#?}", instructions.len());
        assert!(!instructions.iter().any(|line| line.contains("lock")), "{name}: {instructions:#?}");
        let stores = instructions.iter().filter(|line| stores(line)).count();
        assert_eq!(stores, 1, "{name}: {instructions:#?}");
    }
}

/// Whether an instruction writes memory: its last operand in AT&T's notation is there, and it does not only compare.
#[cfg(feature = "per-thread")]
fn stores(instruction: &str) -> bool {
    let (operation, operands) = instruction.split_once('\t').unwrap_or((instruction, ""));
    let compares = ["cmp", "test", "j", "call"].iter().any(|start| operation.starts_with(start));
    operation.starts_with("push") || operands.ends_with(')') && !compares
}

/// How many functions each of the two files has.
const CASES: usize = 31;

/// The optimized assembly of an example of this package.
fn assembly_of(example: &str) -> String {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("machine_code");
    let assembly = target.join(example).with_extension("s");
    let output = Command::new(env!("CARGO"))
        .args(["rustc", "--release", "--example", example, "--target-dir"])
        .arg(&target)
        .args(["--", "-C", "codegen-units=1", "-C", "debuginfo=0", "--emit"])
        .arg(format!("asm={}", assembly.display()))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read_to_string(assembly).expect("the compiler wrote the assembly")
}

/// The instructions of each function `case_…`, without assembler directives.
fn functions(assembly: &str) -> BTreeMap<String, Vec<String>> {
    let mut functions = BTreeMap::new();
    let mut current: Option<(String, Vec<String>)> = None;
    for line in assembly.lines() {
        let line = line.trim();
        if let Some(label) = line.strip_suffix(':') {
            if let Some(name) = case_name(label) {
                current = Some((name, Vec::new()));
            }
        } else if line.starts_with(".cfi_endproc") {
            functions.extend(current.take().map(|(name, mut instructions)| {
                if name == "case_snapshot" {
                    // The compiler chooses the order and the registers in which it fills a plain struct. So this
                    // compares which operations there are, and how many of each.
                    for instruction in &mut instructions {
                        instruction.truncate(instruction.find('\t').unwrap_or(instruction.len()));
                    }
                    instructions.sort_unstable();
                }
                (name, instructions)
            }));
        } else if let Some((_, instructions)) = &mut current {
            if !line.starts_with('.') && !line.is_empty() {
                instructions.push(without_function_number(line));
            }
        }
    }
    functions
}

/// Labels carry the number of their function in the file: `.LBB7_2` becomes `.L_2`.
fn without_function_number(line: &str) -> String {
    match line.split_once(".LBB") {
        Some((before, label)) => {
            format!("{before}.L{}", label.trim_start_matches(|digit: char| digit.is_ascii_digit()))
        }
        None => line.to_owned(),
    }
}

/// The name of a function `case_…` in its mangled label.
fn case_name(label: &str) -> Option<String> {
    let start = label.find("case_")?;
    let length = label[..start].chars().rev().take_while(char::is_ascii_digit).collect::<String>();
    let length: usize = length.chars().rev().collect::<String>().parse().ok()?;
    label.get(start..start + length).map(str::to_owned)
}

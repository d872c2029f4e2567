//! What a derive costs where it is used: the time to expand it, and the lines that it writes.

use std::fmt::Write;
use std::time::Duration;

use crate::user::{User, atomic_state, median};

const FIELDS: [usize; 3] = [5, 20, 100];
/// As many types at a time, so that what is measured is more than the start of the compiler.
const TYPES: usize = 20;
const ROUNDS: usize = 5;

/// A derive, by what stands before the type, and what its fields look like.
struct Derive {
    name: &'static str,
    dependency: String,
    /// Before each type.
    head: &'static str,
    /// Before each field.
    attribute: &'static str,
    kind: &'static str,
    field: &'static str,
}

pub(crate) fn run() {
    let structure = |name, dependency: &str, head, attribute, field| Derive {
        name,
        dependency: dependency.to_owned(),
        head,
        attribute,
        kind: "struct",
        field,
    };
    let derives = [
        structure("atomic-state", &atomic_state(""), "#[derive(atomic_state::AtomicState)]", "#[counter]", ": u64"),
        structure(
            "atomic-state, `per_thread`",
            &atomic_state("\"per-thread\""),
            "#[derive(atomic_state::AtomicState)] #[atomic_state(per_thread)]",
            "#[counter]",
            ": u64",
        ),
        structure(
            "serde, both ways",
            "serde = { version = \"1\", features = [\"derive\"] }",
            "#[derive(serde::Serialize, serde::Deserialize)]",
            "",
            ": u64",
        ),
        Derive {
            kind: "enum",
            ..structure(
                "thiserror",
                "thiserror = \"2\"",
                "#[derive(Debug, thiserror::Error)]",
                "#[error(\"text\")]",
                "",
            )
        },
        structure("vise", "vise = \"0.3\"", "#[derive(Debug, vise::Metrics)]", "", ": vise::Counter"),
    ];
    for fields in FIELDS {
        println!(
            "\n## A type of {fields} fields\n\n| | lines | time to expand | ratio |\n| --- | ---: | ---: | ---: |"
        );
        let costs: Vec<_> = derives.iter().map(|derive| derive.cost(fields)).collect();
        for (derive, (time, lines)) in derives.iter().zip(&costs) {
            let ratio = time.as_secs_f64() / costs[0].0.as_secs_f64();
            println!("| {} | {lines} | {:.2} ms | {ratio:.2} |", derive.name, time.as_secs_f64() * 1e3);
        }
    }
}

/// Whether an expanded line is no documentation.
fn is_code(line: &str) -> bool {
    let line = line.trim_start();
    let is_text = line.starts_with('"') && line.ends_with("\"]");
    !is_text && !line.starts_with("///") && !line.starts_with("#[doc =")
}

impl Derive {
    /// The time and the lines of code of one type of so many fields: what expanding takes with the derive, less what it
    /// takes without.
    fn cost(&self, fields: usize) -> (Duration, usize) {
        let folder = format!("expansion-{}-{fields}", self.name.replace(|sign: char| !sign.is_alphanumeric(), "-"));
        let with = User::new(&folder, &self.dependency, &self.source(self.head, self.attribute, fields));
        let without = User::new(&format!("{folder}-without"), &self.dependency, &self.source("", "", fields));
        let expand = |user: &User| {
            user.touch();
            let (time, output) = user.cargo(&["rustc", "--lib", "--quiet", "--", "-Zunpretty=expanded"]);
            (time, String::from_utf8_lossy(&output.stdout).lines().filter(|line| is_code(line)).count())
        };
        let mut times = [Vec::new(), Vec::new()];
        let mut lines = [0, 0];
        // The first round builds the dependencies.
        for round in 0..=ROUNDS {
            for (index, user) in [&with, &without].into_iter().enumerate() {
                let (time, count) = expand(user);
                lines[index] = count;
                if round > 0 {
                    times[index].push(time);
                }
            }
        }
        let [with, without] = times.map(median);
        let types = u32::try_from(TYPES).expect("there are few");
        (with.saturating_sub(without) / types, (lines[0] - lines[1]) / TYPES)
    }

    fn source(&self, head: &str, attribute: &str, fields: usize) -> String {
        let mut source = String::new();
        for index in 0..TYPES {
            let (kind, name) = (self.kind, format!("Type{index}"));
            writeln!(source, "{head}\npub {kind} {name} {{").expect("a string can be written");
            for field in 0..fields {
                let (name, ty) = (if self.kind == "enum" { "Variant" } else { "field_" }, self.field);
                writeln!(source, "    /// Text.\n    {attribute}\n    {name}{field}{ty},")
                    .expect("a string can be written");
            }
            source.push_str("}\n\n");
        }
        source
    }
}

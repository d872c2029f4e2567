//! A clean build of a crate that depends on one of these: how many crates there are to build, and how long that takes.

use std::collections::BTreeSet;

use crate::user::{User, atomic_state, median};

const ROUNDS: usize = 3;

pub(crate) fn run() {
    let all_features = atomic_state("\"per-thread\", \"wait\"");
    let plain = atomic_state("");
    let contenders = [
        ("atomic-state", plain.as_str()),
        ("atomic-state, `per-thread` and `wait`", all_features.as_str()),
        ("prometheus-client", "prometheus-client = \"0.24\""),
        ("metrics", "metrics = \"0.24\""),
        ("measured", "measured = \"0.0.25\""),
        ("vise", "vise = \"0.3\""),
        ("fast-telemetry", "fast-telemetry = \"0.10\""),
        ("contatori", "contatori = \"0.7\""),
        ("metriken", "metriken = \"0.11\""),
    ];
    let users: Vec<_> = (0..)
        .zip(&contenders)
        .map(|(index, (_, dependency))| User::new(&format!("build-{index}"), dependency, "//! Nothing yet.\n"))
        .collect();
    let mut times = vec![Vec::new(); users.len()];
    for _ in 0..ROUNDS {
        for (user, times) in users.iter().zip(&mut times) {
            user.forget_all();
            times.push(user.cargo(&["build"]).0);
        }
    }
    println!(
        "\n## A clean build of a crate that depends on it\n\n| | crates | time | ratio |\n| --- | ---: | ---: | ---: |"
    );
    let times: Vec<_> = times.into_iter().map(median).collect();
    for (((name, _), user), time) in contenders.iter().zip(&users).zip(&times) {
        let (_, tree) = user.cargo(&["tree", "--edges", "normal,build", "--prefix", "none", "--format", "{p}"]);
        let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
        let crates: BTreeSet<_> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
        let ratio = time.as_secs_f64() / times[0].as_secs_f64();
        println!("| {name} | {} | {:.2} s | {ratio:.2} |", crates.len() - 1, time.as_secs_f64());
    }
}

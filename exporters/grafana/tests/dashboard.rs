//! The dashboard of a state with all kinds of field.

use std::fs;
use std::process::Command;
use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};
use serde_json::Value;

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Route {
    Home,
    Search,
}

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Phase {
    Starting,
    #[variant(name = "ready \"now\"")]
    Ready,
}

#[derive(AtomicState)]
struct Requests {
    /// Requests that were answered.
    #[counter]
    answered: u64,
    /// How long answers took.
    #[histogram]
    latency: Histogram<Duration>,
}

#[derive(AtomicState)]
struct Service {
    /// Bytes that were sent.
    #[counter(unit = "bytes")]
    sent: u64,
    /// Time in which threads were busy.
    #[counter]
    busy: Duration,
    /// Requests that are being answered.
    #[gauge]
    in_flight: u32,
    /// The slowest request.
    #[max]
    slowest: Option<Duration>,
    /// Whether the service is ready.
    #[flag]
    ready: bool,
    /// What the service is at.
    #[phase]
    phase: Phase,
    /// The share of time in which the service was busy.
    #[value(unit = "ratio")]
    load: f64,
    /// How large answers are.
    #[histogram(unit = "bytes")]
    sizes: Histogram<u64>,
    #[nested]
    routes: ByVariant<Route, Requests>,
}

fn dashboard() -> Value {
    atomic_state_grafana::dashboard::<Service>("Services", "service").unwrap()
}

#[test]
fn it_is_the_golden_one() {
    expect_test::expect_file!["golden/service.json"].assert_eq(&format!("{:#}\n", dashboard()));
}

/// Each query, as Prometheus would get it.
fn expressions() -> Vec<String> {
    let dashboard = dashboard();
    let panels = dashboard["panels"].as_array().unwrap();
    let targets = panels.iter().flat_map(|panel| panel["targets"].as_array().unwrap());
    let expressions = targets.map(|target| target["expr"].as_str().unwrap());
    expressions.map(|expression| expression.replace("$__rate_interval", "5m").replace("$job", ".*")).collect()
}

#[test]
fn prometheus_understands_its_queries() {
    let rules: Vec<_> = expressions()
        .iter()
        .enumerate()
        .map(|(number, expression)| {
            format!("  - record: rule_{number}\n    expr: {}\n", Value::from(expression.as_str()))
        })
        .collect();
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/rules.yml");
    fs::write(file, format!("groups:\n- name: dashboard\n  rules:\n{}", rules.concat())).unwrap();
    let Ok(output) = Command::new("promtool").args(["check", "rules", file]).output() else {
        eprintln!("skipped: there is no program promtool");
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains(&format!("{} rules found", rules.len())));
}

#[test]
fn each_field_has_a_panel() {
    let dashboard = dashboard();
    let panels = dashboard["panels"].as_array().unwrap();
    let titles: Vec<_> = panels.iter().map(|panel| panel["title"].as_str().unwrap()).collect();
    let fields = ["sent", "busy", "in_flight", "slowest", "ready", "phase", "load", "sizes"];
    assert_eq!(titles, [&fields[..], &["routes.answered", "routes.latency"]].concat());
    let timelines = panels.iter().filter(|panel| panel["type"] == "state-timeline");
    assert_eq!(timelines.count(), 2, "the flag and the phase");
}

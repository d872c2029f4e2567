//! Others' parsers take the pages.

use std::process::Command;

use crate::{everything, openmetrics, programs, prometheus};

/// Prints each sample as the reference parser understands it.
const PARSE: &str = "
import sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
for family in text_string_to_metric_families(sys.stdin.read()):
    print('family', family.name, family.type, family.unit, repr(family.documentation))
    for sample in family.samples:
        print(sample.name, sorted(sample.labels.items()), sample.value)
";

fn parsed(page: &str) -> Option<String> {
    let output = programs::check(Command::new(programs::python()?).args(["-c", PARSE]), page)?;
    assert!(output.status.success(), "{}\n{page}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).expect("it writes text"))
}

#[test]
fn the_reference_parser_reads_what_was_meant() {
    let (collector, _states) = everything::collector();
    let Some(parsed) = parsed(&openmetrics(&collector)) else { return };
    for line in [
        r#"family app_jobs counter  'Jobs that were "done", on \\disk or not.'"#,
        r#"app_jobs_total [('pool', 'a "b" \\ c\nd')] 1"#,
        r"app_jobs_total [('pool', 'idle')] 0",
        r"family app_busy_seconds counter seconds 'Time in which threads were busy.'",
        r#"app_busy_seconds_total [('pool', 'a "b" \\ c\nd')] 1.5"#,
        r"family app_waiting_bytes gauge bytes 'Bytes that wait, more than an `i64` can hold.'",
        r#"app_waiting_bytes [('pool', 'a "b" \\ c\nd')] 18446744073709551610"#,
        r#"app_failed_total [('failed', 'search "all"'), ('pool', 'a "b" \\ c\nd')] 2"#,
        r#"app_deepest [('deepest', '1'), ('pool', 'a "b" \\ c\nd')] 9"#,
        r#"app_phase [('app_phase', 'ready'), ('pool', 'a "b" \\ c\nd')] 1"#,
        r"family app_sizes_bytes histogram bytes 'How large answers are.'",
        r#"app_sizes_bytes_bucket [('le', '+Inf'), ('pool', 'a "b" \\ c\nd')] 4"#,
        r#"app_sizes_bytes_sum [('pool', 'a "b" \\ c\nd')] 1504.0"#,
        r"app_routes_sent_bytes_total [('pool', 'idle'), ('routes', 'home')] 0",
    ] {
        assert!(parsed.lines().any(|other| other == line), "no line is {line}\n{parsed}");
    }
}

#[test]
fn promtool_takes_the_form_of_prometheus() {
    let (collector, _states) = everything::collector();
    let page = prometheus(&collector);
    let Some(output) = programs::check(Command::new("promtool").args(["check", "metrics"]), &page) else { return };
    assert!(output.status.success(), "{}\n{page}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn promtool_takes_the_form_of_openmetrics() {
    let (collector, _states) = everything::collector();
    let page = openmetrics(&collector);
    let Some(output) = programs::check(Command::new("promtool").args(["check", "metrics"]), &page) else { return };
    // It knows the older form only, in which help stands beside the name with `_total`.
    let complaints = String::from_utf8(output.stderr).unwrap();
    let others: Vec<_> = complaints.lines().filter(|line| !line.ends_with("_total no help text")).collect();
    assert!(others.is_empty(), "{others:#?}\n{page}");
}

#[test]
fn promtool_and_the_parser_find_mistakes() {
    let broken = "# TYPE app_jobs counter\napp_jobs{pool=\"a} 1\n# EOF\n";
    if let Some(python) = programs::python() {
        let output = programs::check(Command::new(python).args(["-c", PARSE]), broken).unwrap();
        assert!(!output.status.success());
    }
    if let Some(output) = programs::check(Command::new("promtool").args(["check", "metrics"]), broken) {
        assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("error"));
    }
}

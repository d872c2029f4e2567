//! Prometheus adds up what the processes count, and nothing is lost on the way.

use std::fs;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use crate::fleet::{Fleet, Worker, program};
use crate::journal::Journal;
use crate::prometheus::{Prometheus, parsed};
use crate::support::signal;
use crate::{Folder, is_installed, wait_for};

/// How many scrapes there are at least before a worker is killed, and after it has started again.
const BEFORE: f64 = 8.0;
const AFTER: f64 = 5.0;

/// What the fleet prints.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(program()).args(arguments).output().expect("it starts");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("it prints text")
}

fn addresses(fleet: &Fleet) -> Vec<&str> {
    fleet.workers.values().map(|worker| worker.address.as_str()).collect()
}

#[test]
fn prometheus_adds_up_what_the_processes_recorded() {
    let journals = Folder::new();
    let folder = journals.0.to_str().expect("a plain name");
    let mut fleet = Fleet::start(3, &["--linger", "600", "--journal", folder]);
    let configuration = printed(&[&["--prometheus-config"], &addresses(&fleet)[..]].concat());
    let Some(prometheus) = Prometheus::start(&configuration) else { return };

    wait_for_number(&prometheus, "count(worker_phase{worker_phase=\"working\"} == 1)", 3.0);
    assert_eq!(prometheus.number("max(worker_stopping)"), Some(0.0));
    let killed = kill_one(&mut fleet, &prometheus);

    fleet.signal("TERM");
    let mut said = [(); 3].map(|()| fleet.next_line(|said| said.starts_with("finished")));
    said.sort();
    let processes: Vec<_> = fleet.workers.values().map(|worker| worker.process).collect();
    let journal = Journal::of(&journals.0, &processes);
    for (number, said) in said {
        let journal = Journal::of(&journals.0, &[fleet.workers[&number].process]);
        assert_eq!(said, format!("finished {} jobs of {} bytes", journal.nanoseconds.len(), journal.bytes));
        let bytes = format!("worker_bytes_processed_total{{instance=\"{}\"}}", fleet.workers[&number].address);
        wait_for_number(&prometheus, &bytes, number_of(journal.bytes));
    }

    totals(&prometheus, &journal);
    quantile(&prometheus, &journal);
    wait_for_number(&prometheus, "count(worker_phase{worker_phase=\"stopped\"} == 1)", 3.0);
    wait_for_number(&prometheus, "sum(worker_stopping)", 3.0);
    increase(&prometheus, &killed, &journals, &fleet);
    every_panel_shows_something(&prometheus);

    fleet.signal("TERM");
    assert_eq!(fleet.exit_status().code(), Some(0));
}

/// Waits until a query gives a number.
fn wait_for_number(prometheus: &Prometheus, query: &str, number: f64) {
    let mut last = None;
    let is_it = |seen: &f64| (seen - number).abs() <= number.abs() * 1e-12;
    wait_for(&format!("{query} is {number}"), || {
        let seen = prometheus.number(query);
        if seen != last {
            eprintln!("{query}: {seen:?}, to be {number}");
            last = seen;
        }
        seen.filter(is_it)
    });
}

#[allow(clippy::cast_precision_loss, reason = "the tests do not come so far")]
fn number_of(count: u64) -> f64 {
    count as f64
}

/// Kills the second worker, and waits until it was started again and scraped. It has the address that it had.
fn kill_one(fleet: &mut Fleet, prometheus: &Prometheus) -> Worker {
    let killed = fleet.workers[&2].clone();
    let scrapes = format!("count_over_time(worker_bytes_processed_total{{instance=\"{}\"}}[1h])", killed.address);
    let before =
        wait_for("scrapes before the kill", || prometheus.number(&scrapes).filter(|&scrapes| scrapes >= BEFORE));
    signal(killed.process, "KILL");
    assert_eq!(fleet.next_worker(), 2);
    assert_eq!(fleet.workers[&2].address, killed.address);
    assert_ne!(fleet.workers[&2].process, killed.process);
    wait_for("scrapes after the restart", || prometheus.number(&scrapes).filter(|&scrapes| scrapes >= before + AFTER));
    killed
}

fn totals(prometheus: &Prometheus, journal: &Journal) {
    wait_for_number(prometheus, "sum(worker_bytes_processed_total)", number_of(journal.bytes));
    assert_eq!(journal.jobs.len(), 3, "each job was done");
    for (job, &jobs) in &journal.jobs {
        let query = format!("sum(worker_jobs_total{{kind=\"{job}\"}})");
        wait_for_number(prometheus, &query, number_of(jobs));
    }
    let jobs = journal.nanoseconds.len() as u64;
    wait_for_number(prometheus, "sum(worker_latency_seconds_count)", number_of(jobs));
    wait_for_number(prometheus, "max(worker_slowest_seconds)", journal.slowest());
    wait_for_number(prometheus, "max(worker_in_flight)", 0.0);
    let busiest = prometheus.number("max(worker_busiest)").expect("it was scraped");
    assert!((1.0..=3.0).contains(&busiest), "the limit is 3, and {busiest} were in flight");
}

/// The buckets of the fleet end at powers of two.
fn quantile(prometheus: &Prometheus, journal: &Journal) {
    let query = "histogram_quantile(0.99, sum by (le) (worker_latency_seconds_bucket))";
    let seen = prometheus.number(query).expect("it was scraped");
    let exact = journal.quantile(99);
    let end = exact.log2().ceil().exp2();
    assert!((end / 2.0..=end).contains(&seen), "{seen} is not in the bucket of {exact}, which ends at {end}");
}

/// The restart is a counter reset, of which `increase` makes no loss and no gain.
fn increase(prometheus: &Prometheus, killed: &Worker, journals: &Folder, fleet: &Fleet) {
    let series = format!("worker_bytes_processed_total{{instance=\"{}\"}}[1h]", killed.address);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok().map(|now| now.as_secs_f64());
    assert_eq!(prometheus.number_at(&format!("resets({series})"), now), Some(1.0));

    let seen = prometheus.ask(&series, now);
    let seen: Vec<_> = seen[0]["values"].as_array().expect("samples").iter().map(|at| parsed(&at[1])).collect();
    let restart = seen.windows(2).position(|pair| pair[1] < pair[0]).expect("a reset") + 1;
    let (first, last) = (seen[0], seen[restart - 1]);
    assert!(last <= number_of(Journal::of(&journals.0, &[killed.process]).bytes), "more than was done");
    let restarted = number_of(Journal::of(&journals.0, &[fleet.workers[&2].process]).bytes);
    assert_eq!(seen.last(), Some(&restarted));

    // Prometheus adds what may have happened before the first scrape and after the last: about one scrape each.
    let truth = last - first + restarted;
    let most = truth * (1.0 + 2.5 / number_of(seen.len() as u64 - 1));
    let increase = prometheus.number_at(&format!("increase({series})"), now).expect("it was scraped");
    assert!((truth..=most).contains(&increase), "{increase} is not between {truth} and {most}");
}

/// The dashboard asks for what there is.
fn every_panel_shows_something(prometheus: &Prometheus) {
    let dashboard: Value = serde_json::from_str(&printed(&["--dashboard"])).expect("it is JSON");
    let panels = dashboard["panels"].as_array().expect("it has panels");
    assert_eq!(panels.len(), 11, "one for each field");
    for panel in panels {
        for target in panel["targets"].as_array().expect("a panel has queries") {
            let query = target["expr"].as_str().expect("a query is text");
            let query = query.replace("$job", ".*").replace("$__rate_interval", "5m");
            assert!(!prometheus.ask(&query, None).is_empty(), "{}: nothing for {query}", panel["title"]);
        }
    }
}

#[test]
fn prometheus_takes_the_configuration() {
    let printed = printed(&["--prometheus-config", "--workers", "2", "--port", "9000"]);
    assert!(printed.contains("\"127.0.0.1:9000\"") && printed.contains("\"127.0.0.1:9001\""), "{printed}");
    assert!(!printed.contains("9002"), "{printed}");
    if !is_installed("promtool") {
        return;
    }
    let folder = Folder::new();
    let file = folder.0.join("prometheus.yml");
    fs::write(&file, printed).expect("the folder can be written");
    let check = Command::new("promtool").args(["check", "config"]).arg(&file).output().expect("it starts");
    assert!(check.status.success(), "{check:?}");
}

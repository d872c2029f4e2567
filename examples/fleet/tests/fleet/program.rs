//! The program's arguments, and how it ends.

use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};

use crate::fleet::{Fleet, program};
use crate::support::signal;
use crate::wait_for;

fn run(arguments: &[&str]) -> Output {
    Command::new(program()).args(arguments).output().expect("it starts")
}

#[test]
fn help_names_every_option() {
    let output = run(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    let help = String::from_utf8_lossy(&output.stdout);
    for option in
        ["workers", "threads", "limit", "listen", "port", "linger", "journal", "prometheus-config", "dashboard"]
    {
        assert!(help.contains(&format!("\n  --{option} ")), "{option} is not in {help}");
    }
}

#[test]
fn wrong_arguments_exit_with_2() {
    for arguments in [
        &["--wrong"][..],
        &["--workers", "0"],
        &["--threads", "-1"],
        &["--listen", "localhost"],
        &["--port", "65535", "--workers", "2"],
        &["--port"],
        &["127.0.0.1:80"],
        &["--prometheus-config", "here"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("usage: fleet"), "{output:?}");
    }
}

#[test]
fn a_port_that_is_taken_ends_the_whole_fleet() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("there is a port");
    let port = taken.local_addr().unwrap().port();
    // The first worker may start, the second cannot.
    let output = run(&["--port", &(port - 1).to_string(), "--workers", "2", "--linger", "600"]);
    assert_eq!(output.status.code(), Some(1));
    let complaint = format!("worker 2 cannot listen on 127.0.0.1:{port}");
    assert!(String::from_utf8_lossy(&output.stderr).contains(&complaint), "{output:?}");
}

#[test]
fn a_journal_that_cannot_be_written_ends_the_fleet() {
    let output = run(&["--port", "0", "--workers", "1", "--journal", "/no/such/folder"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/no/such/folder/"), "{output:?}");
}

#[test]
fn a_signal_stops_the_workers_at_the_end_of_their_jobs() {
    for name in ["INT", "TERM"] {
        let mut fleet = Fleet::start(2, &["--linger", "0"]);
        fleet.signal(name);
        for _ in 0..2 {
            fleet.next_line(|said| said.starts_with("finished"));
        }
        assert_eq!(fleet.exit_status().code(), Some(0), "after {name}");
        for worker in fleet.workers.values() {
            assert!(TcpStream::connect(&worker.address).is_err(), "a worker goes on");
        }
    }
}

#[test]
fn a_worker_that_stops_by_itself_is_started_again() {
    let mut fleet = Fleet::start(2, &["--linger", "0"]);
    let stopped = fleet.workers[&1].clone();
    signal(stopped.process, "TERM");
    assert_eq!(fleet.next_worker(), 1);
    assert_eq!(fleet.workers[&1].address, stopped.address);
    assert_ne!(fleet.workers[&1].process, stopped.process);
}

#[test]
fn workers_do_not_outlive_a_fleet_that_is_killed() {
    let mut fleet = Fleet::start(2, &["--linger", "600"]);
    fleet.signal("KILL");
    assert_eq!(fleet.exit_status().code(), None);
    for worker in fleet.workers.values() {
        wait_for("the worker ends", || TcpStream::connect(&worker.address).is_err().then_some(()));
    }
}

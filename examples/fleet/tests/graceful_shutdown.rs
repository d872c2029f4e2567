//! The service from outside, under real requests and real signals.

#![cfg(all(unix, not(atomic_state_loom)))]

mod support;

use std::io::{BufRead, BufReader, Lines, Read, Result, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use support::{executable, signal};

/// The program, started on a port of its own; killed if a test ends early.
struct Service {
    process: Child,
    printed: Lines<BufReader<ChildStdout>>,
    address: String,
}

impl Service {
    fn start(drain_seconds: &str) -> Self {
        Self::start_with_limit(drain_seconds, "1000")
    }

    fn start_with_limit(drain_seconds: &str, limit: &str) -> Self {
        let mut process = Command::new(executable("graceful_shutdown"))
            .args(["127.0.0.1:0", drain_seconds, limit])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the service starts");
        let mut printed = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        let line = printed.next().expect("it says where it listens").unwrap();
        let address = line.strip_prefix("listening on ").expect("it says where it listens").to_owned();
        Self { process, printed, address }
    }

    /// Sends a request that takes so long.
    fn request(&self, milliseconds: u64) -> JoinHandle<Result<String>> {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET /sleep/{milliseconds} HTTP/1.1\r\nhost: test\r\n\r\n").unwrap();
        thread::spawn(move || {
            let mut answer = String::new();
            stream.read_to_string(&mut answer).map(|_| answer)
        })
    }

    fn signal(&self, name: &str) {
        signal(self.process.id(), name);
    }

    fn next_line(&mut self) -> String {
        self.printed.next().expect("it prints a line").unwrap()
    }

    fn exit_status(mut self) -> ExitStatus {
        self.process.wait().expect("it ends")
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // Fails where it has ended, which is as well.
        let _ = self.process.kill();
    }
}

/// Waits until the service works on all requests: until it has answered one that came after them.
fn settle(service: &Service) {
    service.request(0).join().unwrap().expect("an answer");
    thread::sleep(Duration::from_millis(100));
}

fn drains_after(signal: &str) {
    let mut service = Service::start("30");
    let slow: Vec<_> = (0..20).map(|_| service.request(2500)).collect();
    settle(&service);
    service.signal(signal);
    assert_eq!(service.next_line(), "stopping, 20 in flight");

    assert!(TcpStream::connect(&service.address).is_err(), "it accepts a connection after {signal}");
    for answer in slow {
        let answer = answer.join().unwrap().expect("an answer");
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("slept for 2.5s\n"), "{answer}");
    }
    assert_eq!(service.next_line(), "21 accepted, 21 answered, 0 failed, 0 cut off");
    assert_eq!(service.exit_status().code(), Some(0));
}

#[test]
fn sigterm_finishes_what_is_in_flight_and_accepts_no_more() {
    drains_after("TERM");
}

#[test]
fn ctrl_c_finishes_what_is_in_flight_and_accepts_no_more() {
    drains_after("INT");
}

#[test]
fn an_idle_service_stops_at_once() {
    let mut service = Service::start("30");
    service.signal("TERM");
    assert_eq!(service.next_line(), "stopping, 0 in flight");
    assert_eq!(service.next_line(), "0 accepted, 0 answered, 0 failed, 0 cut off");
    assert_eq!(service.exit_status().code(), Some(0));
}

#[test]
fn the_deadline_cuts_off_what_takes_longer() {
    let mut service = Service::start("1");
    let slow = service.request(600_000);
    let quick = service.request(400);
    settle(&service);
    service.signal("TERM");
    assert_eq!(service.next_line(), "stopping, 2 in flight");
    assert!(quick.join().unwrap().expect("an answer").ends_with("slept for 400ms\n"));
    assert_eq!(service.next_line(), "3 accepted, 2 answered, 0 failed, 1 cut off");
    assert_eq!(service.exit_status().code(), Some(1));
    assert!(!slow.join().unwrap().unwrap_or_default().contains("200 OK"));
}

#[test]
fn a_second_signal_ends_it_without_waiting() {
    let mut service = Service::start("600");
    let _slow = service.request(600_000);
    settle(&service);
    service.signal("TERM");
    assert_eq!(service.next_line(), "stopping, 1 in flight");
    service.signal("TERM");
    assert_eq!(service.next_line(), "2 accepted, 1 answered, 0 failed, 1 cut off");
    assert_eq!(service.exit_status().code(), Some(1));
}

#[test]
fn a_limit_turns_away_what_is_too_many() {
    let mut service = Service::start_with_limit("30", "2");
    let slow: Vec<_> = (0..2).map(|_| service.request(1500)).collect();
    thread::sleep(Duration::from_millis(300));
    let refused = service.request(0).join().unwrap().expect("an answer");
    assert!(refused.starts_with("HTTP/1.1 503 Service Unavailable\r\n"), "{refused}");
    service.signal("TERM");
    assert_eq!(service.next_line(), "stopping, 2 in flight");
    for answer in slow {
        assert!(answer.join().unwrap().expect("an answer").starts_with("HTTP/1.1 200 OK\r\n"));
    }
    assert_eq!(service.next_line(), "3 accepted, 2 answered, 0 failed, 0 cut off");
    assert_eq!(service.next_line(), "2 at a time at most, 1 turned away");
    assert_eq!(service.exit_status().code(), Some(0));
}

#[test]
fn an_address_that_cannot_be_had_exits_with_2() {
    let output = Command::new(executable("graceful_shutdown")).arg("256.0.0.1:1").output().expect("it starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot listen on 256.0.0.1:1"));
}

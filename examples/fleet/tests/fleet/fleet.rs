//! A running fleet.

use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::LazyLock;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use crate::support::{executable, signal};
use crate::{PATIENCE, Running, wait_for};

/// The program, built once for all tests.
pub(crate) fn program() -> &'static str {
    static PROGRAM: LazyLock<String> = LazyLock::new(|| executable("fleet"));
    &PROGRAM
}

/// A fleet. If it is killed, its workers end by themselves.
pub(crate) struct Fleet {
    process: Running,
    lines: Receiver<String>,
    /// The workers that run, by their numbers.
    pub(crate) workers: HashMap<usize, Worker>,
}

#[derive(Clone, Debug)]
pub(crate) struct Worker {
    pub(crate) process: u32,
    pub(crate) address: String,
}

impl Fleet {
    /// Starts so many workers, on any free ports unless the arguments say otherwise.
    pub(crate) fn start(workers: usize, arguments: &[&str]) -> Self {
        let started = Command::new(program())
            .args(["--port", "0", "--workers", &workers.to_string()])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the fleet starts");
        let mut process = Running(started);
        let output = BufReader::new(process.0.stdout.take().expect("it is piped"));
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut fleet = Self { process, lines, workers: HashMap::new() };
        for _ in 0..workers {
            fleet.next_worker();
        }
        fleet
    }

    /// Waits until a worker serves, and says which.
    pub(crate) fn next_worker(&mut self) -> usize {
        let (number, said) = self.next_line(|said| said.starts_with("process"));
        let words: Vec<_> = said.split_whitespace().collect();
        let [_, process, _, address] = words[..] else { panic!("no worker: {said}") };
        let address = address.strip_prefix("http://").and_then(|address| address.strip_suffix('/'));
        let address = address.expect("a web address").to_owned();
        self.workers.insert(number, Worker { process: process.parse().expect("a number"), address });
        number
    }

    /// The next line that a worker says and that is looked for, with the worker's number.
    pub(crate) fn next_line(&self, is_it: impl Fn(&str) -> bool) -> (usize, String) {
        loop {
            let line = self.lines.recv_timeout(PATIENCE).expect("the fleet says something");
            let (worker, said) = line.split_once(": ").expect("it says which worker says it");
            if is_it(said) {
                let number = worker.trim_start_matches("worker ").parse().expect("a number");
                return (number, said.to_owned());
            }
        }
    }

    pub(crate) fn signal(&self, name: &str) {
        signal(self.process.0.id(), name);
    }

    pub(crate) fn exit_status(&mut self) -> ExitStatus {
        wait_for("the fleet ends", || self.process.0.try_wait().expect("it can be asked"))
    }
}

//! The real Prometheus.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;

use crate::{Folder, Running, http, is_installed};

/// A server that scrapes.
pub(crate) struct Prometheus {
    _process: Running,
    address: String,
    /// Where its data is.
    _folder: Folder,
}

impl Prometheus {
    /// `None` if there is no such program.
    pub(crate) fn start(configuration: &str) -> Option<Self> {
        if !is_installed("prometheus") {
            return None;
        }
        let folder = Folder::new();
        let file = folder.0.join("prometheus.yml");
        fs::write(&file, configuration).expect("the folder can be written");
        let started = Command::new("prometheus")
            .arg(format!("--config.file={}", file.display()))
            .arg(format!("--storage.tsdb.path={}", folder.0.join("data").display()))
            .arg("--web.listen-address=127.0.0.1:0")
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut process = Running(started);
        let mut said = BufReader::new(process.0.stderr.take().expect("it is piped")).lines().map_while(Result::ok);
        let address = said.find_map(|line| address(&line)).expect("it says where it listens");
        // Else it would stop when the pipe is full.
        thread::spawn(move || said.for_each(drop));
        Some(Self { _process: process, address, _folder: folder })
    }

    /// What a query gives, for each series.
    pub(crate) fn ask(&self, query: &str, time: Option<f64>) -> Vec<Value> {
        let time = time.map(|time| format!("&time={time}")).unwrap_or_default();
        let answer = http::get(&self.address, &format!("/api/v1/query?query={}{time}", escaped(query)));
        // It answers with an error while it starts.
        if answer.status == 503 {
            return Vec::new();
        }
        assert_eq!(answer.status, 200, "{query}: {}", answer.body);
        answer.json()["data"]["result"].as_array().expect("a result is a list").clone()
    }

    /// The one number that a query gives, if it gives one.
    pub(crate) fn number(&self, query: &str) -> Option<f64> {
        self.number_at(query, None)
    }

    pub(crate) fn number_at(&self, query: &str, time: Option<f64>) -> Option<f64> {
        let series = self.ask(query, time);
        assert!(series.len() <= 1, "{query} gives several: {series:?}");
        series.first().map(|series| parsed(&series["value"][1]))
    }
}

/// The address in the line that says that it listens: earlier ones repeat what it was told.
fn address(line: &str) -> Option<String> {
    let (_, address) = line.split_once(r#"msg="Listening on" address="#)?;
    Some(address.trim().to_owned())
}

/// A number, which is written as text.
pub(crate) fn parsed(number: &Value) -> f64 {
    number.as_str().and_then(|number| number.parse().ok()).expect("a number")
}

fn escaped(query: &str) -> String {
    let escapes: Vec<_> = query.bytes().map(|byte| format!("%{byte:02x}")).collect();
    escapes.concat()
}

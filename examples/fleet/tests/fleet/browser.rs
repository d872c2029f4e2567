//! A real browser without a screen, told what to do over its debugging port.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use crate::{Folder, PATIENCE, Running, is_installed, wait_for};

/// A page in Chromium.
pub(crate) struct Page {
    _process: Running,
    socket: WebSocket<TcpStream>,
    /// The browser's name for what is between us and the page.
    session: Value,
    calls: u64,
    /// Where the browser keeps its profile.
    _folder: Folder,
}

impl Page {
    /// `None` if there is no such program.
    pub(crate) fn open(url: &str) -> Option<Self> {
        if !is_installed("chromium") {
            return None;
        }
        let folder = Folder::new();
        let started = Command::new("chromium")
            // As root, which runs in containers, there is no sandbox. The page is our own.
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"])
            .arg(format!("--user-data-dir={}", folder.0.display()))
            .arg(url)
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut process = Running(started);
        let mut said = BufReader::new(process.0.stderr.take().expect("it is piped")).lines().map_while(Result::ok);
        let url = said.find_map(|line| debugging_url(&line)).expect("it says where to debug");
        // Else it would stop when the pipe is full.
        thread::spawn(move || said.for_each(drop));
        let mut page =
            Self { _process: process, socket: connect(&url), session: Value::Null, calls: 0, _folder: folder };
        let target = wait_for("the browser opens the page", || {
            let targets = page.call("Target.getTargets", &json!({}));
            let mut targets = targets["targetInfos"].as_array()?.iter();
            targets.find(|target| target["type"] == "page").map(|target| target["targetId"].clone())
        });
        let session = page.call("Target.attachToTarget", &json!({ "targetId": target, "flatten": true }));
        page.session = session["sessionId"].clone();
        Some(page)
    }

    /// Calls a method of the browser, and returns its result.
    pub(crate) fn call(&mut self, method: &str, parameters: &Value) -> Value {
        self.calls += 1;
        let mut call = json!({ "id": self.calls, "method": method, "params": parameters });
        if !self.session.is_null() {
            call["sessionId"] = self.session.clone();
        }
        self.socket.send(Message::text(call.to_string())).expect("the browser is there");
        loop {
            let message = self.socket.read().expect("the browser answers");
            let Ok(text) = message.into_text() else { continue };
            let answer: Value = serde_json::from_str(&text).expect("it answers in JSON");
            if answer["id"] == self.calls {
                assert!(answer["error"].is_null(), "{method}: {answer}");
                return answer["result"].clone();
            }
        }
    }

    /// The value of an expression on the page.
    pub(crate) fn value(&mut self, expression: &str) -> Value {
        let result = self.call("Runtime.evaluate", &json!({ "expression": expression, "returnByValue": true }));
        assert!(result["exceptionDetails"].is_null(), "{expression}: {result}");
        result["result"]["value"].clone()
    }
}

fn debugging_url(line: &str) -> Option<String> {
    line.strip_prefix("DevTools listening on ").map(|url| url.trim().to_owned())
}

fn connect(url: &str) -> WebSocket<TcpStream> {
    let address = url.trim_start_matches("ws://").split('/').next().expect("an address");
    let stream = TcpStream::connect(address).expect("the browser listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("it can be set");
    tungstenite::client(url, stream).expect("the browser speaks with us").0
}

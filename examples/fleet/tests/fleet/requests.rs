//! Good and bad requests.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use crate::PATIENCE;
use crate::fleet::Fleet;
use crate::http::{get, request};

#[test]
fn what_is_not_there_is_not_found() {
    let fleet = Fleet::start(1, &[]);
    let address = &fleet.workers[&1].address;
    for path in ["/nothing", "/metrics/", "/page.html", "/../metrics", "//", "/events/1"] {
        assert_eq!(get(address, path).status, 404, "{path}");
    }
    for path in ["/", "/metrics", "/snapshot"] {
        assert_eq!(get(address, path).status, 200, "{path}");
    }
}

#[test]
fn pages_can_only_be_read() {
    let fleet = Fleet::start(1, &[]);
    let address = &fleet.workers[&1].address;
    for path in ["/", "/metrics", "/snapshot", "/events"] {
        for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"] {
            let answer = request(address, &format!("{method} {path}"), "content-length: 0\r\n").expect("an answer");
            assert_eq!(answer.status, 405, "{method} {path}");
            assert_eq!(answer.header("allow"), Some("get,head"), "{method} {path}");
        }
        let answer = request(address, &format!("HEAD {path}"), "").expect("an answer");
        assert_eq!((answer.status, answer.body.as_str()), (200, ""), "{path}");
        assert!(answer.header("content-type").is_some(), "{path}");
    }
}

#[test]
fn what_is_no_request_ends_only_its_connection() {
    let fleet = Fleet::start(1, &[]);
    let address = &fleet.workers[&1].address;
    let mut stream = TcpStream::connect(address).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(b"\x16\x03\x01 no HTTP\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an end");
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    assert_eq!(get(address, "/metrics").status, 200);
}

#[test]
fn a_scraper_gets_the_form_that_it_asks_for() {
    let fleet = Fleet::start(1, &[]);
    let address = &fleet.workers[&1].address;
    let asks = "accept: application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5\r\n";
    let answer = request(address, "GET /metrics", asks).expect("an answer");
    assert!(answer.header("content-type").unwrap().starts_with("application/openmetrics-text"), "{answer:?}");
    assert!(answer.body.ends_with("# EOF\n"));
    let answer = get(address, "/metrics");
    assert!(answer.header("content-type").unwrap().starts_with("text/plain; version=0.0.4"), "{answer:?}");
    assert!(!answer.body.contains("# EOF"));
}

#[test]
fn it_listens_on_loopback_unless_it_is_told_otherwise() {
    let ip = |fleet: &Fleet| fleet.workers[&1].address.parse::<SocketAddr>().expect("an address").ip();
    assert!(ip(&Fleet::start(1, &[])).is_loopback());
    assert!(ip(&Fleet::start(1, &["--listen", "0.0.0.0"])).is_unspecified());
}

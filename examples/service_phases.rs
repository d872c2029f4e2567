//! A service goes from starting to ready, draining and stopped. Workers wait until it is ready, a health check over
//! loopback answers from the phase, and a thread that comes too late cannot bring the service back.
//!
//! ```text
//! cargo run --example service_phases
//! ```

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, Refused, Variants};

/// Where the service is. The order is the way.
#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Phase {
    Starting,
    Ready,
    Draining,
    Stopped,
}

/// What the service shows.
#[derive(AtomicState, Debug)]
struct Service {
    /// Where the service is.
    #[phase(wait = reaches)]
    phase: Phase,
    /// Table rows that were loaded at the start. Whoever sees the service ready sees them all.
    #[counter(record = load_rows)]
    rows: u64,
    /// Jobs that are done.
    #[counter(increment = finish_job)]
    jobs: u64,
    /// The last load that a worker has measured, from 0 to 1.
    #[value(update = change_load)]
    load: f64,
}

fn main() -> io::Result<()> {
    let service = Arc::new(ServiceState::new());
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    let health = spawn(&service, move |service| answer_until_stopped(&listener, service));
    let workers: Vec<_> = (0..4).map(|_| spawn(&service, work_until_drained)).collect();

    assert_eq!(ask(address)?, "503 starting");
    service.load_rows(1000);
    advance(&service, Phase::Ready);
    assert_eq!(ask(address)?, "200 ready");

    // A start that takes too long: it announces the service ready when nobody wants that any more.
    let late = spawn(&service, |service| {
        service.reaches(Phase::Draining).wait();
        service.advance_phase(Phase::Ready)
    });

    thread::sleep(Duration::from_millis(50));
    advance(&service, Phase::Draining);
    let refused = late.join().expect("no panic");
    assert_eq!(refused, Err(Refused { from: Phase::Draining, to: Phase::Ready }));
    println!("the late start: {}", refused.expect_err("it is refused"));
    assert_eq!(ask(address)?, "503 draining");

    for worker in workers {
        worker.join().expect("no panic");
    }
    advance(&service, Phase::Stopped);
    // The health check looks at the phase after each answer.
    assert_eq!(ask(address)?, "503 stopped");
    health.join().expect("no panic")?;

    let seen = service.snapshot();
    assert_eq!((seen.phase, seen.rows), (Phase::Stopped, 1000));
    assert!(seen.jobs >= 4 && seen.load > 0.0);
    println!("{seen:?}");
    Ok(())
}

fn spawn<R: Send + 'static>(
    service: &Arc<ServiceState>,
    run: impl FnOnce(&ServiceState) -> R + Send + 'static,
) -> thread::JoinHandle<R> {
    let service = Arc::clone(service);
    thread::spawn(move || run(&service))
}

/// Moves on from the phase before.
fn advance(service: &ServiceState, to: Phase) {
    let from = service.advance_phase(to).expect("nobody else moves the service forward");
    println!("{from:?} -> {to:?}");
}

/// Works from the moment when the service is ready, and does at least one job.
fn work_until_drained(service: &ServiceState) {
    service.reaches(Phase::Ready).wait();
    assert_eq!(service.rows(), 1000, "what was loaded before the service was ready");
    loop {
        thread::sleep(Duration::from_millis(1));
        service.finish_job();
        service.change_load(|load| load * 0.9 + 0.1);
        // "This or later": the service may have moved on twice since the last look.
        if service.phase().index() >= Phase::Draining.index() {
            return;
        }
    }
}

/// Answers health checks, one connection at a time, until one was told that the service is stopped.
fn answer_until_stopped(listener: &TcpListener, service: &ServiceState) -> io::Result<()> {
    loop {
        let (mut connection, _) = listener.accept()?;
        let mut request = String::new();
        BufReader::new(&connection).read_line(&mut request)?;
        let phase = service.phase();
        let status = if phase == Phase::Ready { "200" } else { "503" };
        let name = Phase::NAMES[phase.index()];
        write!(connection, "HTTP/1.1 {status} {name}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
        if phase == Phase::Stopped {
            return Ok(());
        }
    }
}

/// What the health check says: its status and the phase.
fn ask(address: SocketAddr) -> io::Result<String> {
    let mut connection = TcpStream::connect(address)?;
    connection.write_all(b"GET /health HTTP/1.1\r\n")?;
    let mut answer = String::new();
    BufReader::new(connection).read_line(&mut answer)?;
    Ok(answer.trim().trim_start_matches("HTTP/1.1 ").to_owned())
}

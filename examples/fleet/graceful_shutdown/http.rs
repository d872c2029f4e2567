//! As much of HTTP as a client like `curl` needs.

use std::io::{Error, ErrorKind, Result};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// More than any head that this service has a use for.
const LONGEST_HEAD: usize = 8 * 1024;

/// What a client asks for.
pub(crate) struct Request {
    path: String,
}

impl Request {
    /// How long it takes: `/sleep/MILLISECONDS` says so.
    pub(crate) fn duration(&self) -> Option<Duration> {
        self.path.strip_prefix("/sleep/")?.parse().ok().map(Duration::from_millis)
    }
}

/// Reads a request's head, which is all there is to a `GET`.
pub(crate) async fn read(stream: &mut TcpStream) -> Result<Request> {
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        if head.len() > LONGEST_HEAD || stream.read_buf(&mut head).await? == 0 {
            return Err(Error::new(ErrorKind::InvalidData, "not a whole request"));
        }
    }
    let head = String::from_utf8_lossy(&head);
    let path = head.split(' ').nth(1).unwrap_or("/").to_owned();
    Ok(Request { path })
}

/// Answers, and ends the connection.
pub(crate) async fn answer(stream: &mut TcpStream, request: &Request) -> Result<()> {
    let (status, body) = match request.duration() {
        Some(duration) => ("200 OK", format!("slept for {duration:?}\n")),
        None => ("404 Not Found", "ask for /sleep/MILLISECONDS\n".to_owned()),
    };
    write(stream, status, &body).await
}

/// Tells a client to come again, and ends the connection.
pub(crate) async fn turn_away(stream: &mut TcpStream) -> Result<()> {
    read(stream).await?;
    write(stream, "503 Service Unavailable", "too many requests at a time\n").await
}

async fn write(stream: &mut TcpStream, status: &str, body: &str) -> Result<()> {
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n");
    stream.write_all(format!("{head}{body}").as_bytes()).await?;
    stream.shutdown().await
}

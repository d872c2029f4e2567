//! A server counts its requests: how many are in flight, how they end, how long they take. It reports on each interval.
//!
//! ```text
//! cargo run --example request_metrics
//! ```

use std::panic::{self, AssertUnwindSafe};
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};

/// How a request ends.
#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Outcome {
    Answered,
    /// It is refused for its size.
    TooLarge,
}

/// What one protocol has served.
#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Http {
    /// Requests by how they ended.
    #[counter(increment = count)]
    requests: ByVariant<Outcome, u64>,
    /// Requests being worked on.
    #[gauge(guard = enter)]
    in_flight: u32,
    /// How long the handler worked on requests.
    #[histogram(timer = time_request)]
    latency: Histogram<Duration>,
    /// The slowest answer.
    #[max]
    slowest: Option<Duration>,
    /// The fastest answer.
    #[min]
    fastest: Option<Duration>,
}

/// What the whole server has done.
#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Server {
    /// Requests from users.
    #[nested]
    public: Http,
    /// Requests from its operators.
    #[nested]
    admin: Http,
}

static SERVER: ServerState = ServerState::new();

const LARGEST: usize = 3_000;

/// Handles a request of `size` bytes. However the request ends, the guard lowers the number in flight. The timer counts
/// a panic's time too, but not that of a request that is refused.
fn handle(http: &HttpState, size: usize) -> Result<(), &'static str> {
    let _in_flight = http.enter();
    let timer = http.time_request();
    if size > LARGEST {
        timer.discard();
        http.count(Outcome::TooLarge);
        return Err("too large");
    }
    let started = Instant::now();
    assert!(size > 0, "a request of no bytes, which this handler did not expect");
    thread::sleep(Duration::from_micros(size as u64));
    http.count(Outcome::Answered);
    http.record_slowest(started.elapsed());
    http.record_fastest(started.elapsed());
    Ok(())
}

/// Four threads handle requests of many sizes. Some requests are too large.
fn serve(http: &HttpState) {
    thread::scope(|scope| {
        for thread in 1..=4 {
            scope.spawn(move || {
                for size in (0..5_000).step_by(500) {
                    if let Err(reason) = handle(http, size + thread) {
                        eprintln!("refused a request of {} bytes: {reason}", size + thread);
                    }
                }
            });
        }
    });
}

/// Half of the requests took no longer than the median, and one in ten took longer than the 90th percentile.
fn report(latency: &Histogram<Duration>) {
    let quantiles = [0.5, 0.9, 0.99].map(|q| latency.quantile(q));
    println!("{} requests; median, 90 % and 99 %: {quantiles:?}", latency.count());
    assert!(quantiles.is_sorted());
}

/// However they ended.
fn total(requests: &ByVariant<Outcome, u64>) -> u64 {
    requests.iter().map(|(_, count)| count).sum()
}

fn main() {
    // An interval by difference: each reader can keep its own earlier snapshot.
    let before = SERVER.snapshot();
    serve(SERVER.public());
    let interval = SERVER.snapshot().since(&before);
    println!("since the start: {:?}", interval.public);
    report(&interval.public.latency);
    assert_eq!(total(&interval.public.requests), 40);

    // An interval by taking: counters and histograms restart, and so do the slowest and the fastest. No difference
    // could tell those exactly; a histogram has the maximum of its interval in either way.
    println!("taken: {:?}", SERVER.take().public);
    serve(SERVER.admin());
    let taken = SERVER.take();
    println!("taken again: {:?}", taken.admin);
    assert_eq!((total(&taken.public.requests), taken.public.slowest), (0, None));
    assert_eq!(total(&taken.admin.requests), 40);
    assert_eq!(taken.admin.latency.count(), taken.admin.requests[Outcome::Answered]);
    assert!(taken.admin.latency.max() >= taken.admin.slowest);

    // A panic in a handler leaves the gauge as exact as an early return does.
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| handle(SERVER.public(), 0)));
    println!("a handler panicked: {}, in flight: {}", outcome.is_err(), SERVER.public().in_flight());
    assert!(outcome.is_err());
    assert_eq!((SERVER.public().in_flight(), SERVER.public().latency().count()), (0, 1));
}

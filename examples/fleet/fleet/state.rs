//! What a worker process counts. Everything that shows it (`/metrics`, the page, the dashboard) is made from this.

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};

use crate::work::{Failure, Job};

/// Where a worker is. The order is the way.
#[derive(Variants, Clone, Copy, Debug, PartialEq)]
pub(crate) enum Phase {
    Starting,
    Working,
    Draining,
    Stopped,
}

/// What a worker process has done so far.
#[derive(AtomicState, Debug)]
#[atomic_state(per_thread)]
pub(crate) struct Worker {
    /// Where the worker is on its way from start to stop.
    #[phase]
    pub(crate) phase: Phase,
    /// Told to finish its jobs and stop.
    #[flag(set = request_stop, get = is_stopping, wait = stop_requested)]
    pub(crate) stopping: bool,
    /// Told to end without waiting for a last scrape.
    #[flag(set = request_end, wait = end_requested)]
    pub(crate) ending: bool,
    /// Bytes that went through finished jobs.
    #[counter(record = record_bytes)]
    pub(crate) bytes_processed: u64,
    /// Finished jobs, by what they did.
    #[counter(increment = finish, label = "kind")]
    pub(crate) jobs: ByVariant<Job, u64>,
    /// Time from the start of a job to its end.
    #[histogram(record = record_latency)]
    pub(crate) latency: Histogram<Duration>,
    /// Mean time of the last jobs.
    #[value(update = smooth)]
    pub(crate) recent_latency: Duration,
    /// The longest job.
    #[max(record = record_slowest)]
    pub(crate) slowest: Option<Duration>,
    /// Jobs that are being worked on.
    #[gauge(try_guard = try_start)]
    pub(crate) in_flight: u32,
    /// The most of them at a time.
    #[max(of = in_flight)]
    pub(crate) busiest: u32,
    /// Jobs that came to nothing, by the reason.
    #[counter(increment = fail, label = "reason")]
    pub(crate) failures: ByVariant<Failure, u64>,
}

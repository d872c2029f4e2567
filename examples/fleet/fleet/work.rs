//! The threads that work, and the journal of what they did.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::process;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use atomic_state::Variants;
use fastrand::Rng;

use crate::state::WorkerState;

/// What a job does.
#[derive(Variants, Clone, Copy, Debug, PartialEq)]
pub(crate) enum Job {
    Search,
    Resize,
    Upload,
}

/// Why a job came to nothing.
#[derive(Variants, Clone, Copy, Debug, PartialEq)]
pub(crate) enum Failure {
    /// As many jobs were in flight as may be.
    Full,
    /// What it asked took too long.
    Timeout,
}

/// How long the load takes to rise and fall.
const TIDE: Duration = Duration::from_secs(90);

/// Starts the threads. They work until the state is told to stop. `most` jobs are in flight at a time.
pub(crate) fn start(
    state: &Arc<WorkerState>,
    threads: usize,
    most: u32,
    journal: Option<&Path>,
) -> io::Result<Vec<JoinHandle<io::Result<()>>>> {
    let start_one = |number| {
        let state = Arc::clone(state);
        let mut journal = Journal::create(journal, number)?;
        thread::Builder::new().name(format!("work {number}")).spawn(move || work(&state, most, &mut journal))
    };
    (1..=threads).map(start_one).collect()
}

fn work(state: &WorkerState, most: u32, journal: &mut Journal) -> io::Result<()> {
    let mut random = Rng::new();
    let start = Instant::now();
    while !state.is_stopping() {
        let Some(slot) = state.try_start(most) else {
            state.fail(Failure::Full);
            thread::sleep(Duration::from_millis(40));
            continue;
        };
        let job = [Job::Search, Job::Search, Job::Search, Job::Resize, Job::Resize, Job::Upload][random.usize(..6)];
        do_job(state, job, &mut random, journal)?;
        drop(slot);
        thread::sleep(pause(start.elapsed(), &mut random));
    }
    Ok(())
}

/// Does a job, and records it as one event: a reader sees all of it or nothing.
fn do_job(state: &WorkerState, job: Job, random: &mut Rng, journal: &mut Journal) -> io::Result<()> {
    let started = Instant::now();
    // A job waits for disks and other services.
    thread::sleep(waiting(job, random));
    let latency = started.elapsed();
    if random.u32(..200) == 0 {
        state.fail(Failure::Timeout);
        return Ok(());
    }
    let bytes = random.u64(2_000..60_000);
    // First, so that whoever reads the state finds all that it shows in the journal.
    journal.add(job, bytes, latency)?;
    state.event(|event| {
        event.finish(job);
        event.record_bytes(bytes);
        event.record_latency(latency);
        event.record_slowest(latency);
    });
    state.smooth(|mean| if mean.is_zero() { latency } else { mean * 9 / 10 + latency / 10 });
    Ok(())
}

/// How long a job waits: most of them a while that depends on what it does, and one in 40 much longer.
fn waiting(job: Job, random: &mut Rng) -> Duration {
    let usual = match job {
        Job::Search => 3.0,
        Job::Resize => 9.0,
        Job::Upload => 25.0,
    };
    let spread = (random.f64() + random.f64() + random.f64() - 1.5).exp();
    let tail = if random.u32(..40) == 0 { 5.0 } else { 1.0 };
    Duration::from_secs_f64(usual * spread * tail / 1000.0)
}

/// How long a thread waits for its next job: the load rises and falls.
fn pause(since_start: Duration, random: &mut Rng) -> Duration {
    let tide = (since_start.as_secs_f64() / TIDE.as_secs_f64() * std::f64::consts::TAU).cos();
    Duration::from_secs_f64((24.0 + 16.0 * tide) * (0.5 + random.f64()) / 1000.0)
}

/// A line for each finished job of a thread, so that the numbers can be compared with what really happened.
struct Journal(Option<File>);

impl Journal {
    /// A file in the folder, or nothing if there is none.
    fn create(folder: Option<&Path>, thread: usize) -> io::Result<Self> {
        let file = folder.map(|folder| {
            let path = folder.join(format!("{}-{thread}", process::id()));
            File::create_new(&path).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))
        });
        Ok(Self(file.transpose()?))
    }

    /// Writes the job's name, bytes and nanoseconds in one call, which a killed process has done or not done.
    fn add(&mut self, job: Job, bytes: u64, latency: Duration) -> io::Result<()> {
        let Some(file) = &mut self.0 else { return Ok(()) };
        let line = format!("{} {bytes} {}\n", Job::NAMES[job.index()], latency.as_nanos());
        file.write_all(line.as_bytes())
    }
}

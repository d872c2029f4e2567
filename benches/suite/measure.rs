//! Measures contenders in turn, and prints what came out as ratios.

use std::hint::black_box;
use std::sync::{Barrier, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

/// How long one turn takes at least: long beside the time in which threads start.
const TURN: Duration = Duration::from_millis(8);
const ROUNDS: usize = 15;

/// One way to do a job.
pub(crate) struct Contender<'a> {
    name: &'static str,
    /// Does it once or many times, and says how long one took, in nanoseconds.
    measure: Box<dyn FnMut() -> f64 + 'a>,
}

impl<'a> Contender<'a> {
    pub(crate) fn new(name: &'static str, measure: impl FnMut() -> f64 + 'a) -> Self {
        Self { name, measure: Box::new(measure) }
    }

    /// Each thread does the work so many times, on something that the threads share. The result is the time that a
    /// thread sees, from the moment when all are ready to its own end.
    pub(crate) fn on_threads<S: Sync + 'a>(
        name: &'static str,
        threads: usize,
        shared: S,
        work: impl Fn(&S, u32) + Sync + 'a,
    ) -> Self {
        let mut times = 1_000;
        Self::new(name, move || {
            loop {
                let took = mean_time(threads, || work(&shared, times));
                if took >= TURN {
                    return nanoseconds(took) / f64::from(times);
                }
                times *= 2;
            }
        })
    }
}

fn mean_time(threads: usize, work: impl Fn() + Sync) -> Duration {
    let (barrier, start) = (Barrier::new(threads), OnceLock::new());
    let on_one = || {
        barrier.wait();
        // With more threads than cores, some threads start later. Their time includes that wait.
        let start = start.get_or_init(Instant::now);
        work();
        start.elapsed()
    };
    let sum: Duration = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(on_one)).collect();
        running.into_iter().map(|thread| thread.join().expect("no work panics")).sum()
    });
    sum / u32::try_from(threads).expect("there are few threads")
}

/// What came out, in the contenders' order.
pub(crate) struct Outcome(Vec<(&'static str, f64)>);

impl Outcome {
    /// The median of the contender with this name, in nanoseconds.
    pub(crate) fn of(&self, name: &str) -> f64 {
        self.0.iter().find(|(other, _)| *other == name).expect("it is among the contenders").1
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|(name, _)| *name)
    }
}

/// The median time of each contender, over rounds in which each has one turn.
pub(crate) fn medians(mut contenders: Vec<Contender<'_>>) -> Outcome {
    let mut times = vec![Vec::with_capacity(ROUNDS); contenders.len()];
    // The first round warms up.
    for round in 0..=ROUNDS {
        for (contender, times) in contenders.iter_mut().zip(&mut times) {
            let time = (contender.measure)();
            if round > 0 {
                times.push(time);
            }
        }
    }
    Outcome(contenders.iter().zip(times).map(|(contender, times)| (contender.name, median(times))).collect())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Measures, and prints a table in which the first contender is 1.
pub(crate) fn compare(title: &str, contenders: Vec<Contender<'_>>) -> Outcome {
    let outcome = medians(contenders);
    table(title, &[("median", &outcome)]);
    outcome
}

/// Measures on one thread and on two, and prints a table in which the first contender is 1.
pub(crate) fn compare_on_threads<'a>(title: &str, contenders: impl Fn(usize) -> Vec<Contender<'a>>) -> [Outcome; 2] {
    let [one, two] = [1, 2].map(|threads| medians(contenders(threads)));
    table(title, &[("1 thread", &one), ("2 threads", &two)]);
    [one, two]
}

/// A row for each contender, with the time and the ratio to the first in each column.
pub(crate) fn table(title: &str, columns: &[(&str, &Outcome)]) {
    print!("\n## {title}\n\n|");
    for (head, _) in columns {
        print!(" | {head} | ratio");
    }
    println!(" |\n| --- |{}", " ---: | ---: |".repeat(columns.len()));
    for (row, name) in columns[0].1.names().enumerate() {
        print!("| {name}");
        for (_, outcome) in columns {
            let time = outcome.0[row].1;
            print!(" | {} | {:.2}", readable(time), time / outcome.0[0].1);
        }
        println!(" |");
    }
}

/// Ratios that the project has set itself as targets.
pub(crate) fn targets(targets: &[(&str, f64, &str)]) {
    println!("\n| ratio | | target |\n| --- | ---: | ---: |");
    for (what, ratio, target) in targets {
        println!("| {what} | {ratio:.2} | {target} |");
    }
}

fn readable(nanoseconds: f64) -> String {
    match nanoseconds {
        ..1e3 => format!("{nanoseconds:.2} ns"),
        ..1e6 => format!("{:.1} µs", nanoseconds / 1e3),
        _ => format!("{:.1} ms", nanoseconds / 1e6),
    }
}

#[allow(clippy::cast_precision_loss, reason = "no measurement takes the 104 days in which it would show")]
pub(crate) fn nanoseconds(time: Duration) -> f64 {
    time.as_nanos() as f64
}

/// Does something so many times, with a one that the compiler does not know to be one.
#[inline]
pub(crate) fn repeat<N: From<u8>>(times: u32, mut work: impl FnMut(N)) {
    for _ in 0..times {
        work(black_box(N::from(1)));
    }
}

/// Samples without a pattern: Knuth's multiplicative generator of 64 bits.
#[inline]
pub(crate) fn samples(times: u32, mut record: impl FnMut(u64)) {
    let mut sample = 1_u64;
    repeat(times, |_: u64| {
        sample = sample.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        record(sample >> 33);
    });
}

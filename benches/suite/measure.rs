//! Measures contenders in turn, and prints what came out as ratios.

use std::hint::black_box;
use std::time::{Duration, Instant};

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
}

/// The median time of each contender, in nanoseconds and in their order, over rounds in which each has one turn.
pub(crate) fn medians(rounds: usize, contenders: &mut [Contender<'_>]) -> Vec<f64> {
    let mut times = vec![Vec::with_capacity(rounds); contenders.len()];
    // The first round warms up.
    for round in 0..=rounds {
        for (contender, times) in contenders.iter_mut().zip(&mut times) {
            let time = (contender.measure)();
            if round > 0 {
                times.push(time);
            }
        }
    }
    times.into_iter().map(median).collect()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Measures, and prints a table in which the first contender is 1.
pub(crate) fn compare(title: &str, rounds: usize, mut contenders: Vec<Contender<'_>>) {
    let medians = medians(rounds, &mut contenders);
    println!("\n## {title}\n\n| | median | ratio |\n| --- | ---: | ---: |");
    for (contender, median) in contenders.iter().zip(&medians) {
        println!("| {} | {} | {:.2} |", contender.name, readable(*median), median / medians[0]);
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

/// The time of one call, in nanoseconds, from many in a row.
pub(crate) fn per_call<T>(calls: u32, mut call: impl FnMut() -> T) -> f64 {
    let start = Instant::now();
    for _ in 0..calls {
        black_box(call());
    }
    nanoseconds(start.elapsed()) / f64::from(calls)
}

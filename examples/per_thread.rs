//! Threads count in their hottest loop. Each records in its own block, so no thread waits for another.
//!
//! ```text
//! cargo run --release --example per_thread
//! ```
//!
//! It looks for the number up to a million that takes the most steps to reach 1. A step halves an even number, and
//! triples an odd number and adds one.

use std::thread;

use atomic_state::AtomicState;

/// What the search has done so far.
#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
struct Search {
    /// Numbers that were followed to 1.
    #[counter(increment = finish_number)]
    numbers: u64,
    /// Steps of all numbers together.
    #[counter(increment = step)]
    steps: u64,
    /// The most steps that a number took.
    #[max(record = record_length)]
    longest: Option<u32>,
}

const NUMBERS: u64 = 1_000_000;
const THREADS: u64 = 4;

static SEARCH: SearchState = SearchState::new();

/// Every number from `first` on, in steps of the number of threads. Returns the steps, as a check.
fn follow_all(first: u64) -> u64 {
    // Finds this thread's block once, instead of at each step.
    let search = SEARCH.local();
    let mut steps = 0;
    for start in (first..=NUMBERS).step_by(usize::try_from(THREADS).expect("there are few")) {
        let (mut number, mut length) = (start, 0);
        while number != 1 {
            number = if number % 2 == 0 { number / 2 } else { 3 * number + 1 };
            length += 1;
            search.step();
        }
        search.record_length(length);
        search.finish_number();
        steps += u64::from(length);
    }
    steps
}

fn main() {
    let threads: Vec<_> = (1..=THREADS).map(|first| thread::spawn(move || follow_all(first))).collect();
    let steps: u64 = threads.into_iter().map(|thread| thread.join().expect("no thread panics")).sum();

    // Adds up the blocks of all threads, also of threads that have ended.
    let seen = SEARCH.snapshot();
    println!("{} numbers in {} steps, {} at the most", seen.numbers, seen.steps, seen.longest.unwrap_or(0));
    assert_eq!(seen, Search { numbers: NUMBERS, steps, longest: seen.longest });
}

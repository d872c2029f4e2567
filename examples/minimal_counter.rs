//! The smallest use: ten threads add to one counter, and the total is exact.
//!
//! ```text
//! cargo run --example minimal_counter
//! ```

use std::sync::Arc;
use std::thread;

use atomic_state::AtomicState;

const THREADS: u64 = 10;
const HITS_PER_THREAD: u64 = 100_000;

/// What has been counted.
#[derive(AtomicState)]
struct Hits {
    /// Hits so far.
    // SeqCst puts these additions into one order with all other SeqCst accesses of the program. The default, Relaxed,
    // gives the same exact total after the threads are joined.
    #[counter(increment = hit, ordering = SeqCst)]
    total: u64,
}

fn main() {
    let hits = Arc::new(HitsState::new());

    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let hits = Arc::clone(&hits);
            thread::spawn(move || {
                for _ in 0..HITS_PER_THREAD {
                    hits.hit();
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("counting does not panic");
    }

    assert_eq!(hits.total(), THREADS * HITS_PER_THREAD);
    println!("{THREADS} threads, {} hits, none lost", hits.total());
}

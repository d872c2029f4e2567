//! Several states folded into one total: each shard counts for itself, and a reader merges their snapshots.
//!
//! ```text
//! cargo run --example fold_shards
//! ```

use std::thread;

use atomic_state::AtomicState;

/// What a shard of a cache has seen.
#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Cache {
    /// Look-ups.
    #[counter(increment = look_up)]
    look_ups: u64,
    /// Look-ups that found something.
    #[counter]
    hits: u64,
    /// Entries now.
    #[gauge]
    entries: u32,
    /// The largest entry so far, in bytes.
    #[max]
    largest: Option<u64>,
    /// Whether any shard was full.
    #[flag]
    full: bool,
}

const SHARDS: u64 = 4;
const LOOK_UPS: u64 = 1_000;

/// A thread's work on its shard. In its inner loop the thread counts in a plain struct, without atomics. Then it merges
/// the plain struct into the state, once.
fn work(shard: &CacheState, number: u64) {
    let mut batch = Cache::default();
    for key in 0..LOOK_UPS {
        shard.look_up();
        if key % (number + 2) == 0 {
            batch.hits += 1;
        }
    }
    batch.largest = Some(number * 100);
    batch.entries = 10;
    batch.full = number == SHARDS - 1;
    shard.merge(&batch);
}

fn main() {
    let shards: Vec<CacheState> = (0..SHARDS).map(|_| CacheState::new()).collect();
    thread::scope(|scope| {
        for (number, shard) in (0..).zip(&shards) {
            scope.spawn(move || work(shard, number));
        }
    });

    // `Default` changes nothing when it is merged, and the order of the shards makes no difference.
    let total = shards.iter().fold(Cache::default(), |mut total, shard| {
        total.merge(&shard.snapshot());
        total
    });
    println!("{total:#?}");
    assert_eq!(total.look_ups, SHARDS * LOOK_UPS);
    assert_eq!(total.hits, 500 + 334 + 250 + 200);
    assert_eq!((total.entries, total.largest, total.full), (40, Some(300), true));
}

//! `#[atomic_state(per_thread)]`: takes beside recorders that come and go.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;

use atomic_state::AtomicState;

/// Checks the sums of all takes, for one width. Recorders come and go while two threads take.
macro_rules! takes_lose_nothing {
    ($($name:ident: $int:ty;)*) => {$(
        #[test]
        fn $name() {
            #[derive(AtomicState)]
            #[atomic_state(per_thread)]
            struct Sums {
                #[counter(increment = count)]
                sum: $int,
                #[max]
                largest: Option<u32>,
            }

            const THREADS: u32 = 40;
            const EACH: u32 = 2_000;
            let sums = SumsState::new();
            let over = AtomicBool::new(false);
            let take_until_over = || {
                let (mut taken, mut largest) = (0, None);
                while !over.load(Relaxed) {
                    let seen = sums.take();
                    taken = seen.sum.wrapping_add(taken);
                    largest = largest.max(seen.largest);
                }
                (taken, largest)
            };
            let (taken, largest) = thread::scope(|scope| {
                let takers = [(); 2].map(|()| scope.spawn(take_until_over));
                for pair in 0..THREADS / 2 {
                    let recorders = [2 * pair, 2 * pair + 1].map(|thread| {
                        let sums = &sums;
                        scope.spawn(move || {
                            for sample in 0..EACH {
                                sums.count();
                                sums.record_largest(thread * EACH + sample);
                            }
                        })
                    });
                    for recorder in recorders {
                        recorder.join().unwrap();
                    }
                }
                over.store(true, Relaxed);
                let taken = takers.map(|taker| taker.join().unwrap());
                (taken[0].0.wrapping_add(taken[1].0), taken[0].1.max(taken[1].1))
            });
            let last = sums.take();
            #[allow(clippy::cast_possible_truncation, clippy::cast_lossless, reason = "it wraps at the width")]
            let expected = (THREADS * EACH) as $int;
            assert_eq!(taken.wrapping_add(last.sum), expected);
            assert_eq!(largest.max(last.largest), Some(THREADS * EACH - 1));
            assert_eq!(sums.snapshot().sum, 0);
        }
    )*};
}

takes_lose_nothing! {
    takes_lose_nothing_of_8_bits: u8;
    takes_lose_nothing_of_16_bits: u16;
    takes_lose_nothing_of_32_bits: u32;
    takes_lose_nothing_of_64_bits: u64;
    takes_lose_nothing_of_a_usize: usize;
}

/// New threads, whose blocks the other threads do not know yet, record and take while the others do.
#[test]
fn nothing_wraps_around_zero_while_threads_start() {
    #[derive(AtomicState)]
    #[atomic_state(per_thread)]
    struct Sums {
        #[counter(take = take_sum)]
        sum: u64,
    }

    const THREADS: u64 = 40;
    for _ in 0..100 {
        let sums = SumsState::new();
        let over = AtomicBool::new(false);
        thread::scope(|scope| {
            let reader = scope.spawn(|| {
                while !over.load(Relaxed) {
                    let seen = sums.sum();
                    assert!(seen <= 2 * THREADS, "{seen} read");
                }
            });
            let takers: Vec<_> = (0..THREADS)
                .map(|_| {
                    scope.spawn(|| {
                        sums.record_sum(1);
                        sums.take_sum()
                    })
                })
                .collect();
            let taken = takers.into_iter().map(|taker| taker.join().unwrap());
            let taken: u64 = taken.inspect(|taken| assert!(*taken <= THREADS, "{taken} taken")).sum();
            over.store(true, Relaxed);
            assert_eq!(taken + sums.take_sum(), THREADS);
            reader.join().unwrap();
        });
    }
}

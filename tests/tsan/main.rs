//! Plain memory that one thread writes and another reads, for `ci/tsan.sh`. Told by a flag, the reader comes after the
//! writer. Told by a counter, it races with the writer, and ThreadSanitizer must say so.

use std::cell::UnsafeCell;
use std::thread;

use atomic_state::{Counter, Flag};

struct Plain(UnsafeCell<u64>);

// The point of this program: the flag makes it true, and the counter does not.
unsafe impl Sync for Plain {}

fn hand_over(tell: impl Fn() + Sync, is_told: impl Fn() -> bool + Sync) {
    let memory = &Plain(UnsafeCell::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            unsafe { *memory.0.get() = 7 };
            tell();
        });
        while !is_told() {
            thread::yield_now();
        }
        assert_eq!(unsafe { *memory.0.get() }, 7);
    });
}

fn main() {
    // On a busy machine, a race may go unseen now and then.
    for _ in 0..20 {
        match std::env::args().nth(1).as_deref() {
            Some("flag") => {
                let flag: Flag = Flag::new();
                hand_over(|| flag.set(), || flag.get());
            }
            Some("counter") => {
                let counter: Counter<u64> = Counter::new();
                hand_over(|| counter.increment(), || counter.get() > 0);
            }
            _ => panic!("tell by a `flag` or by a `counter`"),
        }
    }
}

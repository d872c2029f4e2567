//! What a snapshot costs beside a thread that does nothing but events, and what that thread's events cost then.

use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::AtomicState;

/// Forty counters, of which an event adds to all.
macro_rules! forty {
    ($($field:ident)*) => {
        #[derive(AtomicState)]
        #[atomic_state(per_thread)]
        #[allow(dead_code, reason = "what is read is not looked at")]
        struct Forty {
            $(#[counter(record = $field, get = _)] $field: u64,)*
        }

        fn event(state: &FortyState) {
            state.event(|event| { $(event.$field(1);)* });
        }
    };
}

forty! {
    a0 a1 a2 a3 a4 a5 a6 a7 a8 a9 b0 b1 b2 b3 b4 b5 b6 b7 b8 b9
    c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 d0 d1 d2 d3 d4 d5 d6 d7 d8 d9
}

const TURN: Duration = Duration::from_millis(300);

/// The times of a snapshot and of an event.
fn measure(reads: bool, writes: bool) -> (Option<Duration>, Option<Duration>, Duration) {
    let (state, over) = (FortyState::new(), AtomicBool::new(false));
    event(&state);
    thread::scope(|scope| {
        let recording = writes.then(|| {
            scope.spawn(|| {
                let (start, mut events) = (Instant::now(), 0);
                while !over.load(Relaxed) {
                    event(&state);
                    events += 1;
                }
                start.elapsed() / events
            })
        });
        let (start, mut snapshots, mut longest) = (Instant::now(), 0, Duration::ZERO);
        while start.elapsed() < TURN {
            if reads {
                let before = Instant::now();
                black_box(state.snapshot());
                longest = longest.max(before.elapsed());
                snapshots += 1;
            } else {
                thread::sleep(TURN);
            }
        }
        let snapshot = reads.then(|| start.elapsed() / snapshots);
        over.store(true, Relaxed);
        (snapshot, recording.map(|thread| thread.join().expect("it only records")), longest)
    })
}

pub(crate) fn run() {
    println!("\n## Forty counters, a thread that does nothing but events\n\n| | a snapshot | the longest | an event |");
    println!("| --- | ---: | ---: | ---: |");
    for (name, reads, writes) in [("a reader alone", true, false), ("events alone", false, true), ("both", true, true)]
    {
        let (snapshot, event, longest) = measure(reads, writes);
        let shown = |time: Option<Duration>| time.map_or_else(String::new, |time| format!("{time:?}"));
        println!("| {name} | {} | {longest:?} | {} |", shown(snapshot), shown(event));
    }
}

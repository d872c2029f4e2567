//! `#[flag]` fields.

use std::thread;

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Run {
    #[flag(clear = resume, try_set = try_stop)]
    stop: bool,
    #[flag(set = arm, get = is_armed, ordering = SeqCst)]
    armed: bool,
}

#[test]
fn a_flag_is_set_and_unset() {
    let run = RunState::new();
    assert!(!run.stop());
    run.set_stop();
    assert!(run.stop());
    run.set_stop();
    assert!(run.stop());
    run.resume();
    assert!(!run.stop());
}

#[test]
fn flags_do_not_touch_each_other() {
    let run = RunState::new();
    run.arm();
    assert!(run.is_armed());
    assert!(!run.stop());
}

#[test]
fn try_set_is_true_for_exactly_one_caller() {
    for _ in 0..100 {
        let run = RunState::new();
        let winners = thread::scope(|scope| {
            let callers: Vec<_> = (0..4).map(|_| scope.spawn(|| run.try_stop())).collect();
            callers.into_iter().map(|caller| u32::from(caller.join().unwrap())).sum::<u32>()
        });
        assert_eq!(winners, 1);
        assert!(run.stop());
    }
}

#[test]
fn a_worker_stops_when_told_and_its_counts_are_seen() {
    #[derive(AtomicState)]
    struct Worker {
        #[counter(increment = tick)]
        ticks: u64,
        #[flag(set = finish)]
        finished: bool,
        #[flag]
        stop: bool,
    }

    let state = WorkerState::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            while !state.stop() {
                state.tick();
            }
            state.finish();
        });
        while state.ticks() == 0 {
            thread::yield_now();
        }
        state.set_stop();
        loop {
            let seen = state.snapshot();
            if seen.finished {
                assert_eq!(seen.ticks, state.ticks(), "nothing is recorded after `finish`, and all before it is seen");
                break;
            }
        }
    });
}

/// The model checker knows no difference between these and weaker ones, so they are compared here.
#[test]
fn orderings_are_what_their_names_say() {
    use std::sync::atomic::Ordering;

    use atomic_state::ordering::{AcqRel, Order, Relaxed, SeqCst};

    fn of<O: Order>() -> [Ordering; 3] {
        [O::LOAD, O::STORE, O::MODIFY]
    }

    assert_eq!(of::<Relaxed>(), [Ordering::Relaxed; 3]);
    assert_eq!(of::<AcqRel>(), [Ordering::Acquire, Ordering::Release, Ordering::AcqRel]);
    assert_eq!(of::<SeqCst>(), [Ordering::SeqCst; 3]);
}

//! `#[flag(wait = …)]`: threads that wait.

use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::ordering::{AcqRel, SeqCst};
use atomic_state::{AtomicState, Flag, WaitFlag};

/// Long enough that only a lost wake-up reaches it.
const FOREVER: Duration = Duration::from_secs(60);
const MOMENT: Duration = Duration::from_millis(20);

#[derive(AtomicState, Debug, PartialEq)]
struct Worker {
    #[counter]
    jobs: u64,
    #[flag(wait = until_stopped, clear = go_on, try_set = try_stop)]
    stop: bool,
    #[flag(wait = until_done, ordering = SeqCst)]
    done: bool,
}

/// Waits, and fails if the time runs out. That checks the wake-up itself: the flag may be set by then.
fn must_be_woken(worker: &WorkerState) {
    let start = Instant::now();
    assert!(worker.until_stopped().wait_timeout(FOREVER));
    assert!(start.elapsed() < FOREVER, "nothing woke it");
}

#[test]
fn a_set_flag_ends_each_wait_at_once() {
    let worker = WorkerState::from(Worker { jobs: 0, stop: true, done: true });
    worker.until_stopped().wait();
    worker.until_done().wait();
    assert!(worker.until_stopped().wait_timeout(Duration::ZERO));
    assert!(worker.until_stopped().wait_deadline(Instant::now()));
}

#[test]
fn an_unset_flag_ends_no_wait_before_its_time() {
    let worker = WorkerState::new();
    let start = Instant::now();
    assert!(!worker.until_stopped().wait_timeout(MOMENT));
    assert!(!worker.until_stopped().wait_deadline(start + 2 * MOMENT));
    assert!(start.elapsed() >= 2 * MOMENT);
}

#[test]
fn setting_wakes_all_who_wait() {
    let worker = WorkerState::new();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| must_be_woken(&worker));
            scope.spawn(|| worker.until_stopped().wait());
        }
        thread::sleep(MOMENT);
        worker.set_stop();
    });
}

#[test]
fn try_set_wakes_too() {
    let worker = WorkerState::new();
    thread::scope(|scope| {
        scope.spawn(|| must_be_woken(&worker));
        thread::sleep(MOMENT);
        assert!(worker.try_stop());
        assert!(!worker.try_stop());
    });
}

#[test]
fn merging_a_batch_that_has_it_set_wakes_too() {
    let worker = WorkerState::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            must_be_woken(&worker);
            assert_eq!(worker.jobs(), 3);
        });
        thread::sleep(MOMENT);
        worker.merge(&Worker { jobs: 3, stop: true, done: false });
    });
}

#[test]
fn what_the_setter_did_is_visible_after_the_wait() {
    for _ in 0..200 {
        let worker = WorkerState::new();
        thread::scope(|scope| {
            scope.spawn(|| {
                worker.record_jobs(7);
                worker.set_stop();
            });
            worker.until_stopped().wait();
            assert_eq!(worker.jobs(), 7);
        });
    }
}

/// `unpark` is everyone's: it may wake a thread in the middle of a wait, or before.
#[test]
fn a_thread_that_others_unpark_goes_on_waiting() {
    let worker = WorkerState::new();
    thread::scope(|scope| {
        let waiter = scope.spawn(|| {
            thread::current().unpark();
            must_be_woken(&worker);
        });
        for _ in 0..5 {
            waiter.thread().unpark();
            thread::sleep(MOMENT / 5);
        }
        assert!(!waiter.is_finished(), "an unset flag ended the wait");
        worker.set_stop();
    });
}

#[test]
fn clearing_leaves_those_who_wait_waiting() {
    let worker = WorkerState::new();
    thread::scope(|scope| {
        let waiter = scope.spawn(|| must_be_woken(&worker));
        thread::sleep(MOMENT);
        worker.go_on();
        thread::sleep(MOMENT);
        assert!(!waiter.is_finished(), "an unset flag ended the wait");
        worker.set_stop();
    });
}

#[test]
fn try_clear_is_true_for_exactly_one_caller() {
    fn clears(try_clear: impl Fn() -> bool + Sync) -> usize {
        thread::scope(|scope| {
            let callers = [(); 4].map(|()| scope.spawn(&try_clear));
            callers.into_iter().map(|caller| usize::from(caller.join().unwrap())).sum()
        })
    }

    for _ in 0..100 {
        let plain = Flag::<AcqRel>::from(true);
        assert_eq!(clears(|| plain.try_clear()), 1);
        assert!(!plain.get());
        let awaited = WaitFlag::<SeqCst>::from(true);
        assert_eq!(clears(|| awaited.try_clear()), 1);
        assert!(!awaited.get());
    }
}

#[test]
fn a_cleared_flag_can_be_waited_for_again() {
    let worker = WorkerState::new();
    worker.set_stop();
    worker.until_stopped().wait();
    worker.go_on();
    assert!(!worker.until_stopped().wait_timeout(MOMENT));
}

#[test]
fn the_longest_timeout_is_no_overflow() {
    let worker = Arc::new(WorkerState::new());
    let waiter = Arc::clone(&worker);
    let waiter = thread::spawn(move || waiter.until_stopped().wait_timeout(Duration::MAX));
    thread::sleep(MOMENT);
    worker.set_stop();
    assert!(waiter.join().unwrap());
}

#[test]
fn a_static_state_can_be_waited_for() {
    static WORKER: WorkerState = WorkerState::new();
    let waiter = thread::spawn(|| WORKER.until_done().wait());
    WORKER.set_done();
    waiter.join().unwrap();
}

#[test]
fn an_alias_of_bool_can_be_waited_for() {
    type Answer = bool;

    #[derive(AtomicState)]
    struct Question {
        #[flag(wait = until_answered)]
        answered: Answer,
    }

    let question = QuestionState::from(Question { answered: true });
    question.until_answered().wait();
}

#[test]
fn the_other_methods_are_as_without_a_wait() {
    let worker = WorkerState::new();
    worker.set_stop();
    assert!(worker.stop());
    assert_eq!(worker.snapshot(), Worker { jobs: 0, stop: true, done: false });
    assert_eq!(format!("{worker:?}"), "WorkerState { jobs: 0, stop: true, done: false }");
    worker.go_on();
    assert!(!worker.take().stop);
}

#[test]
fn only_a_flag_that_is_waited_for_is_larger() {
    assert_eq!(size_of::<Flag>(), 1);
    assert!(size_of::<WaitFlag>() <= 4 * size_of::<u64>());
}

/// Waiters arrive before, while and after the flag is set, many times over.
#[test]
fn no_wake_up_is_lost() {
    const THREADS: usize = 4;
    for _ in 0..2_000 {
        let worker = WorkerState::new();
        let barrier = Barrier::new(THREADS + 1);
        thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    barrier.wait();
                    must_be_woken(&worker);
                });
            }
            barrier.wait();
            worker.set_stop();
        });
    }
}

/// Two threads hand a turn to and fro, so that each flag is waited for, set and cleared again and again.
#[test]
fn no_wake_up_is_lost_between_clears() {
    const TURNS: u64 = 20_000;
    let [left, right]: [WaitFlag; 2] = [WaitFlag::new(), WaitFlag::new()];
    let take_turns = |mine: &WaitFlag, theirs: &WaitFlag| {
        for _ in 0..TURNS {
            let start = Instant::now();
            assert!(mine.wait().wait_timeout(FOREVER));
            assert!(start.elapsed() < FOREVER, "nothing woke it");
            mine.clear();
            theirs.set();
        }
    };
    thread::scope(|scope| {
        scope.spawn(|| take_turns(&left, &right));
        scope.spawn(|| take_turns(&right, &left));
        left.set();
    });
}

//! Waiting for a flag: no wake-up is lost, and promise 1 holds for who waits.
//!
//! A lost wake-up shows as a deadlock, which the model checker reports. The event that puts threads to sleep is the
//! model checker's own here; what is checked is how a flag uses it, which `weaken.sh` breaks in several ways.

use std::sync::Arc;
use std::time::Duration;

use atomic_state::ordering::weakened::{LoadRelaxed, StoreRelaxed};
use atomic_state::ordering::{AcqRel, Publish, SeqCst};
use atomic_state::{AtomicState, WaitFlag};
use loom::future::block_on;
use loom::sync::atomic::{AtomicU64, Ordering::Relaxed};
use loom::thread;

use super::must_fail;

#[derive(AtomicState)]
struct Worker {
    #[counter]
    jobs: u64,
    #[flag(wait = until_stopped, try_set = try_stop, clear = go_on)]
    stop: bool,
}

/// One thread sets, another waits in each of the ways there are.
fn wakes(set: fn(&WorkerState), wait: fn(&WorkerState)) {
    loom::model(move || {
        let worker = Arc::new(WorkerState::new());
        let setter = Arc::clone(&worker);
        let setter = thread::spawn(move || {
            setter.record_jobs(5);
            set(&setter);
        });
        wait(&worker);
        assert_eq!(worker.jobs(), 5, "what was recorded before");
        setter.join().unwrap();
    });
}

#[test]
fn a_thread_is_woken() {
    wakes(WorkerState::set_stop, |worker| worker.until_stopped().wait());
}

#[test]
fn a_thread_with_time_left_is_woken() {
    wakes(WorkerState::set_stop, |worker| assert!(worker.until_stopped().wait_timeout(Duration::from_secs(3600))));
}

#[test]
fn a_task_is_woken() {
    wakes(WorkerState::set_stop, |worker| block_on(worker.until_stopped()));
}

#[test]
fn try_set_wakes() {
    wakes(|worker| assert!(worker.try_stop()), |worker| worker.until_stopped().wait());
}

#[test]
fn a_merge_wakes() {
    wakes(|worker| worker.merge(&Worker { jobs: 0, stop: true }), |worker| worker.until_stopped().wait());
}

#[test]
fn two_threads_are_woken() {
    loom::model(|| {
        let worker = Arc::new(WorkerState::new());
        let waiters = [(); 2].map(|()| {
            let worker = Arc::clone(&worker);
            thread::spawn(move || worker.until_stopped().wait())
        });
        worker.set_stop();
        for waiter in waiters {
            waiter.join().unwrap();
        }
    });
}

#[test]
fn of_two_that_set_one_wakes() {
    loom::model(|| {
        let worker = Arc::new(WorkerState::new());
        let setters = [(); 2].map(|()| {
            let worker = Arc::clone(&worker);
            thread::spawn(move || worker.set_stop())
        });
        worker.until_stopped().wait();
        for setter in setters {
            setter.join().unwrap();
        }
    });
}

/// Who clears a flag that is not set does not make the setter overlook who waits.
#[test]
fn clearing_hides_no_one_who_waits() {
    loom::model(|| {
        let worker = Arc::new(WorkerState::new());
        let waiter = Arc::clone(&worker);
        let waiter = thread::spawn(move || waiter.until_stopped().wait());
        worker.go_on();
        worker.set_stop();
        waiter.join().unwrap();
    });
}

/// One that gives up must not take with it what tells the setter of the other.
#[test]
fn one_that_gives_up_hides_no_one_who_waits() {
    loom::model(|| {
        let worker = Arc::new(WorkerState::new());
        let waiter = Arc::clone(&worker);
        let waiter = thread::spawn(move || waiter.until_stopped().wait());
        let _ = worker.until_stopped().wait_timeout(Duration::ZERO);
        worker.set_stop();
        waiter.join().unwrap();
    });
}

/// Memory elsewhere, written before the flag is set and read after the wait.
fn publishes<O: Publish + Send + Sync + 'static>() {
    loom::model(|| {
        let shared = Arc::new((WaitFlag::<O>::new(), AtomicU64::new(0)));
        let setter = Arc::clone(&shared);
        let setter = thread::spawn(move || {
            setter.1.store(7, Relaxed);
            setter.0.set();
        });
        shared.0.wait().wait();
        assert_eq!(shared.1.load(Relaxed), 7, "what was written elsewhere");
        setter.join().unwrap();
    });
}

#[test]
fn what_the_setter_did_is_visible_after_the_wait() {
    publishes::<AcqRel>();
    publishes::<SeqCst>();
}

#[test]
fn losers_of_try_set_see_the_winner() {
    loom::model(|| {
        let shared = Arc::new((WaitFlag::<AcqRel>::new(), AtomicU64::new(0)));
        let winner = Arc::clone(&shared);
        let winner = thread::spawn(move || {
            winner.1.store(7, Relaxed);
            winner.0.try_set()
        });
        let lost = !shared.0.try_set();
        if lost {
            assert_eq!(shared.1.load(Relaxed), 7, "what the winner did");
        }
        assert_eq!(winner.join().unwrap(), lost);
    });
}

#[test]
fn clearing_publishes() {
    loom::model(|| {
        let shared = Arc::new((WaitFlag::<AcqRel>::from(true), AtomicU64::new(0)));
        let clears = Arc::clone(&shared);
        let clears = thread::spawn(move || {
            clears.1.store(7, Relaxed);
            clears.0.clear();
        });
        if !shared.0.get() {
            assert_eq!(shared.1.load(Relaxed), 7, "what was done before it was cleared");
        }
        clears.join().unwrap();
    });
}

#[test]
fn twin_with_a_relaxed_load() {
    must_fail(publishes::<LoadRelaxed>);
}

#[test]
fn twin_with_a_relaxed_store() {
    must_fail(publishes::<StoreRelaxed>);
}

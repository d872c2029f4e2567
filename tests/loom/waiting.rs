//! Waiting for a flag: no wake-up is lost, and promise 1 holds for who waits.
//!
//! A lost wake-up shows as a deadlock, which the model checker reports. The list of those who wait is the one that is
//! used elsewhere, over the model checker's lock and atomics. `weaken.sh` breaks it in several ways.

use std::sync::Arc;
use std::task::{Context, Waker};
use std::{future::Future, pin::Pin, time::Duration};

use atomic_state::ordering::weakened::{LoadRelaxed, StoreRelaxed};
use atomic_state::ordering::{AcqRel, Publish, SeqCst};
use atomic_state::{AtomicState, WaitFlag};
use loom::sync::atomic::{AtomicU64, Ordering::Relaxed};
use loom::{future::block_on, thread};

use super::{explore, explore_most, must_fail};

#[derive(AtomicState)]
struct Worker {
    #[counter]
    jobs: u64,
    #[flag(wait = until_stopped, try_set = try_stop, clear = go_on)]
    stop: bool,
}

fn spawn(worker: &Arc<WorkerState>, run: fn(&WorkerState)) -> thread::JoinHandle<()> {
    let worker = Arc::clone(worker);
    thread::spawn(move || run(&worker))
}

/// One thread sets, another waits in each of the ways there are.
fn wakes(set: fn(&WorkerState), wait: fn(&WorkerState)) {
    explore(100, move || {
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
    explore_most(5_000, || {
        let worker = Arc::new(WorkerState::new());
        let waiters = [(); 2].map(|()| spawn(&worker, |worker| worker.until_stopped().wait()));
        worker.set_stop();
        for waiter in waiters {
            waiter.join().unwrap();
        }
    });
}

#[test]
fn of_two_that_set_one_wakes() {
    explore_most(3_000, || {
        let worker = Arc::new(WorkerState::new());
        let setters = [(); 2].map(|()| spawn(&worker, WorkerState::set_stop));
        worker.until_stopped().wait();
        for setter in setters {
            setter.join().unwrap();
        }
    });
}

/// Who clears a flag that is not set does not make the setter overlook who waits.
#[test]
fn clearing_hides_no_one_who_waits() {
    explore(150, || {
        let worker = Arc::new(WorkerState::new());
        let waiter = spawn(&worker, |worker| worker.until_stopped().wait());
        worker.go_on();
        worker.set_stop();
        waiter.join().unwrap();
    });
}

/// One that gives up must not take with it what tells the setter of the other.
#[test]
fn one_that_gives_up_hides_no_one_who_waits() {
    explore(2_000, || {
        let worker = Arc::new(WorkerState::new());
        let waiter = spawn(&worker, |worker| worker.until_stopped().wait());
        give_up(&worker);
        worker.set_stop();
        waiter.join().unwrap();
    });
}

/// Waits, and no longer.
fn give_up(worker: &WorkerState) {
    let mut wait = worker.until_stopped();
    _ = Pin::new(&mut wait).poll(&mut Context::from_waker(Waker::noop()));
}

/// A setter that is late to wake those it found, while the flag is cleared, waited for and set again.
#[test]
fn a_wake_up_under_way_hides_no_one_who_waits() {
    explore_most(3_000, || {
        let worker = Arc::new(WorkerState::new());
        let waiter = spawn(&worker, |worker| worker.until_stopped().wait());
        let setter = spawn(&worker, WorkerState::set_stop);
        worker.go_on();
        worker.set_stop();
        waiter.join().unwrap();
        setter.join().unwrap();
    });
}

/// A task that is dropped while it may be under way to be woken.
#[test]
fn one_that_is_dropped_hides_no_one_who_waits() {
    explore_most(5_000, || {
        let worker = Arc::new(WorkerState::new());
        let waiter = spawn(&worker, |worker| worker.until_stopped().wait());
        let setter = spawn(&worker, WorkerState::set_stop);
        give_up(&worker);
        waiter.join().unwrap();
        setter.join().unwrap();
    });
}

/// A wait whose waker is replaced is woken by the one that it was given last.
#[test]
fn a_replaced_waker_wakes() {
    wakes(WorkerState::set_stop, |worker| {
        let mut wait = worker.until_stopped();
        _ = Pin::new(&mut wait).poll(&mut Context::from_waker(Waker::noop()));
        wait.wait();
    });
}

/// Memory elsewhere, written before the flag is set and read after the wait.
fn publishes<O: Publish + Send + Sync + 'static>() {
    explore(100, || {
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
    explore(4, || {
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
    explore(6, || {
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
fn of_two_that_clear_one_sees_the_setter() {
    explore_most(30, || {
        let shared = Arc::new((WaitFlag::<AcqRel>::new(), AtomicU64::new(0)));
        let setter = Arc::clone(&shared);
        let setter = thread::spawn(move || {
            setter.1.store(7, Relaxed);
            setter.0.set();
        });
        let clears = Arc::clone(&shared);
        let clears = thread::spawn(move || clears.0.try_clear());
        let cleared = shared.0.try_clear();
        if cleared {
            assert_eq!(shared.1.load(Relaxed), 7, "what the setter did");
        }
        setter.join().unwrap();
        let cleared = u8::from(cleared) + u8::from(clears.join().unwrap());
        assert_eq!(u8::from(shared.0.get()) + cleared, 1);
    });
}

/// Without memory elsewhere: only the wake-up itself can fail.
fn is_woken<O: Publish + Send + Sync + 'static>() {
    explore(50, || {
        let flag = Arc::new(WaitFlag::<O>::new());
        let waiter = Arc::clone(&flag);
        let waiter = thread::spawn(move || waiter.wait().wait());
        flag.set();
        waiter.join().unwrap();
    });
}

#[test]
fn no_ordering_loses_a_wake_up() {
    is_woken::<AcqRel>();
    is_woken::<SeqCst>();
}

/// The second look does not publish that someone waits.
#[test]
fn twin_whose_second_look_only_acquires() {
    must_fail(is_woken::<StoreRelaxed>);
}

/// The setter does not see who waits.
#[test]
fn twin_whose_setter_only_releases() {
    must_fail(is_woken::<LoadRelaxed>);
}

#[test]
fn twin_with_a_relaxed_load() {
    must_fail(publishes::<LoadRelaxed>);
}

#[test]
fn twin_with_a_relaxed_store() {
    must_fail(publishes::<StoreRelaxed>);
}

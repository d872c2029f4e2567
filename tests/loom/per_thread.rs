//! The promises, for a state whose numbers are kept per thread.
//!
//! Under the model checker a thread hands its block on after each record, so these models also check what orders the
//! block's last writer before its next.

use std::sync::Arc;

use atomic_state::AtomicState;
use loom::thread::{self, JoinHandle};

use super::{explore, explore_most, must_fail};

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter(increment = add_job, take = take_jobs)]
    jobs: u8,
    #[gauge(per_thread)]
    in_flight: u32,
    #[max]
    largest: Option<u32>,
    #[flag]
    stop: bool,
}

/// Another thread with the same state.
fn spawn<T: 'static>(worker: &Arc<WorkerState>, run: fn(&WorkerState) -> T) -> JoinHandle<T> {
    let worker = Arc::clone(worker);
    thread::spawn(move || run(&worker))
}

#[test]
fn a_snapshot_after_joins_is_exact() {
    explore_most(500, || {
        let worker = Arc::new(WorkerState::new());
        let others = [(); 2].map(|()| spawn(&worker, |worker| worker.record_jobs(2)));
        worker.add_job();
        worker.add_job();
        for other in others {
            other.join().unwrap();
        }
        assert_eq!(worker.snapshot().jobs, 6);
    });
}

#[test]
fn merges_add_up() {
    explore(10, || {
        let worker = Arc::new(WorkerState::new());
        let merge = |worker: &WorkerState| {
            worker.merge(&Worker { jobs: 2, in_flight: 1, largest: Some(6), stop: false });
        };
        let other = spawn(&worker, merge);
        merge(&worker);
        other.join().unwrap();
        let seen = worker.snapshot();
        assert_eq!((seen.jobs, seen.in_flight, seen.largest), (4, 2, Some(6)));
    });
}

#[test]
fn a_view_loses_nothing() {
    explore(100, || {
        let worker = Arc::new(WorkerState::new());
        let other = spawn(&worker, |worker| {
            let local = worker.local();
            local.add_job();
            worker.add_job();
            local.add_job();
        });
        worker.local().add_job();
        worker.add_job();
        other.join().unwrap();
        assert_eq!(worker.jobs(), 5);
    });
}

#[test]
fn a_gauge_that_is_lowered_elsewhere_ends_exact() {
    explore(150, || {
        let worker = Arc::new(WorkerState::new());
        let lowers = spawn(&worker, |worker| worker.sub_in_flight(1));
        worker.add_in_flight(1);
        assert!(worker.in_flight() <= 1);
        lowers.join().unwrap();
        assert_eq!(worker.in_flight(), 0);
    });
}

#[test]
fn a_take_beside_a_recorder_loses_nothing() {
    explore_most(10_000, || {
        let worker = Arc::new(WorkerState::new());
        let taker = spawn(&worker, WorkerState::take);
        worker.record_jobs(200);
        worker.record_largest(1);
        worker.record_jobs(100);
        worker.record_largest(2);
        let taken = taker.join().unwrap();
        let rest = worker.take();
        assert_eq!(taken.jobs.wrapping_add(rest.jobs), 44, "300 of 8 bits");
        assert_eq!(taken.largest.max(rest.largest), Some(2));
        let empty = worker.snapshot();
        assert_eq!((empty.jobs, empty.largest), (0, None));
    });
}

#[test]
fn concurrent_takes_lose_nothing_and_see_nothing_twice() {
    explore_most(1_000, || {
        let worker = Arc::new(WorkerState::new());
        let takers = [(); 2].map(|()| spawn(&worker, WorkerState::take_jobs));
        worker.record_jobs(3);
        let [first, second] = takers.map(|taker| taker.join().unwrap());
        assert!(first <= 3 && second <= 3, "{first} and {second}");
        assert_eq!(first + second + worker.take_jobs(), 3);
    });
}

/// Who sees that something was taken sees it recorded, and so nothing that wraps around zero.
#[test]
fn a_read_beside_a_take_is_what_was_there_before_it_or_after() {
    explore_most(2_000, || {
        let worker = Arc::new(WorkerState::new());
        let others = [spawn(&worker, WorkerState::jobs), spawn(&worker, WorkerState::take_jobs)];
        worker.record_jobs(5);
        let [seen, taken] = others.map(|other| other.join().unwrap());
        assert!(seen == 0 || seen == 5, "{seen}");
        assert_eq!(taken + worker.jobs(), 5);
    });
}

#[test]
fn what_a_thread_records_after_its_take_is_not_added_to_what_it_took() {
    explore(3_000, || {
        let worker = Arc::new(WorkerState::new());
        let reader = spawn(&worker, WorkerState::jobs);
        worker.record_jobs(5);
        assert_eq!(worker.take_jobs(), 5);
        worker.record_jobs(3);
        let seen = reader.join().unwrap();
        assert!([0, 3, 5].contains(&seen), "{seen}");
    });
}

#[test]
fn a_snapshot_honors_a_flag() {
    explore(3_000, || {
        let worker = Arc::new(WorkerState::new());
        let reader = spawn(&worker, WorkerState::snapshot);
        worker.record_jobs(5);
        worker.record_largest(6);
        worker.set_stop();
        let seen = reader.join().unwrap();
        if seen.stop {
            assert_eq!((seen.jobs, seen.largest), (5, Some(6)));
        }
    });
}

/// Without the flag, an earlier record may be missing where a later one is seen.
#[test]
fn twin_that_looks_at_no_flag() {
    must_fail(|| {
        explore(1, || {
            let worker = Arc::new(WorkerState::new());
            let reader = spawn(&worker, |worker| worker.largest().map(|_| worker.jobs()));
            worker.record_jobs(5);
            worker.record_largest(6);
            assert_ne!(reader.join().unwrap(), Some(0));
        });
    });
}

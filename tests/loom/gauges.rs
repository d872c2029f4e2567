//! Gauges that are waited for, and gauges that keep their peak.

use std::sync::Arc;

use atomic_state::__private::{Wakers, WatchedGauge, wait_zero};
use atomic_state::AtomicState;
use atomic_state::ordering::weakened::{LoadRelaxed, StoreRelaxed};
use atomic_state::ordering::{AcqRel, Order, SeqCst};
use loom::future::block_on;
use loom::sync::atomic::{AtomicU64, Ordering::Relaxed};
use loom::thread;

use super::flag_publishes::publishes;
use super::{explore, explore_most, must_fail};

#[derive(AtomicState)]
struct Server {
    #[gauge(guard = enter, try_guard = try_enter, set = reset, wait_zero = drained)]
    in_flight: u32,
    #[max(of = in_flight, take = take_peak)]
    peak: u32,
    #[flag(set = stop, get = is_stopping)]
    stopping: bool,
    #[counter(increment = serve)]
    served: u64,
}

/// The last holder gives its part back while someone begins to wait.
fn drains(give_back: fn(&ServerState), wait: fn(&ServerState)) {
    explore(80, move || {
        let server = Arc::new(ServerState::new());
        server.add_in_flight(1);
        let holder = Arc::clone(&server);
        let holder = thread::spawn(move || {
            holder.serve();
            give_back(&holder);
        });
        wait(&server);
        assert_eq!(server.served(), 1, "what the holder did");
        holder.join().unwrap();
    });
}

#[test]
fn a_thread_sees_the_last_guard_go() {
    drains(|server| server.sub_in_flight(1), |server| server.drained().wait());
}

#[test]
fn a_task_sees_the_last_guard_go() {
    drains(|server| server.sub_in_flight(1), |server| block_on(server.drained()));
}

#[test]
fn a_level_that_is_set_to_zero_ends_the_wait() {
    drains(|server| server.reset(0), |server| server.drained().wait());
}

#[test]
fn of_two_holders_the_last_ends_the_wait() {
    explore_most(1_000, || {
        let server = Arc::new(ServerState::new());
        server.add_in_flight(2);
        let holders = [(); 2].map(|()| {
            let holder = Arc::clone(&server);
            thread::spawn(move || {
                holder.serve();
                holder.sub_in_flight(1);
            })
        });
        server.drained().wait();
        assert_eq!(server.served(), 2, "what both holders did");
        for holder in holders {
            holder.join().unwrap();
        }
    });
}

/// The usual end of a service: stop admitting, then wait until nobody is in flight.
#[test]
fn a_drain_after_a_stop_misses_nothing() {
    explore(300, || {
        let server = Arc::new(ServerState::new());
        let worker = Arc::clone(&server);
        let worker = thread::spawn(move || {
            let guard = worker.enter();
            if !worker.is_stopping() {
                worker.serve();
            }
            drop(guard);
        });
        server.stop();
        server.drained().wait();
        worker.join().unwrap();
        assert_eq!(server.in_flight(), 0);
    });
}

/// Whoever waits for zero sees plain memory that the holder wrote.
fn zero_publishes<O: Order + Send + Sync + 'static>() {
    explore(80, || {
        let gauge = Arc::new(WatchedGauge::<u32, O, (), Wakers>::new());
        let memory = Arc::new(AtomicU64::new(0));
        gauge.increment();
        let (holder, written) = (Arc::clone(&gauge), Arc::clone(&memory));
        let holder = thread::spawn(move || {
            written.store(1, Relaxed);
            holder.decrement();
        });
        wait_zero(&gauge).wait();
        assert_eq!(memory.load(Relaxed), 1);
        holder.join().unwrap();
    });
}

#[test]
fn zero_publishes_what_the_holders_did() {
    zero_publishes::<AcqRel>();
    zero_publishes::<SeqCst>();
}

/// The look that finds zero is a Relaxed load.
#[test]
fn zero_publishes_twin_relaxed_load() {
    must_fail(zero_publishes::<LoadRelaxed>);
}

/// The change that makes it zero publishes nothing.
#[test]
fn zero_publishes_twin_relaxed_change() {
    must_fail(zero_publishes::<StoreRelaxed>);
}

#[test]
fn a_raised_level_publishes() {
    publishes(
        ServerState::new,
        |server| {
            server.record_served(5);
            server.add_in_flight(1);
        },
        |server| (server.in_flight() == 1).then(|| server.served()),
    );
}

#[test]
fn two_that_come_at_once_pass_no_limit() {
    explore(4, || {
        let server = Arc::new(ServerState::new());
        let other = Arc::clone(&server);
        let other = thread::spawn(move || other.try_enter(1).map(std::mem::forget).is_some());
        let here = server.try_enter(1).map(std::mem::forget).is_some();
        let there = other.join().unwrap();
        assert!(here != there, "exactly one is admitted");
        assert_eq!(server.in_flight(), 1);
    });
}

#[test]
fn no_peak_is_lost_beside_a_take() {
    explore(500, || {
        let server = Arc::new(ServerState::new());
        let recorder = Arc::clone(&server);
        let recorder = thread::spawn(move || {
            recorder.add_in_flight(2);
            recorder.sub_in_flight(2);
        });
        let taken = server.take_peak();
        recorder.join().unwrap();
        assert_eq!(taken.max(server.take_peak()), 2);
        assert_eq!(server.peak(), 0, "a take starts anew at the level there is");
    });
}

#[test]
fn no_level_of_a_snapshot_is_above_its_peak() {
    explore_most(800, || {
        let server = Arc::new(ServerState::new());
        let recorder = Arc::clone(&server);
        let recorder = thread::spawn(move || {
            recorder.add_in_flight(1);
            recorder.add_in_flight(1);
            recorder.sub_in_flight(2);
        });
        let seen = server.take();
        assert!(seen.peak >= seen.in_flight);
        let seen = server.snapshot();
        assert!(seen.peak >= seen.in_flight);
        recorder.join().unwrap();
    });
}

/// A gauge with a peak that nobody waits for.
#[derive(AtomicState)]
struct Queue {
    #[gauge]
    queued: u8,
    #[max(of = queued, take = take_longest)]
    longest: u8,
}

/// A change that finds the peak high enough leaves it alone, and the take lowers the peak meanwhile.
#[test]
fn a_level_that_outlives_a_take_is_in_the_next_peak() {
    explore(40, || {
        let queue = Arc::new(QueueState::new());
        queue.add_queued(3);
        queue.sub_queued(3);
        let taker = Arc::clone(&queue);
        let taker = thread::spawn(move || taker.take_longest());
        queue.add_queued(3);
        assert_eq!(taker.join().unwrap(), 3);
        queue.sub_queued(3);
        assert_eq!(queue.longest(), 3);
    });
}

#[test]
fn of_two_changes_the_higher_level_is_the_peak() {
    explore(10, || {
        let queue = Arc::new(QueueState::new());
        let other = Arc::clone(&queue);
        let other = thread::spawn(move || other.add_queued(1));
        queue.add_queued(1);
        other.join().unwrap();
        queue.sub_queued(2);
        assert_eq!(queue.longest(), 2);
    });
}

//! `#[atomic_state(per_thread)]`: threads that come and go, and the views that they hold.

use std::cell::RefCell;
use std::sync::Barrier;
use std::thread;

use atomic_state::AtomicState;

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter(increment = add_job)]
    jobs: u64,
    #[gauge]
    in_flight: i32,
    #[max]
    largest: u32,
    #[flag]
    stop: bool,
}

/// Runs something when its thread-local is destroyed.
struct AtTheEnd(Box<dyn FnMut()>);

impl Drop for AtTheEnd {
    fn drop(&mut self) {
        (self.0)();
    }
}

thread_local! {
    static FIRST: RefCell<Option<AtTheEnd>> = const { RefCell::new(None) };
    static LAST: RefCell<Option<AtTheEnd>> = const { RefCell::new(None) };
}

fn at_the_end(local: &'static thread::LocalKey<RefCell<Option<AtTheEnd>>>, run: impl FnMut() + 'static) {
    local.set(Some(AtTheEnd(Box::new(run))));
}

#[test]
fn the_destructors_of_thread_locals_lose_nothing() {
    static WORKER: WorkerState = WorkerState::new();
    const THREADS: u64 = 50;
    for _ in 0..THREADS {
        let ended = thread::spawn(|| {
            // Destroyed after what this crate keeps on the thread, and before: the order is that of registration, or
            // its reverse.
            at_the_end(&FIRST, || WORKER.add_job());
            WORKER.add_job();
            at_the_end(&LAST, || WORKER.add_job());
        });
        ended.join().unwrap();
    }
    assert_eq!(WORKER.jobs(), 3 * THREADS);
}

#[test]
fn a_thread_that_records_in_a_destructor_only_loses_nothing() {
    static WORKER: WorkerState = WorkerState::new();
    thread::spawn(|| at_the_end(&FIRST, || (0..3).for_each(|_| WORKER.add_job()))).join().unwrap();
    assert_eq!(WORKER.jobs(), 3);
}

/// A destructor that records when its thread's number has gone back, while a thread that got the number records too.
/// `first` is what the destructor does before that thread starts.
fn destructors_beside_new_threads(worker: &'static WorkerState, meanwhile: &'static Barrier, first: fn(&WorkerState)) {
    const EACH: u64 = 200_000;
    // Other tests may get the number instead, so there are several tries.
    const TRIES: u64 = 10;
    let record = || {
        meanwhile.wait();
        (0..EACH).for_each(|_| worker.add_job());
    };
    let mut recorded = 0;
    for _ in 0..TRIES {
        let ending = thread::spawn(move || {
            at_the_end(&FIRST, move || {
                first(worker);
                let starting = thread::spawn(move || {
                    worker.add_job();
                    record();
                });
                record();
                starting.join().unwrap();
            });
            worker.add_job();
        });
        ending.join().unwrap();
        recorded += 2 * (EACH + 1);
    }
    assert_eq!(worker.jobs(), recorded);
}

#[test]
fn a_destructor_shares_no_block_with_a_thread_that_starts() {
    static WORKER: WorkerState = WorkerState::new();
    static MEANWHILE: Barrier = Barrier::new(2);
    destructors_beside_new_threads(&WORKER, &MEANWHILE, |_| ());
}

/// The number that the destructor used for its first record has gone back after it.
#[test]
fn a_destructor_that_has_recorded_shares_no_block_with_a_thread_that_starts() {
    static WORKER: WorkerState = WorkerState::new();
    static MEANWHILE: Barrier = Barrier::new(2);
    destructors_beside_new_threads(&WORKER, &MEANWHILE, |worker| worker.record_largest(7));
}

/// A view that outlives the thread's other locals keeps its block: no thread that starts meanwhile is given it.
#[test]
fn a_view_in_a_thread_local_keeps_its_block() {
    static WORKER: WorkerState = WorkerState::new();
    static MEANWHILE: Barrier = Barrier::new(2);
    const EACH: u64 = 100_000;
    let ending = thread::spawn(|| {
        // On some platforms, the first thread-local to be registered is the last to be destroyed.
        at_the_end(&FIRST, || ());
        let view = WORKER.local();
        at_the_end(&FIRST, move || {
            MEANWHILE.wait();
            (0..EACH).for_each(|_| view.add_job());
        });
        WORKER.add_job();
    });
    let starting = thread::spawn(|| {
        MEANWHILE.wait();
        (0..EACH).for_each(|_| WORKER.add_job());
    });
    ending.join().unwrap();
    starting.join().unwrap();
    assert_eq!(WORKER.jobs(), 2 * EACH + 1);
}

#[test]
fn a_view_records_and_shows_the_whole_state() {
    let worker = WorkerState::new();
    worker.add_job();
    thread::scope(|scope| {
        scope.spawn(|| {
            let local = worker.local();
            for sample in 0..10 {
                local.add_job();
                local.record_jobs(1);
                local.add_in_flight(3);
                local.sub_in_flight(2);
                local.record_largest(sample);
            }
            local.set_stop();
            assert_eq!(local.jobs(), 21, "what others recorded too");
        });
    });
    assert_eq!(worker.snapshot(), Worker { jobs: 21, in_flight: 10, largest: 9, stop: true });
}

#[test]
fn a_view_and_the_state_share_the_block() {
    let worker = WorkerState::new();
    let [first, second] = [worker.local(), worker.local()];
    for _ in 0..100 {
        first.add_job();
        worker.add_job();
        second.add_job();
    }
    drop(first);
    second.add_job();
    assert_eq!(worker.jobs(), 301);
    assert_eq!(format!("{second:?}").matches("jobs: 301").count(), 1);
}

#[test]
fn many_threads_at_once_have_a_block_each() {
    const THREADS: usize = 100;
    let worker = WorkerState::new();
    let barrier = Barrier::new(THREADS);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                barrier.wait();
                for _ in 0..1000 {
                    worker.add_job();
                }
                barrier.wait();
            });
        }
    });
    assert_eq!(worker.jobs(), 1000 * THREADS as u64);
}

/// More threads than a state has room for in its table, of which each records often.
#[test]
fn threads_past_the_table_lose_nothing() {
    const THREADS: usize = 300;
    let worker = WorkerState::new();
    let barrier = Barrier::new(THREADS);
    thread::scope(|scope| {
        for sample in 0..THREADS {
            let (worker, barrier) = (&worker, &barrier);
            scope.spawn(move || {
                worker.add_job();
                barrier.wait();
                (0..100).for_each(|_| worker.add_job());
                worker.record_largest(u32::try_from(sample).unwrap());
            });
        }
    });
    assert_eq!((worker.jobs(), worker.largest()), (101 * 300, 299));
    assert_eq!(worker.snapshot(), Worker { jobs: 101 * 300, largest: 299, ..Worker::default() });
}

/// Ten thousand threads, 64 at a time. Each records, also in events, and again as its thread-locals are destroyed.
#[test]
fn ten_thousand_threads_come_and_go() {
    static WORKER: WorkerState = WorkerState::new();
    const AT_A_TIME: u64 = 64;
    const EACH: u64 = 157;
    fn record() {
        WORKER.add_job();
        WORKER.event(|event| {
            event.add_job();
            event.record_largest(1);
        });
    }
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                for _ in 0..EACH {
                    let ended = thread::spawn(|| {
                        at_the_end(&FIRST, record);
                        record();
                        at_the_end(&LAST, record);
                    });
                    ended.join().unwrap();
                }
            });
        }
        let mut before = 0;
        for _ in 0..100 {
            let seen = WORKER.snapshot().jobs;
            assert!(before <= seen && seen <= 6 * AT_A_TIME * EACH, "{before}, then {seen}");
            before = seen;
        }
    });
    assert_eq!(WORKER.snapshot().jobs, 6 * AT_A_TIME * EACH);
}

//! `#[atomic_state(per_thread)]`: what each thread records in its own block adds up.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, Field, LiveState, Value, Visitor};

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter(increment = add_byte, take = take_bytes)]
    bytes: u64,
    #[counter]
    narrow: u8,
    #[counter]
    busy: Duration,
    #[gauge(guard = enter, owned_guard = enter_owned)]
    in_flight: u32,
    #[gauge(set = set_level)]
    level: i64,
    #[max(take = take_slowest)]
    slowest: Option<Duration>,
    #[min]
    fastest: Option<i16>,
    #[flag]
    stop: bool,
}

const SAVED: Worker = Worker {
    bytes: 10,
    narrow: 20,
    busy: Duration::from_secs(30),
    in_flight: 40,
    level: -50,
    slowest: Some(Duration::from_secs(60)),
    fastest: Some(-70),
    stop: true,
};

/// Runs on a thread of its own, to its end.
fn on_another_thread(run: impl FnOnce() + Send) {
    thread::scope(|scope| scope.spawn(run).join().unwrap());
}

#[test]
fn what_threads_record_adds_up() {
    let worker = WorkerState::new();
    thread::scope(|scope| {
        for thread in 1..=4_u8 {
            let worker = &worker;
            scope.spawn(move || {
                for _ in 0..1000 {
                    worker.record_bytes(2);
                    worker.add_byte();
                }
                worker.record_narrow(100);
                worker.record_busy(Duration::from_millis(5));
                worker.add_in_flight(3);
                worker.sub_in_flight(1);
                worker.record_slowest(Duration::from_secs(thread.into()));
                worker.record_fastest(-i16::from(thread));
            });
        }
    });
    let expected = Worker {
        bytes: 12_000,
        narrow: 144,
        busy: Duration::from_millis(20),
        in_flight: 8,
        level: 0,
        slowest: Some(Duration::from_secs(4)),
        fastest: Some(-4),
        stop: false,
    };
    assert_eq!(worker.snapshot(), expected);
    assert_eq!((worker.bytes(), worker.in_flight(), worker.fastest()), (12_000, 8, Some(-4)));
}

#[test]
fn a_state_starts_from_saved_values_and_goes_on() {
    let worker = WorkerState::from(SAVED);
    assert_eq!(worker.snapshot(), SAVED);
    on_another_thread(|| {
        worker.add_byte();
        worker.sub_in_flight(30);
        worker.record_slowest(Duration::from_secs(1));
    });
    assert_eq!(worker.snapshot(), Worker { bytes: 11, in_flight: 10, ..SAVED });
}

#[test]
fn a_default_state_is_a_new_one() {
    assert_eq!(WorkerState::default().snapshot(), Worker::default());
}

#[test]
fn a_static_state_is_shared_by_all() {
    static WORKER: WorkerState = WorkerState::new();
    thread::spawn(|| WORKER.add_byte()).join().unwrap();
    WORKER.add_byte();
    assert_eq!(WORKER.bytes(), 2);
}

#[test]
fn debug_shows_the_totals() {
    let worker = WorkerState::from(SAVED);
    on_another_thread(|| worker.add_byte());
    let shown = format!("{worker:?}");
    assert_eq!(
        shown,
        "WorkerState { bytes: 11, narrow: 20, busy: 30s, in_flight: 40, level: -50, slowest: 60s, fastest: -70, \
         stop: true }"
    );
}

#[test]
fn a_take_restarts_what_a_shared_state_would() {
    let worker = WorkerState::from(SAVED);
    on_another_thread(|| worker.record_bytes(5));
    assert_eq!(worker.take(), Worker { bytes: 15, ..SAVED });
    let empty = Worker { in_flight: 40, level: -50, stop: true, ..Worker::default() };
    assert_eq!(worker.snapshot(), empty);
    worker.add_byte();
    worker.record_slowest(Duration::from_secs(1));
    assert_eq!((worker.take_bytes(), worker.take_slowest()), (1, Some(Duration::from_secs(1))));
    assert_eq!(worker.take(), empty);
}

#[test]
fn a_batch_is_merged() {
    let worker = WorkerState::new();
    worker.merge(&SAVED);
    worker.merge(&Worker { bytes: 1, ..Worker::default() });
    assert_eq!(worker.snapshot(), Worker { bytes: 11, ..SAVED });
}

#[test]
fn a_guard_may_be_dropped_on_another_thread() {
    let worker = Arc::new(WorkerState::new());
    let guards: Vec<_> = (0..3).map(|_| worker.enter_owned()).collect();
    assert_eq!(worker.in_flight(), 3);
    thread::spawn(move || drop(guards)).join().unwrap();
    assert_eq!(worker.in_flight(), 0);
    let guard = worker.enter();
    assert_eq!(worker.in_flight(), 1);
    on_another_thread(|| drop(guard));
    assert_eq!(worker.in_flight(), 0);
}

#[test]
fn a_gauge_that_is_set_stays_in_one_place() {
    let worker = WorkerState::new();
    on_another_thread(|| worker.add_level(7));
    worker.set_level(-1);
    assert_eq!(worker.level(), -1);
}

#[test]
fn a_thread_that_dies_by_a_panic_loses_nothing() {
    let worker = Arc::new(WorkerState::new());
    let for_thread = Arc::clone(&worker);
    let died = thread::spawn(move || {
        for_thread.record_bytes(3);
        let _in_flight = for_thread.enter();
        panic!("as it was told to");
    });
    assert!(died.join().is_err());
    assert_eq!((worker.bytes(), worker.in_flight()), (3, 0));
}

#[test]
fn states_do_not_touch_each_other() {
    let [first, second] = [WorkerState::new(), WorkerState::new()];
    first.add_byte();
    second.record_bytes(5);
    assert_eq!((first.bytes(), second.bytes()), (1, 5));
}

#[test]
fn a_visitor_sees_every_field() {
    #[derive(Default)]
    struct Names(Vec<(&'static str, String)>);

    impl Visitor for Names {
        fn field(&mut self, field: &'static Field, _: Option<usize>, value: Value<'_>) {
            self.0.push((field.name, value.to_string()));
        }
    }

    let worker = WorkerState::from(SAVED);
    on_another_thread(|| worker.add_byte());
    let mut seen = Names::default();
    worker.snapshot().visit(&mut seen);
    assert_eq!(seen.0.len(), 8);
    assert_eq!(seen.0[0], ("bytes", "11".to_owned()));
}

#[test]
fn generic_code_works_with_it() {
    fn take<S: LiveState>(state: &S) -> S::Snapshot {
        state.take()
    }
    let worker = WorkerState::new();
    worker.add_byte();
    assert_eq!(take(&worker).bytes, 1);
}

#[test]
fn a_state_of_flags_alone_can_ask_for_it() {
    #[derive(AtomicState)]
    #[atomic_state(per_thread)]
    struct Flags {
        #[flag]
        stop: bool,
    }

    let flags = FlagsState::new();
    flags.local().set_stop();
    assert!(flags.stop());
}

/// To find its block, a record reads memory that shares no cache line with memory that other threads may write.
#[test]
fn a_state_is_aligned_to_cache_lines() {
    assert!(align_of::<WorkerState>() >= 32);
    assert!(size_of::<WorkerState>() <= 1536, "{}", size_of::<WorkerState>());
}

//! `#[atomic_state(per_thread)]`: states within states, with parameters, and with types of the user's own.

use std::thread;

use atomic_state::{AtomicState, CounterValue};

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter]
    bytes: u64,
}

/// Runs on a thread of its own, to its end.
fn on_another_thread(run: impl FnOnce() + Send) {
    thread::scope(|scope| scope.spawn(run).join().unwrap());
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Shared {
    #[counter]
    requests: u64,
    #[nested]
    worker: Worker,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
struct Plain {
    #[counter]
    hits: u64,
    #[flag]
    warm: bool,
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
struct Outer {
    #[counter]
    requests: u64,
    #[nested]
    plain: Plain,
    #[nested]
    shared: Shared,
}

#[test]
fn per_thread_and_shared_states_nest_both_ways() {
    static OUTER: OuterState = OuterState::new();
    on_another_thread(|| {
        OUTER.record_requests(1);
        OUTER.plain().record_hits(2);
        OUTER.shared().record_requests(3);
        OUTER.shared().worker().record_bytes(4);
        OUTER.plain().set_warm();
    });
    let seen = OUTER.snapshot();
    let expected = Outer {
        requests: 1,
        plain: Plain { hits: 2, warm: true },
        shared: Shared { requests: 3, worker: Worker { bytes: 4 } },
    };
    assert_eq!(seen, expected);
    assert_eq!(OUTER.take(), expected);
    assert_eq!(OuterState::from(expected.clone()).snapshot(), expected);
    assert_eq!(OUTER.snapshot(), Outer { plain: Plain { hits: 0, warm: true }, ..Outer::default() });
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Bytes(u32);

impl CounterValue for Bytes {
    type Int = u32;

    fn into_int(self) -> u32 {
        self.0
    }

    fn from_int(int: u32) -> Self {
        Self(int)
    }
}

type Alias = u16;

#[derive(AtomicState, Debug, PartialEq)]
#[atomic_state(per_thread)]
struct Generic<T: Copy, const N: usize>
where
    T: PartialEq,
{
    #[counter]
    sent: T,
    #[counter(increment = add_one)]
    alias: Alias,
    #[flag]
    flag: bool,
}

#[test]
fn generic_states_and_types_of_the_users_own_work() {
    let state = GenericState::<Bytes, 3>::new();
    on_another_thread(|| state.local().record_sent(Bytes(5)));
    state.record_sent(Bytes(2));
    state.add_one();
    assert_eq!(state.snapshot(), Generic { sent: Bytes(7), alias: 1, flag: false });
}

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
struct Queue {
    /// One place for all threads, in a struct in which each thread has its own.
    #[counter(shared, fetch = next_index, ordering = SeqCst)]
    index: u64,
    #[max(shared)]
    longest: Option<u32>,
    /// Shared, as gauges are.
    #[gauge(try_guard = try_enter, set = reset)]
    in_flight: u32,
    /// Kept per thread, as it asks to be.
    #[gauge(per_thread, guard = hold, increment = push, decrement = pop)]
    held: i64,
    #[counter(increment = finish)]
    done: u64,
}

#[test]
fn a_shared_field_hands_out_each_number_once() {
    let queue = QueueState::new();
    let mut numbers: Vec<u64> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..4).map(|_| scope.spawn(|| (0..1_000).map(|_| queue.next_index(1)).collect::<Vec<_>>())).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    numbers.sort_unstable();
    assert!(numbers.into_iter().eq(0..4_000));
}

#[test]
fn gauges_stay_shared_unless_they_ask() {
    let queue = QueueState::new();
    let guard = queue.try_enter(1);
    assert!(guard.is_some() && queue.try_enter(1).is_none());
    queue.local().push();
    std::thread::scope(|scope| {
        scope.spawn(|| queue.pop());
        scope.spawn(|| queue.local().push());
    });
    let _held = queue.hold();
    queue.finish();
    queue.record_longest(7);
    assert_eq!(queue.snapshot(), Queue { index: 0, longest: Some(7), in_flight: 1, held: 2, done: 1 });
    let taken = queue.take();
    assert_eq!((taken.done, taken.held, queue.snapshot().done), (1, 2, 0));
    assert_eq!((queue.held(), queue.longest()), (2, None));
}

#[test]
fn a_take_leaves_the_level_that_a_gauge_per_thread_started_with() {
    let queue = QueueState::from(Queue { held: 5, ..Queue::default() });
    queue.push();
    assert_eq!((queue.take().held, queue.take().held, queue.held()), (6, 6, 6));
}

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

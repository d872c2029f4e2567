//! `event` under another name, and of a state with parameters.

use std::time::Duration;

use atomic_state::AtomicState;

#[test]
fn an_event_has_another_name_or_none() {
    #[derive(AtomicState)]
    #[atomic_state(per_thread, event = whole)]
    struct Named {
        #[counter]
        event: u64,
    }

    #[derive(AtomicState)]
    #[atomic_state(per_thread, event = _, local = _)]
    struct Without {
        #[counter]
        event: u64,
        #[counter]
        local: u64,
    }

    let named = NamedState::new();
    named.whole(|event| event.record_event(1));
    named.local().whole(|event| event.record_event(1));
    assert_eq!(named.event(), 2);
    let without = WithoutState::new();
    without.record_event(1);
    assert_eq!(without.snapshot().event, 1);
    assert_eq!(without.local(), 0);
}

#[test]
fn a_generic_state_has_events() {
    #[derive(AtomicState)]
    #[atomic_state(per_thread)]
    struct Generic<T: atomic_state::CounterValue> {
        #[counter]
        sum: T,
        #[counter(increment = count)]
        events: u32,
    }

    let state = GenericState::<Duration>::new();
    state.event(|event| {
        event.record_sum(Duration::from_millis(2));
        event.count();
    });
    let seen = state.snapshot();
    assert_eq!((seen.sum, seen.events), (Duration::from_millis(2), 1));
}

//! Cells that stand by themselves, without a state.

use atomic_state::ordering::AcqRel;
use atomic_state::{Counter, Flag, Gauge, LastValue, LiveHistogram, Max, Min, Phase, Variants};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Life {
    Starting,
    Ready,
    Stopped,
}

use Life::{Ready, Starting, Stopped};

#[test]
fn a_default_cell_is_a_new_one() {
    assert_eq!(Counter::<u64>::default().get(), 0);
    assert_eq!(Gauge::<i64>::default().get(), 0);
    assert_eq!(Max::<Option<u32>>::default().get(), None);
    assert_eq!(Min::<Option<u32>>::default().get(), None);
    assert_eq!(LastValue::<Option<f32>>::default().get(), None);
    assert_eq!(LiveHistogram::<u64>::default().get().count(), 0);
    assert_eq!(Phase::<Life>::default().get(), Starting);
    assert!(!Flag::<AcqRel>::default().get());
}

#[test]
fn a_guard_of_a_gauge_by_itself_gives_back_what_it_took() {
    let bytes = Gauge::<u64>::from(5);
    let (one, many) = (bytes.guard(), bytes.guard_by(1500));
    assert_eq!(bytes.get(), 1506);
    drop(many);
    assert_eq!(bytes.get(), 6);
    drop(one);
    assert_eq!(bytes.get(), 5);
}

#[test]
fn a_gauge_by_itself_admits_as_many_as_its_limit() {
    let in_flight = Gauge::<u32>::new();
    let first = in_flight.try_guard(2);
    let second = in_flight.try_guard(2);
    assert!(first.is_some() && second.is_some() && in_flight.try_guard(2).is_none());
    assert_eq!(in_flight.get(), 2);
    drop(first);
    assert!(in_flight.try_guard(2).is_some());
    assert_eq!(in_flight.get(), 1);
}

/// The rule stands in for another thread: it moves the phase between the look at it and the change.
#[test]
fn a_rule_is_asked_again_where_another_move_comes_first() {
    let life = Phase::<Life>::new();
    let moved = life.advance_if(Stopped, |(from, _)| {
        if from == Starting {
            life.set(Ready);
        }
        true
    });
    assert_eq!((moved, life.get()), (Ok(Ready), Stopped));
}

#[cfg(feature = "wait")]
mod wait {
    use std::time::Duration;

    use atomic_state::{WaitFlag, WaitPhase};

    use super::{AcqRel, Life, Ready, Starting};

    #[test]
    fn a_default_cell_that_is_waited_for_is_a_new_one() {
        assert_eq!(WaitPhase::<Life>::default().get(), Starting);
        assert!(!WaitFlag::<AcqRel>::default().get());
    }

    #[test]
    fn a_phase_that_is_saved_as_reached_ends_the_wait_at_once() {
        let life = WaitPhase::<Life>::from(Ready);
        assert!(life.wait(Ready).wait_timeout(Duration::from_millis(1)));
        assert_eq!(life.get(), Ready);
    }
}

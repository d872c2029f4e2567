//! Phases: of two that move from the same phase one does, a phase publishes, and a wait for one is never lost.

use std::sync::Arc;

use atomic_state::ordering::weakened::{LoadRelaxed, StoreRelaxed};
use atomic_state::ordering::{AcqRel, Publish, SeqCst};
use atomic_state::{AtomicState, Counter, Phase, Refused, Variants};
use loom::sync::atomic::{AtomicU64, Ordering::Relaxed};
use loom::thread;

use super::flag_publishes::publishes;
use super::{explore, must_fail};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Life {
    Starting,
    Ready,
    Stopped,
}

use Life::{Ready, Starting, Stopped};

/// The counters stand on both sides of the phase, which is read first all the same.
#[derive(AtomicState)]
struct Service {
    #[counter]
    before: u64,
    #[phase(set = force)]
    life: Life,
    #[counter]
    after: u64,
}

#[test]
fn of_two_movers_one_wins() {
    explore(4, || {
        let state = Arc::new(ServiceState::new());
        let other = Arc::clone(&state);
        let other = thread::spawn(move || other.advance_life(Ready));
        let moved = [state.advance_life(Ready), other.join().unwrap()];
        let refused = Err(Refused { from: Ready, to: Ready });
        assert!(moved == [Ok(Starting), refused] || moved == [refused, Ok(Starting)], "{moved:?}");
    });
}

#[test]
fn a_later_phase_is_never_overwritten_by_an_earlier_one() {
    explore(4, || {
        let state = Arc::new(ServiceState::new());
        let stopping = Arc::clone(&state);
        let stopping = thread::spawn(move || stopping.advance_life(Stopped));
        let ready = state.advance_life(Ready);
        let stopped = stopping.join().unwrap();
        assert_eq!(state.life(), Stopped);
        match ready {
            Ok(from) => assert_eq!((from, stopped), (Starting, Ok(Ready))),
            Err(refused) => assert_eq!((refused.from, stopped), (Stopped, Ok(Starting))),
        }
    });
}

type Change = fn(&ServiceState);
type Look = fn(&ServiceState) -> bool;

/// Records and then moves to `Ready`.
const MOVES: &[Change] = &[
    |state| {
        state.record_before(5);
        _ = state.advance_life(Ready);
    },
    |state| {
        state.record_before(5);
        state.force(Ready);
    },
    |state| state.merge(&Service { before: 5, life: Ready, after: 0 }),
];

/// Looks that may find the phase: also a move that is refused, and one that goes on from there.
const LOOKS: &[Look] = &[
    |state| state.life() == Ready,
    |state| state.snapshot().life == Ready,
    |state| state.advance_life(Ready).is_err(),
    |state| state.advance_life(Stopped) == Ok(Ready),
];

#[test]
fn all_moves_publish_to_all_looks() {
    for (change, look) in MOVES.iter().flat_map(|change| LOOKS.iter().map(move |look| (*change, *look))) {
        publishes(ServiceState::new, change, move |state| look(state).then(|| state.before()));
    }
}

/// What is decided by the phase that is found, before the move, rests on what was done before that phase.
#[test]
fn a_rule_sees_what_was_done_before_the_phase_it_is_asked_about() {
    publishes(
        || (Counter::<u64>::new(), Phase::<Life>::new()),
        |(bytes, life)| {
            bytes.record(5);
            _ = life.advance(Ready);
        },
        |(bytes, life)| {
            let seen = std::cell::Cell::new(None);
            _ = life.advance_if(Stopped, |(from, _)| {
                seen.set((from == Ready).then(|| bytes.get()));
                true
            });
            seen.get()
        },
    );
}

#[test]
fn a_snapshot_includes_what_was_recorded_before_the_phase() {
    explore(20, || {
        let state = Arc::new(ServiceState::new());
        let mover = Arc::clone(&state);
        let mover = thread::spawn(move || {
            mover.record_before(1);
            mover.record_after(2);
            mover.advance_life(Ready).unwrap();
        });
        let seen = state.snapshot();
        if seen.life == Ready {
            assert_eq!((seen.before, seen.after), (1, 2));
        }
        mover.join().unwrap();
    });
}

#[test]
fn a_merge_moves_last() {
    explore(10, || {
        let state = Arc::new(ServiceState::new());
        let merger = Arc::clone(&state);
        let merger = thread::spawn(move || merger.merge(&Service { before: 1, life: Stopped, after: 2 }));
        let seen = state.snapshot();
        if seen.life == Stopped {
            assert_eq!((seen.before, seen.after), (1, 2));
        }
        merger.join().unwrap();
    });
}

/// The cells by hand, in an ordering to choose.
fn cells_publish<O: Publish + 'static>() {
    publishes(
        || (Counter::<u64>::new(), Phase::<Life, O>::new()),
        |(bytes, life)| {
            bytes.record(5);
            life.advance(Ready).unwrap();
        },
        |(bytes, life)| (life.get() == Ready).then(|| bytes.get()),
    );
}

#[test]
fn the_cells_publish() {
    cells_publish::<AcqRel>();
    cells_publish::<SeqCst>();
}

/// Weakened: the move does not release.
#[test]
fn twin_whose_move_does_not_release() {
    must_fail(cells_publish::<StoreRelaxed>);
}

/// Weakened: the reader's load is Relaxed.
#[test]
fn twin_with_a_relaxed_load() {
    must_fail(cells_publish::<LoadRelaxed>);
}

/// Who is refused sees what the winner did.
fn losers_see_the_winner<O: Publish + 'static>() {
    explore(2, || {
        let shared = Arc::new((Phase::<Life, O>::new(), AtomicU64::new(0)));
        let first = Arc::clone(&shared);
        let first = thread::spawn(move || {
            first.1.store(7, Relaxed);
            first.0.advance(Ready).is_ok()
        });
        if shared.0.advance(Ready).is_err() {
            assert_eq!(shared.1.load(Relaxed), 7);
        }
        first.join().unwrap();
    });
}

#[test]
fn losers_of_a_move_see_the_winner() {
    losers_see_the_winner::<AcqRel>();
}

/// Weakened: the move only acquires.
#[test]
fn twin_whose_winner_shows_nothing() {
    must_fail(losers_see_the_winner::<StoreRelaxed>);
}

/// Weakened: what the loser reads acquires nothing.
#[test]
fn twin_whose_loser_sees_nothing() {
    must_fail(losers_see_the_winner::<LoadRelaxed>);
}

#[cfg(feature = "wait")]
mod waiting {
    use loom::future::block_on;

    use super::super::explore_most;
    use super::*;

    #[derive(AtomicState)]
    struct Waited {
        #[counter]
        jobs: u64,
        #[phase(wait = reaches, set = force)]
        life: Life,
    }

    #[derive(AtomicState)]
    struct ByMoves {
        #[phase(wait = reaches, transitions(Starting => Ready))]
        life: Life,
    }

    /// One thread moves, another waits in each of the ways there are. A wait that is lost is a deadlock.
    fn wakes(change: fn(&WaitedState), wait: fn(&WaitedState)) {
        explore(100, move || {
            let state = Arc::new(WaitedState::new());
            let mover = Arc::clone(&state);
            let mover = thread::spawn(move || {
                mover.record_jobs(5);
                change(&mover);
            });
            wait(&state);
            assert_eq!(state.jobs(), 5, "what was recorded before");
            mover.join().unwrap();
        });
    }

    #[test]
    fn who_waits_for_a_phase_that_is_reached_is_woken() {
        wakes(|state| _ = state.advance_life(Ready), |state| state.reaches(Ready).wait());
        wakes(|state| _ = state.advance_life(Ready), |state| block_on(state.reaches(Ready)));
    }

    #[test]
    fn who_waits_for_a_phase_that_is_passed_is_woken() {
        wakes(|state| _ = state.advance_life(Stopped), |state| state.reaches(Ready).wait());
        wakes(|state| state.force(Stopped), |state| state.reaches(Ready).wait());
        wakes(|state| state.merge(&Waited { jobs: 0, life: Stopped }), |state| state.reaches(Ready).wait());
    }

    /// A wake-up by a phase before the one that is waited for does not end the wait, nor lose it.
    #[test]
    fn a_step_on_the_way_loses_no_one() {
        explore(200, || {
            let state = Arc::new(WaitedState::new());
            let waiter = Arc::clone(&state);
            let waiter = thread::spawn(move || waiter.reaches(Stopped).wait());
            state.advance_life(Ready).unwrap();
            state.advance_life(Stopped).unwrap();
            waiter.join().unwrap();
        });
    }

    #[test]
    fn two_that_wait_for_different_phases_are_woken() {
        explore_most(2_000, || {
            let state = Arc::new(WaitedState::new());
            let waiters = [Ready, Stopped].map(|phase| {
                let state = Arc::clone(&state);
                thread::spawn(move || state.reaches(phase).wait())
            });
            state.advance_life(Stopped).unwrap();
            for waiter in waiters {
                waiter.join().unwrap();
            }
        });
    }

    #[test]
    fn a_move_by_transitions_wakes() {
        explore(100, || {
            let state = Arc::new(ByMovesState::new());
            let mover = Arc::clone(&state);
            let mover = thread::spawn(move || mover.advance_life(Ready).unwrap());
            state.reaches(Ready).wait();
            mover.join().unwrap();
        });
    }
}

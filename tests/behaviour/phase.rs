//! `#[phase]` fields.

use std::error::Error;
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, Field, Kind, Phase, Refused, Value, Variants, Visitor};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Life {
    /// A discriminant is no place in the order.
    Starting = 40,
    Ready = 30,
    #[variant(name = "draining connections")]
    Draining = 20,
    Stopped = 10,
}

use Life::{Draining, Ready, Starting, Stopped};

#[derive(AtomicState, Clone, Copy, Debug, PartialEq)]
struct Service {
    /// Where the service is.
    #[phase]
    life: Life,
    #[counter]
    requests: u64,
}

static SERVICE: ServiceState = ServiceState::new();

#[test]
fn it_starts_as_the_first_variant() {
    assert_eq!(
        (SERVICE.life(), SERVICE.snapshot().life, ServiceState::default().life()),
        (Starting, Starting, Starting)
    );
}

#[test]
fn every_move_forward_is_allowed_and_no_other() {
    for from in Life::ALL.iter().copied() {
        for to in Life::ALL.iter().copied() {
            let service = ServiceState::from(Service { life: from, requests: 0 });
            let moved = service.advance_life(to);
            let is_forward = from.index() < to.index();
            assert_eq!(moved, if is_forward { Ok(from) } else { Err(Refused { from, to }) });
            assert_eq!(service.life(), if is_forward { to } else { from });
        }
    }
}

#[test]
fn a_refusal_is_an_error_that_says_what_it_found() {
    let refused = SERVICE.advance_life(Starting).unwrap_err();
    assert_eq!(refused, Refused { from: Starting, to: Starting });
    let stopped: Phase<Life> = Phase::from(Draining);
    let refused: Box<dyn Error> = stopped.advance(Ready).unwrap_err().into();
    assert_eq!(refused.to_string(), "cannot move from `draining connections` to `ready`");
    assert_eq!(format!("{refused:?}"), "Refused { from: draining connections, to: ready }");
}

#[test]
fn of_several_movers_one_wins_and_the_others_learn_of_it() {
    for _ in 0..100 {
        let service = ServiceState::new();
        let moved: Vec<_> = thread::scope(|scope| {
            let movers: Vec<_> = (0..4).map(|_| scope.spawn(|| service.advance_life(Ready))).collect();
            movers.into_iter().map(|mover| mover.join().unwrap()).collect()
        });
        assert_eq!(moved.iter().filter(|moved| **moved == Ok(Starting)).count(), 1);
        assert_eq!(moved.iter().filter(|moved| **moved == Err(Refused { from: Ready, to: Ready })).count(), 3);
    }
}

#[derive(AtomicState)]
struct Link {
    #[phase(transitions(Starting => Ready | Stopped, Ready => Draining, Draining => Ready | Stopped), set = force_life)]
    life: Life,
}

#[test]
fn transitions_are_the_moves_there_are() {
    let allowed = [(Starting, Ready), (Starting, Stopped), (Ready, Draining), (Draining, Ready), (Draining, Stopped)];
    for from in Life::ALL.iter().copied() {
        for to in Life::ALL.iter().copied() {
            let link = LinkState::new();
            link.force_life(from);
            assert_eq!(link.advance_life(to).is_ok(), allowed.contains(&(from, to)), "{from:?} to {to:?}");
        }
    }
}

#[test]
fn an_alias_of_the_enum_is_the_enum() {
    type Alias = Life;

    #[derive(AtomicState)]
    struct Aliased {
        #[phase(transitions(Starting => Ready), get = current, advance = go)]
        life: Alias,
    }

    let state = AliasedState::new();
    assert_eq!((state.go(Ready), state.current()), (Ok(Starting), Ready));
    assert_eq!(state.go(Stopped), Err(Refused { from: Ready, to: Stopped }));
}

#[test]
fn take_leaves_the_phase_and_since_keeps_the_later_one() {
    let service = ServiceState::new();
    service.advance_life(Draining).unwrap();
    assert_eq!((service.take().life, service.life()), (Draining, Draining));
    let (earlier, later) = (Service { life: Stopped, requests: 1 }, Service { life: Ready, requests: 3 });
    assert_eq!(later.since(&earlier), Service { life: Ready, requests: 2 });
}

#[test]
fn a_plain_and_a_live_merge_keep_the_later_phase_in_either_order() {
    for one in Life::ALL.iter().copied() {
        for other in Life::ALL.iter().copied() {
            let later = Life::ALL[one.index().max(other.index())];
            let mut plain = Service { life: one, requests: 1 };
            let live = ServiceState::from(plain);
            let batch = Service { life: other, requests: 2 };
            plain.merge(&batch);
            live.merge(&batch);
            assert_eq!((plain, live.snapshot()), (Service { life: later, requests: 3 }, plain));
        }
    }
}

#[test]
fn exporters_see_a_phase_and_its_names() {
    struct Seen(Vec<(&'static Field, String, usize)>);

    impl Visitor for Seen {
        fn field(&mut self, field: &'static Field, _: Option<usize>, value: Value<'_>) {
            if let Value::Variant(variant) = value {
                assert_eq!(variant.names(), field.variants);
                self.0.push((field, variant.name().to_owned(), variant.index()));
            }
        }
    }

    let mut seen = Seen(Vec::new());
    Service { life: Draining, requests: 0 }.visit(&mut seen);
    let [(field, name, index)] = &seen.0[..] else { panic!("one phase is seen") };
    assert_eq!((field.kind, field.name, name.as_str(), *index), (Kind::Phase, "life", "draining connections", 2));
    assert_eq!(field.variants, ["starting", "ready", "draining connections", "stopped"]);
}

#[test]
fn debug_shows_the_name() {
    assert_eq!(format!("{:?}", LinkState::new()), "LinkState { life: starting }");
}

#[test]
fn a_nested_phase_is_read_with_the_flags() {
    #[derive(AtomicState)]
    struct App {
        #[nested]
        service: Service,
    }

    let app = AppState::new();
    app.service().advance_life(Ready).unwrap();
    assert_eq!(app.snapshot().service.life, Ready);
    app.merge(&App { service: Service { life: Stopped, requests: 1 } });
    assert_eq!(app.service().snapshot(), Service { life: Stopped, requests: 1 });
}

#[cfg(feature = "wait")]
mod wait {
    use std::sync::Arc;
    use std::time::Instant;

    use futures_lite::future;

    use super::*;

    #[derive(AtomicState)]
    struct Waited {
        #[phase(wait = reaches, set = force)]
        life: Life,
        #[counter]
        requests: u64,
    }

    #[test]
    fn a_phase_that_is_reached_or_passed_ends_a_wait_at_once() {
        let state = WaitedState::new();
        state.reaches(Starting).wait();
        state.advance_life(Draining).unwrap();
        state.reaches(Ready).wait();
        state.reaches(Draining).wait();
        assert!(state.reaches(Draining).wait_deadline(Instant::now()));
        assert!(!state.reaches(Stopped).wait_timeout(Duration::from_millis(1)));
        future::block_on(state.reaches(Ready));
    }

    #[test]
    fn threads_and_tasks_wake_when_their_phase_is_reached_or_passed() {
        let state = Arc::new(WaitedState::new());
        let waiters: Vec<_> = [Ready, Draining, Stopped]
            .into_iter()
            .flat_map(|phase| {
                let [thread_state, task_state] = [Arc::clone(&state), Arc::clone(&state)];
                let blocked = thread::spawn(move || {
                    thread_state.reaches(phase).wait();
                    assert_eq!(thread_state.requests(), 7);
                });
                let task = thread::spawn(move || {
                    future::block_on(async {
                        task_state.reaches(phase).await;
                        assert_eq!(task_state.requests(), 7);
                    });
                });
                [blocked, task]
            })
            .collect();
        thread::sleep(Duration::from_millis(20));
        state.record_requests(7);
        state.advance_life(Draining).unwrap();
        assert!(waiters[4..].iter().all(|waiter| !waiter.is_finished()), "these wait for a later phase");
        state.force(Stopped);
        for waiter in waiters {
            waiter.join().unwrap();
        }
    }

    #[test]
    fn a_merge_wakes_too() {
        let state = Arc::new(WaitedState::new());
        let waiter = thread::spawn({
            let state = Arc::clone(&state);
            move || state.reaches(Ready).wait()
        });
        thread::sleep(Duration::from_millis(10));
        state.merge(&Waited { life: Stopped, requests: 1 });
        waiter.join().unwrap();
        assert_eq!(state.requests(), 1);
    }

    #[test]
    fn a_listed_move_wakes_too_and_another_is_refused() {
        #[derive(AtomicState)]
        struct Listed {
            #[phase(wait = reaches, transitions(Ready => Draining))]
            life: Life,
        }

        let state = Arc::new(ListedState::from(Listed { life: Ready }));
        assert_eq!(state.advance_life(Stopped), Err(Refused { from: Ready, to: Stopped }));
        let waiter = thread::spawn({
            let state = Arc::clone(&state);
            move || state.reaches(Draining).wait()
        });
        thread::sleep(Duration::from_millis(10));
        assert_eq!(state.advance_life(Draining), Ok(Ready));
        waiter.join().unwrap();
    }

    #[test]
    fn a_wait_shows_whether_it_is_over() {
        let state = WaitedState::new();
        assert_eq!(format!("{:?}", state.reaches(Ready)), "PhaseWait { is_over: false, .. }");
        assert_eq!(state.advance_life(Ready), Ok(Starting));
        assert_eq!(format!("{:?}", state.reaches(Ready)), "PhaseWait { is_over: true, .. }");
    }
}

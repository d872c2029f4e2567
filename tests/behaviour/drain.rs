//! `wait_zero`: waiting until nobody is in flight.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Server {
    #[gauge(guard = enter, owned_guard = enter_owned, set = reset, wait_zero = drained)]
    in_flight: u32,
    #[max(of = in_flight)]
    peak: u32,
    #[flag(set = stop, get = is_stopping)]
    stopping: bool,
    #[counter]
    served: u64,
}

const LONG: Duration = Duration::from_secs(60);

#[test]
fn a_gauge_at_zero_ends_the_wait_at_once() {
    ServerState::new().drained().wait();
}

#[test]
fn a_wait_ends_with_the_last_guard() {
    let server = Arc::new(ServerState::new());
    let guards: Vec<_> = (0..200).map(|_| server.enter_owned()).collect();
    let threads: Vec<_> = guards
        .into_iter()
        .map(|guard| {
            let server = Arc::clone(&server);
            thread::spawn(move || {
                while !server.is_stopping() {
                    thread::yield_now();
                }
                server.record_served(1);
                drop(guard);
            })
        })
        .collect();
    server.stop();
    assert!(server.drained().wait_timeout(LONG));
    assert_eq!((server.in_flight(), server.served(), server.peak()), (0, 200, 200), "what the holders did is visible");
    for thread in threads {
        thread.join().unwrap();
    }
}

#[test]
fn a_time_that_is_over_ends_the_wait() {
    let server = ServerState::new();
    let _guard = server.enter();
    assert!(!server.drained().wait_timeout(Duration::from_millis(5)));
    assert!(!server.drained().wait_deadline(Instant::now()));
}

#[test]
fn a_level_that_is_set_to_zero_ends_the_wait() {
    let server = Arc::new(ServerState::new());
    server.reset(3);
    let other = Arc::clone(&server);
    let setter = thread::spawn(move || other.reset(0));
    assert!(server.drained().wait_timeout(LONG));
    setter.join().unwrap();
}

#[test]
fn a_gauge_that_is_waited_for_counts_by_one_too() {
    #[derive(AtomicState)]
    struct Queue {
        #[gauge(increment = push, decrement = pop, wait_zero = emptied)]
        waiting: u32,
    }

    let queue = QueueState::from(Queue { waiting: 1 });
    queue.push();
    queue.pop();
    assert!(!queue.emptied().wait_timeout(Duration::from_millis(1)), "the saved one still waits");
    thread::scope(|scope| {
        let popping = scope.spawn(|| {
            thread::sleep(Duration::from_millis(10));
            queue.pop();
        });
        assert!(queue.emptied().wait_timeout(LONG));
        popping.join().unwrap();
    });
}

#[test]
fn since_keeps_the_later_level_of_a_gauge_that_is_waited_for() {
    let server = ServerState::new();
    server.reset(7);
    let earlier = server.snapshot();
    server.reset(2);
    assert_eq!(server.snapshot().since(&earlier).in_flight, 2);
}

#[test]
fn a_negative_level_shows_zero() {
    let server = ServerState::new();
    server.sub_in_flight(1);
    server.drained().wait();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tasks_wait_for_tasks() {
    let server = Arc::new(ServerState::new());
    for _ in 0..500 {
        let guard = server.enter_owned();
        tokio::spawn(async move {
            tokio::task::yield_now().await;
            drop(guard);
        });
    }
    let waiters: Vec<_> = (0..10)
        .map(|_| {
            let server = Arc::clone(&server);
            tokio::spawn(async move { server.drained().await })
        })
        .collect();
    for waiter in waiters {
        tokio::time::timeout(LONG, waiter).await.expect("nobody is in flight").unwrap();
    }
    assert_eq!(server.in_flight(), 0);
}

#[tokio::test]
async fn a_drain_with_a_deadline() {
    let server = ServerState::new();
    let _guard = server.enter();
    let drained = tokio::time::timeout(Duration::from_millis(5), server.drained()).await;
    assert!(drained.is_err());
}

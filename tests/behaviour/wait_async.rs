//! `#[flag(wait = …)]`: tasks that wait.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, FlagWait};
use futures_lite::future;
use tokio::time::{sleep, timeout};

const FOREVER: Duration = Duration::from_secs(60);

#[derive(AtomicState)]
struct Worker {
    #[counter(increment = finish_job)]
    jobs: u64,
    #[flag(wait = until_stopped, clear = go_on)]
    stop: bool,
}

fn poll(wait: &mut FlagWait<'_>) -> Poll<()> {
    Pin::new(wait).poll(&mut Context::from_waker(Waker::noop()))
}

#[test]
fn a_set_flag_is_ready_at_the_first_poll() {
    let worker = WorkerState::new();
    worker.set_stop();
    assert!(poll(&mut worker.until_stopped()).is_ready());
}

#[test]
fn a_wait_is_ready_once_the_flag_is_set() {
    let worker = WorkerState::new();
    let mut wait = worker.until_stopped();
    assert!(poll(&mut wait).is_pending());
    assert!(poll(&mut wait).is_pending());
    worker.set_stop();
    assert!(poll(&mut wait).is_ready());
    assert!(poll(&mut wait).is_ready(), "asked once more, it looks once more");
}

#[test]
fn a_flag_set_and_cleared_before_the_next_look_is_missed() {
    let worker = WorkerState::new();
    let mut wait = worker.until_stopped();
    assert!(poll(&mut wait).is_pending());
    worker.set_stop();
    worker.go_on();
    assert!(poll(&mut wait).is_pending());
    worker.set_stop();
    assert!(poll(&mut wait).is_ready());
}

#[test]
fn a_wait_can_change_from_polling_to_blocking() {
    let worker = WorkerState::new();
    let mut wait = worker.until_stopped();
    assert!(poll(&mut wait).is_pending());
    thread::scope(|scope| {
        scope.spawn(|| worker.set_stop());
        wait.wait();
    });
}

#[test]
fn any_executor_will_do() {
    let worker = Arc::new(WorkerState::new());
    let setter = Arc::clone(&worker);
    let setter = thread::spawn(move || {
        thread::sleep(Duration::from_millis(20));
        setter.finish_job();
        setter.set_stop();
    });
    future::block_on(worker.until_stopped());
    assert_eq!(worker.jobs(), 1);
    setter.join().unwrap();
}

#[tokio::test]
async fn select_ends_a_loop() {
    let worker = Arc::new(WorkerState::new());
    let setter = Arc::clone(&worker);
    tokio::spawn(async move {
        while setter.jobs() < 3 {
            sleep(Duration::from_millis(1)).await;
        }
        setter.set_stop();
    });
    let mut stopped = worker.until_stopped();
    let run = async {
        loop {
            tokio::select! {
                () = &mut stopped => break,
                () = sleep(Duration::from_millis(1)) => worker.finish_job(),
            }
        }
    };
    timeout(FOREVER, run).await.expect("the flag ends the loop");
}

#[tokio::test]
async fn a_cancelled_wait_leaves_the_others_be() {
    let worker = WorkerState::new();
    let mut cancelled = worker.until_stopped();
    let mut stays = worker.until_stopped();
    assert!(poll(&mut cancelled).is_pending());
    assert!(poll(&mut stays).is_pending());
    drop(cancelled);
    worker.set_stop();
    timeout(FOREVER, stays).await.expect("the other was woken");
}

/// A spawned task may move between threads, so a `FlagWait` may too.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_tasks_are_woken() {
    for round in 0..20 {
        let worker = Arc::new(WorkerState::new());
        let tasks: Vec<_> = (0..1000)
            .map(|_| {
                let worker = Arc::clone(&worker);
                tokio::spawn(async move {
                    worker.until_stopped().await;
                    worker.finish_job();
                })
            })
            .collect();
        // At this time none, some or all of them wait.
        thread::sleep(Duration::from_micros(20 * round));
        worker.set_stop();
        for task in tasks {
            timeout(FOREVER, task).await.expect("it was woken").unwrap();
        }
        assert_eq!(worker.jobs(), 1000);
    }
}

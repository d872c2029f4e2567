//! How long it takes from setting a flag until the waiter runs on, and what a look at the flag costs.

use std::hint::black_box;
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::{AtomicState, Flag, WaitFlag};
use futures_lite::future;
use tokio::runtime::{Builder, Runtime};
use tokio_util::sync::CancellationToken;

use crate::measure::{Contender, compare, nanoseconds, repeat};

/// Wakes in one turn.
const WAKES: u32 = 8;
/// Long enough for the waiter to go to sleep.
const SETTLE: Duration = Duration::from_millis(3);
const POLL: Duration = Duration::from_millis(1);

#[derive(AtomicState)]
struct Worker {
    #[flag(wait = until_stopped)]
    stop: bool,
}

#[derive(Default)]
struct CondvarPair {
    stop: Mutex<bool>,
    stopped: Condvar,
}

pub(crate) fn run() {
    compare(
        "From `set` to the wake of a thread",
        vec![
            thread_wakes("`wait`", WorkerState::new, WorkerState::set_stop, |worker| worker.until_stopped().wait()),
            thread_wakes(
                "`Mutex` and `Condvar`",
                CondvarPair::default,
                |pair| {
                    *pair.stop.lock().unwrap() = true;
                    pair.stopped.notify_all();
                },
                |pair| {
                    let stop = pair.stop.lock().unwrap();
                    drop(pair.stopped.wait_while(stop, |stop| !*stop).unwrap());
                },
            ),
            thread_wakes(
                "`CancellationToken` in `block_on`",
                CancellationToken::new,
                CancellationToken::cancel,
                |token| {
                    future::block_on(token.cancelled());
                },
            ),
            thread_wakes("a flag, polled every 1 ms", Flag::new, Flag::set, |flag: &Flag| {
                while !flag.get() {
                    thread::sleep(POLL);
                }
            }),
        ],
    );
    compare(
        "From `set` to the wake of a tokio task",
        vec![
            task_wakes("`wait`", WorkerState::new, WorkerState::set_stop, async |worker| worker.until_stopped().await),
            task_wakes("`CancellationToken`", CancellationToken::new, CancellationToken::cancel, async |token| {
                token.cancelled().await;
            }),
            task_wakes("a flag, polled every 1 ms", Flag::new, Flag::set, async |flag: &Flag| {
                while !flag.get() {
                    tokio::time::sleep(POLL).await;
                }
            }),
        ],
    );
    compare(
        "A look at the flag",
        vec![
            Contender::on_threads("`get` of a flag", 1, Flag::new(), |flag: &Flag, times| {
                repeat(times, |_: u64| _ = black_box(black_box(flag).get()));
            }),
            Contender::on_threads("`get` of a flag with `wait`", 1, WaitFlag::new(), |flag: &WaitFlag, times| {
                repeat(times, |_: u64| _ = black_box(black_box(flag).get()));
            }),
            Contender::on_threads("`CancellationToken::is_cancelled`", 1, CancellationToken::new(), |token, times| {
                repeat(times, |_: u64| _ = black_box(black_box(token).is_cancelled()));
            }),
        ],
    );
    compare(
        "Setting the flag, where no one waits",
        vec![
            Contender::on_threads("`set` of a flag", 1, Flag::new(), |flag: &Flag, times| {
                repeat(times, |_: u64| black_box(flag).set());
            }),
            Contender::on_threads("`set` of a flag with `wait`", 1, WaitFlag::new(), |flag: &WaitFlag, times| {
                repeat(times, |_: u64| black_box(flag).set());
            }),
        ],
    );
}

/// One thread waits; the time runs from just before the other sets to just after the wait.
fn thread_wakes<'a, S: Send + Sync + 'static>(
    name: &'static str,
    new: impl Fn() -> S + 'a,
    set: fn(&S),
    wait: fn(&S),
) -> Contender<'a> {
    wakes(name, new, set, move |shared| {
        wait(shared);
        Instant::now()
    })
}

/// The same with a task, on a runtime of its own.
fn task_wakes<'a, S: Send + Sync + 'static, W>(
    name: &'static str,
    new: impl Fn() -> S + 'a,
    set: fn(&S),
    wait: W,
) -> Contender<'a>
where
    W: AsyncFn(&S) + Clone + Send + Sync + 'static,
{
    wakes(name, new, set, move |shared| {
        let runtime: Runtime = Builder::new_current_thread().enable_time().build().expect("a runtime starts");
        runtime.block_on(wait(shared));
        Instant::now()
    })
}

fn wakes<'a, S: Send + Sync + 'static>(
    name: &'static str,
    new: impl Fn() -> S + 'a,
    set: fn(&S),
    wait: impl Fn(&S) -> Instant + Clone + Send + 'static,
) -> Contender<'a> {
    let mut wake = 0;
    let mut one = move || {
        // Each time at another point between two polls.
        wake += 1;
        let settle = SETTLE + POLL * (wake * 37 % 100) / 100;
        let shared = Arc::new(new());
        let (started, starts) = mpsc::channel();
        let waiter = thread::spawn({
            let (shared, wait) = (Arc::clone(&shared), wait.clone());
            move || {
                started.send(()).expect("the other thread listens");
                wait(&shared)
            }
        });
        starts.recv().expect("the thread starts");
        thread::sleep(settle);
        let before = Instant::now();
        set(&shared);
        nanoseconds(waiter.join().expect("it does not panic").saturating_duration_since(before))
    };
    Contender::new(name, move || (0..WAKES).map(|_| one()).sum::<f64>() / f64::from(WAKES))
}

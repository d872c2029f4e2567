//! From the moment a flag is set to the moment that who waits for it runs on, and what a look at the flag costs.

use std::hint::black_box;
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use atomic_state::{AtomicState, Flag, WaitFlag};
use futures_lite::future;
use tokio::runtime::{Builder, Runtime};
use tokio_util::sync::CancellationToken;

use crate::measure::{Contender, compare, nanoseconds, per_call};

const ROUNDS: usize = 100;
/// Long enough for who waits to have gone to sleep.
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
        ROUNDS,
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
        ROUNDS,
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
    let (plain, awaited, token) = (Flag::new(), WaitFlag::new(), CancellationToken::new());
    let (plain, awaited): (&Flag, &WaitFlag) = (&plain, &awaited);
    compare(
        "A look at the flag",
        21,
        vec![
            Contender::new("`get` of a flag", || per_call(1_000_000, || black_box(plain).get())),
            Contender::new("`get` of a flag with `wait`", || per_call(1_000_000, || black_box(awaited).get())),
            Contender::new("`CancellationToken::is_cancelled`", || {
                per_call(1_000_000, || black_box(&token).is_cancelled())
            }),
        ],
    );
    compare(
        "Setting the flag, where no one waits",
        21,
        vec![
            Contender::new("`set` of a flag", || per_call(1_000_000, || black_box(plain).set())),
            Contender::new("`set` of a flag with `wait`", || per_call(1_000_000, || black_box(awaited).set())),
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
    let mut round = 0;
    Contender::new(name, move || {
        // Each time at another point between two polls.
        round += 1;
        let settle = SETTLE + POLL * (round * 37 % 100) / 100;
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
    })
}

//! `#[flag(wait = …)]`: wakers that do what wakers may do, and the list that keeps them.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Barrier, Mutex, mpsc};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::Duration;

use atomic_state::{FlagWait, WaitFlag};
use cooked_waker::{IntoWaker, Wake, WakeRef};

/// A waker that does something of its own when it is called, cloned or dropped.
struct Acting {
    on: On,
    act: Arc<dyn Fn() + Send + Sync>,
}

#[derive(Clone, Copy, PartialEq)]
enum On {
    Wake,
    Clone,
    Drop,
}

fn acting(on: On, act: impl Fn() + Send + Sync + 'static) -> Waker {
    Box::new(Acting { on, act: Arc::new(act) }).into_waker()
}

impl Acting {
    fn now(&self, on: On) {
        if self.on == on {
            (self.act)();
        }
    }
}

impl Clone for Acting {
    fn clone(&self) -> Self {
        self.now(On::Clone);
        Self { on: self.on, act: Arc::clone(&self.act) }
    }
}

impl WakeRef for Acting {
    fn wake_by_ref(&self) {
        self.now(On::Wake);
    }
}

impl Wake for Acting {}

impl Drop for Acting {
    fn drop(&mut self) {
        self.now(On::Drop);
    }
}

/// Counts how often it is called.
#[derive(Default)]
struct Counting(AtomicUsize);

impl std::task::Wake for Counting {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, SeqCst);
    }
}

fn poll(wait: &mut FlagWait<'_>, waker: &Waker) -> Poll<()> {
    Pin::new(wait).poll(&mut Context::from_waker(waker))
}

/// Fails where the body hangs.
fn must_return(body: impl FnOnce() + Send + 'static) {
    let (done, wait) = mpsc::channel();
    let thread = thread::spawn(move || {
        body();
        done.send(()).unwrap();
    });
    assert!(wait.recv_timeout(Duration::from_secs(10)) != Err(mpsc::RecvTimeoutError::Timeout), "it hangs");
    thread.join().unwrap();
}

/// A wait that its waker can reach.
type Shared = Arc<Mutex<Option<FlagWait<'static>>>>;

fn shared(flag: &'static WaitFlag) -> Shared {
    Arc::new(Mutex::new(Some(flag.wait())))
}

/// Polls the wait, with whatever waker.
fn poll_shared(wait: &Shared, waker: &Waker) -> Option<Poll<()>> {
    wait.lock().unwrap().as_mut().map(|wait| poll(wait, waker))
}

#[test]
fn a_waker_may_poll_its_wait_at_once() {
    static FLAG: WaitFlag = WaitFlag::new();
    must_return(|| {
        let wait = shared(&FLAG);
        let seen = Arc::new(Mutex::new(None));
        let (polled, outcome) = (Arc::clone(&wait), Arc::clone(&seen));
        let waker = acting(On::Wake, move || *outcome.lock().unwrap() = poll_shared(&polled, Waker::noop()));
        assert_eq!(poll_shared(&wait, &waker), Some(Poll::Pending));
        FLAG.set();
        assert_eq!(*seen.lock().unwrap(), Some(Poll::Ready(())));
    });
}

/// It finds the flag unset again, and goes back into the list that is being emptied.
#[test]
fn a_waker_may_poll_a_wait_that_is_not_over() {
    static FLAG: WaitFlag = WaitFlag::new();
    must_return(|| {
        let wait = shared(&FLAG);
        let polled = Arc::clone(&wait);
        let waker = acting(On::Wake, move || {
            FLAG.clear();
            assert_eq!(poll_shared(&polled, Waker::noop()), Some(Poll::Pending));
        });
        assert_eq!(poll_shared(&wait, &waker), Some(Poll::Pending));
        FLAG.set();
        assert!(!FLAG.get());
        FLAG.set();
        assert_eq!(poll_shared(&wait, Waker::noop()), Some(Poll::Ready(())));
    });
}

#[test]
fn a_waker_may_drop_its_wait() {
    static FLAG: WaitFlag = WaitFlag::new();
    must_return(|| {
        let wait = shared(&FLAG);
        let dropped = Arc::clone(&wait);
        let waker = acting(On::Wake, move || drop(dropped.lock().unwrap().take()));
        assert_eq!(poll_shared(&wait, &waker), Some(Poll::Pending));
        FLAG.set();
        assert!(wait.lock().unwrap().is_none());
    });
}

#[test]
fn a_replaced_waker_may_set_the_flag_when_it_is_dropped() {
    static FLAG: WaitFlag = WaitFlag::new();
    must_return(|| {
        let mut wait = FLAG.wait();
        let waker = acting(On::Drop, || FLAG.set());
        assert!(poll(&mut wait, &waker).is_pending());
        let counting = Arc::new(Counting::default());
        _ = poll(&mut wait, &Arc::clone(&counting).into());
        assert!(FLAG.get(), "the destructor ran");
        assert_eq!(counting.0.load(SeqCst), 1, "the waker that replaced it was called");
        assert!(poll(&mut wait, Waker::noop()).is_ready());
    });
}

#[test]
fn the_waker_of_a_cancelled_wait_may_set_the_flag_when_it_is_dropped() {
    static FLAG: WaitFlag = WaitFlag::new();
    must_return(|| {
        let mut stays = FLAG.wait();
        let counting = Arc::new(Counting::default());
        assert!(poll(&mut stays, &Arc::clone(&counting).into()).is_pending());
        let mut cancelled = FLAG.wait();
        let waker = acting(On::Drop, || FLAG.set());
        assert!(poll(&mut cancelled, &waker).is_pending());
        drop(cancelled);
        assert_eq!(counting.0.load(SeqCst), 1);
    });
}

#[test]
fn a_waker_may_look_at_the_flag_and_set_it_when_it_is_cloned() {
    static FLAG: WaitFlag = WaitFlag::new();
    must_return(|| {
        let mut wait = FLAG.wait();
        let looks = acting(On::Clone, || assert!(!FLAG.get()));
        assert!(poll(&mut wait, &looks).is_pending());
        let sets = acting(On::Clone, || FLAG.set());
        assert!(poll(&mut wait, &sets).is_ready(), "it looks after it has cloned");
    });
}

#[test]
fn a_task_may_be_dropped_while_it_is_woken() {
    static FLAG: WaitFlag = WaitFlag::new();
    must_return(|| {
        let wait = shared(&FLAG);
        // Met twice: once when the waker runs, and once when the wait is gone.
        let meet = Arc::new(Barrier::new(2));
        let inside = Arc::clone(&meet);
        let waker = acting(On::Wake, move || {
            inside.wait();
            inside.wait();
        });
        assert_eq!(poll_shared(&wait, &waker), Some(Poll::Pending));
        let setter = thread::spawn(|| FLAG.set());
        meet.wait();
        drop(wait.lock().unwrap().take());
        meet.wait();
        setter.join().unwrap();
    });
}

#[test]
fn a_waker_that_panics_keeps_no_other_asleep() {
    let flag: WaitFlag = WaitFlag::new();
    let counting = Arc::new(Counting::default());
    let counts = Waker::from(Arc::clone(&counting));
    let first = acting(On::Wake, || panic!("the first"));
    let second = acting(On::Wake, || panic!("the second"));
    let mut waits = [(); 5].map(|()| flag.wait());
    for (wait, waker) in waits.iter_mut().zip([&counts, &first, &counts, &second, &counts]) {
        assert!(poll(wait, waker).is_pending());
    }
    thread::scope(|scope| {
        let blocked = scope.spawn(|| flag.wait().wait());
        thread::sleep(Duration::from_millis(20));
        let panic = catch_unwind(AssertUnwindSafe(|| flag.set())).unwrap_err();
        assert_eq!(panic.downcast_ref(), Some(&"the first"), "the panic goes on");
        blocked.join().unwrap();
    });
    assert_eq!(counting.0.load(SeqCst), 3);
    assert!(waits.iter_mut().all(|wait| poll(wait, Waker::noop()).is_ready()));
    flag.clear();
    assert!(poll(&mut flag.wait(), &counts).is_pending());
    flag.set();
}

#[test]
fn a_waker_that_panics_when_it_is_cloned_leaves_the_flag_usable() {
    let flag: WaitFlag = WaitFlag::new();
    let mut wait = flag.wait();
    let waker = acting(On::Clone, || panic!("it cannot be cloned"));
    assert!(catch_unwind(AssertUnwindSafe(|| poll(&mut wait, &waker))).is_err());
    assert!(poll(&mut wait, Waker::noop()).is_pending());
    flag.set();
    assert!(poll(&mut wait, Waker::noop()).is_ready());
}

/// The number of wakers that are kept shows in how often this one is shared.
#[test]
fn nothing_is_kept_of_waits_that_are_over() {
    let flag: WaitFlag = WaitFlag::new();
    let counting = Arc::new(Counting::default());
    let waker = Waker::from(Arc::clone(&counting));
    let mut stays = flag.wait();
    for _ in 0..10_000 {
        assert!(poll(&mut stays, &waker).is_pending());
        assert!(poll(&mut flag.wait(), &waker).is_pending());
        assert!(!flag.wait().wait_timeout(Duration::from_nanos(1)));
        assert!(Arc::strong_count(&counting) <= 3, "the test's two and that of the one wait");
    }
    flag.set();
    assert_eq!(counting.0.load(SeqCst), 1, "only the one that still waits is woken");
    flag.clear();
    assert!(poll(&mut stays, &waker).is_pending());
    flag.set();
    assert!(poll(&mut stays, &waker).is_ready());
    assert_eq!(Arc::strong_count(&counting), 2, "a wait that is over keeps nothing");
}

#[test]
fn each_of_many_is_woken_once_in_turn_and_those_who_left_are_not() {
    const WAITS: usize = 10_000;
    let flag: WaitFlag = WaitFlag::new();
    let order = Arc::new(Mutex::new(Vec::new()));
    let mut waits: Vec<_> = (0..WAITS)
        .map(|number| {
            let order = Arc::clone(&order);
            let waker = acting(On::Wake, move || order.lock().unwrap().push(number));
            let mut wait = flag.wait();
            assert!(poll(&mut wait, &waker).is_pending());
            Some(wait)
        })
        .collect();
    waits.iter_mut().step_by(2).for_each(|wait| *wait = None);
    flag.set();
    flag.set();
    let order = order.lock().unwrap();
    assert!(order.iter().copied().eq((1..WAITS).step_by(2)));
}

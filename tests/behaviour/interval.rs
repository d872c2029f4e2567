//! `Interval` and `take_extremes`: totals that go on, and what happened since the last report.

use atomic_state::{AtomicState, Interval};

#[derive(AtomicState, Clone, Debug, PartialEq)]
struct Jobs {
    #[counter(increment = finish)]
    done: u64,
    #[max]
    largest: Option<u64>,
    #[nested]
    disk: Disk,
}

#[derive(AtomicState, Clone, Debug, PartialEq)]
struct Disk {
    #[counter]
    bytes: u32,
    #[min]
    fastest: Option<u32>,
}

#[test]
fn two_reporters_do_not_disturb_one_another() {
    let jobs = JobsState::new();
    let (mut second, mut minute) = (Interval::new(&jobs), Interval::new(&jobs));
    jobs.finish();
    assert_eq!(second.next(&jobs).done, 1);
    jobs.finish();
    jobs.disk().record_bytes(3);
    assert_eq!(second.next(&jobs).done, 1);
    let seen = minute.next(&jobs);
    assert_eq!((seen.done, seen.disk.bytes, jobs.done()), (2, 3, 2));
}

#[test]
fn an_interval_across_somebody_elses_take_shows_what_came_after() {
    let jobs = JobsState::new();
    (0..5).for_each(|_| jobs.finish());
    let mut interval = Interval::new(&jobs);
    jobs.take();
    (0..3).for_each(|_| jobs.finish());
    assert_eq!(interval.next(&jobs).done, 3);
}

#[test]
fn extremes_restart_while_counters_go_on() {
    let jobs = JobsState::new();
    jobs.finish();
    jobs.record_largest(70);
    jobs.disk().record_bytes(9);
    jobs.disk().record_fastest(4);
    let report = jobs.take_extremes();
    assert_eq!((report.done, report.largest, report.disk.fastest), (1, Some(70), Some(4)));
    let next = jobs.take_extremes();
    assert_eq!((next.done, next.largest), (1, None));
    assert_eq!((next.disk.bytes, next.disk.fastest), (9, None));
}

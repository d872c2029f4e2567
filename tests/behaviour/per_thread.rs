//! `#[atomic_state(per_thread)]`.

use std::thread;
use std::time::Duration;

use atomic_state::AtomicState;

#[derive(AtomicState, Clone, Debug, Default, PartialEq)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter(increment = add_byte, take = take_bytes)]
    bytes: u64,
    #[counter]
    narrow: u8,
    #[counter]
    busy: Duration,
    #[gauge(guard = enter, owned_guard = enter_owned)]
    in_flight: u32,
    #[gauge(set = set_level)]
    level: i64,
    #[max(take = take_slowest)]
    slowest: Option<Duration>,
    #[min]
    fastest: Option<i16>,
    #[flag]
    stop: bool,
}

#[test]
fn what_threads_record_adds_up() {
    let worker = WorkerState::new();
    thread::scope(|scope| {
        for thread in 1..=4_u8 {
            let worker = &worker;
            scope.spawn(move || {
                for _ in 0..1000 {
                    worker.record_bytes(2);
                    worker.add_byte();
                }
                worker.record_narrow(100);
                worker.record_busy(Duration::from_millis(5));
                worker.add_in_flight(3);
                worker.sub_in_flight(1);
                worker.record_slowest(Duration::from_secs(thread.into()));
                worker.record_fastest(-i16::from(thread));
            });
        }
    });
    let seen = worker.snapshot();
    let expected = Worker {
        bytes: 12_000,
        narrow: 144,
        busy: Duration::from_millis(20),
        in_flight: 8,
        level: 0,
        slowest: Some(Duration::from_secs(4)),
        fastest: Some(-4),
        stop: false,
    };
    assert_eq!(seen, expected);
    assert_eq!(worker.bytes(), 12_000);
}

//! Parameters of the struct, which its state takes over.

use std::thread;
use std::time::Duration;

use atomic_state::{AtomicState, CounterValue, HasState};

#[derive(AtomicState, Debug, PartialEq)]
struct Totals<T: CounterValue = u64, const N: usize = 1>
where
    T: PartialEq,
{
    #[counter]
    amount: T,
    #[counter(increment = count)]
    events: u32,
    #[flag]
    closed: bool,
}

impl<T: CounterValue + PartialEq, const N: usize> TotalsState<T, N> {
    fn capacity() -> usize {
        N
    }
}

#[test]
fn a_generic_state_counts_any_counter_value() {
    let bytes: TotalsState<u8> = TotalsState::new();
    bytes.record_amount(200);
    bytes.record_amount(100);
    assert_eq!(bytes.snapshot().amount, 44);

    let time = TotalsState::<Duration, 3>::new();
    time.record_amount(Duration::from_secs(1));
    assert_eq!(time.amount(), Duration::from_secs(1));
    assert_eq!(TotalsState::<Duration, 3>::capacity(), 3);
}

#[test]
fn a_generic_state_can_be_a_static() {
    static TOTALS: TotalsState<u16, 2> = TotalsState::new();
    TOTALS.count();
    assert_eq!(TOTALS.events(), 1);
}

#[test]
fn states_are_shared_between_threads_whatever_the_parameter() {
    fn shared<S: Send + Sync + 'static>(_: &S) {}

    /// Neither `Send` nor `Sync`. A counter of it is both, because the counter holds the integer.
    #[derive(Clone, Copy)]
    struct Pointer(*const u8, u64);

    impl CounterValue for Pointer {
        type Int = u64;

        fn into_int(self) -> u64 {
            self.1
        }

        fn from_int(int: u64) -> Self {
            Self(std::ptr::null(), int)
        }
    }

    #[derive(AtomicState)]
    struct Held {
        #[counter]
        pointer: Pointer,
    }

    let state = HeldState::new();
    shared(&state);
    thread::scope(|scope| {
        scope.spawn(|| state.record_pointer(Pointer(std::ptr::null(), 2)));
    });
    assert_eq!(state.pointer().1, 2);
    assert!(state.pointer().0.is_null());
}

#[test]
fn the_struct_names_its_state() {
    let state: <Totals<u64, 1> as HasState>::State = Totals { amount: 5, events: 1, closed: false }.into_state();
    assert_eq!(state.amount(), 5);
}

#[derive(AtomicState)]
struct Unbounded<T, U: Copy> {
    #[counter]
    amount: T,
    #[max]
    largest: Option<U>,
}

#[test]
fn the_state_adds_the_bounds_that_its_cells_need() {
    let state = UnboundedState::<u8, i64>::new();
    state.record_amount(1);
    state.record_largest(-2);
    let seen = state.snapshot();
    assert_eq!((seen.amount, seen.largest), (1, Some(-2)));
}

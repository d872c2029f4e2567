use atomic_state::{AtomicState, StoredValue};

#[derive(Clone, Copy)]
struct Celsius(i16);

impl StoredValue for Celsius {
    type Int = i16;

    fn into_int(self) -> i16 {
        self.0
    }

    fn from_int(int: i16) -> Self {
        Celsius(int)
    }
}

#[derive(AtomicState)]
struct Service {
    #[value(start = Celsius(3))]
    last: Celsius,
}

fn main() {
    let state = ServiceState::new();
    let _seen: Service = state.snapshot();
}

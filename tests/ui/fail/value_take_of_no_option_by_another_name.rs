use atomic_state::AtomicState;

type Last = u32;

#[derive(AtomicState)]
struct Service {
    #[value(take = take_last)]
    last: Last,
}

fn main() {
    let _last: u32 = ServiceState::new().take_last();
}

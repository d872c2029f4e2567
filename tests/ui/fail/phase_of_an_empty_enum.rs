use atomic_state::{AtomicState, Variants};

#[derive(Variants, Clone, Copy)]
enum Never {}

#[derive(AtomicState)]
struct Service {
    #[phase]
    life: Never,
}

fn main() {
    let _state = ServiceState::new();
}

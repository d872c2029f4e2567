use atomic_state::AtomicState;

#[derive(AtomicState)]
struct Keyboard {
    #[value]
    last: char,
}

fn main() {
    let state = KeyboardState::new();
    state.set_last(7);
}

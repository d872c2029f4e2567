//! Records of a state `per_thread` in a program, for `main.rs` to read their instructions.

use std::hint::black_box;

use atomic_state::AtomicState;

/// The state.
#[derive(AtomicState)]
#[atomic_state(per_thread)]
pub struct Worker {
    /// Bytes.
    #[counter(increment = add_byte)]
    pub bytes: u64,
    /// A narrow counter.
    #[counter]
    pub small: u8,
}

#[inline(never)]
fn case_record(state: &WorkerState, n: u64) {
    state.record_bytes(n);
}

#[inline(never)]
fn case_record_small(state: &WorkerState, n: u8) {
    state.record_small(n);
}

#[inline(never)]
fn case_increment(state: &WorkerState) {
    state.add_byte();
}

fn main() {
    let state = WorkerState::new();
    case_record(black_box(&state), black_box(3));
    case_record_small(black_box(&state), black_box(3));
    case_increment(black_box(&state));
    println!("{state:?}");
}

//! A build script that waits and records per thread.

use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Steps {
    #[counter(increment = finish_step)]
    done: u32,
    #[flag(wait = until_ready)]
    ready: bool,
}

fn main() {
    let steps = StepsState::new();
    steps.finish_step();
    steps.set_ready();
    steps.until_ready().wait();
    assert_eq!(steps.done(), 1);
    println!("cargo::rerun-if-changed=build.rs");
}

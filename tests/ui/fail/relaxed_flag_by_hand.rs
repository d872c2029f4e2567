use atomic_state::Flag;
use atomic_state::ordering::Relaxed;

static STOP: Flag<Relaxed> = Flag::new();

fn main() {
    STOP.set();
}

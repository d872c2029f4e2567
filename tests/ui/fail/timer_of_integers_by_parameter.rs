use atomic_state::{AtomicState, Histogram};

type Microseconds = u64;

#[derive(AtomicState)]
struct Servers<const N: usize> {
    #[histogram(timer = time)]
    latency: [Histogram<Microseconds>; N],
}

fn main() {
    let servers = ServersState::<2>::new();
    drop(servers.time(0));
}

use atomic_state::AtomicState;

#[derive(Clone, Copy)]
struct Point {
    x: u32,
    y: u32,
}

#[derive(AtomicState)]
struct Service {
    #[value]
    last: Point,
}

fn main() {
    let state = ServiceState::new();
    state.set_last(Point { x: 1, y: 2 });
    let seen: Service = state.snapshot();
    let _sum = seen.last.x + seen.last.y;
}

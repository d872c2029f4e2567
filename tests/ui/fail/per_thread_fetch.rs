use atomic_state::AtomicState;

#[derive(AtomicState)]
#[atomic_state(per_thread)]
struct Worker {
    #[counter(fetch = next_ticket)]
    tickets: u64,
}

fn main() {
    let state = WorkerState::new();
    let _ticket: u64 = state.next_ticket(1);
    state.local().record_tickets(1);
}

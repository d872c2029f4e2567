//! Tickets that no two threads share. `fetch` adds and returns the previous total, so each caller gets its own number.
//! All callers stop at a limit.
//!
//! ```text
//! cargo run --example ticket_limit
//! ```

use std::thread;

use atomic_state::AtomicState;

const THREADS: u64 = 8;
const LIMIT: u64 = 100_000;

/// What the ticket office has done so far.
#[derive(AtomicState)]
struct Office {
    /// Tickets asked for.
    #[counter(fetch = ask)]
    asked: u64,
}

/// Draws tickets until there are none left, and returns them.
fn draw_all(office: &OfficeState) -> Vec<u64> {
    let mut tickets = Vec::new();
    loop {
        // Not `office.asked() < LIMIT` and then `ask`: between the two, another thread could draw the last ticket.
        let ticket = office.ask(1);
        if ticket >= LIMIT {
            return tickets;
        }
        tickets.push(ticket);
    }
}

fn main() {
    let office = OfficeState::new();

    let mut tickets: Vec<u64> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS).map(|_| scope.spawn(|| draw_all(&office))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("drawing does not panic")).collect()
    });

    tickets.sort_unstable();
    assert!(tickets.into_iter().eq(0..LIMIT), "each ticket is drawn exactly once");
    // Each thread asked once more to learn that no ticket is left. The counter has no limit; only the caller knows it.
    assert_eq!(office.asked(), LIMIT + THREADS);
    println!("{THREADS} threads drew {LIMIT} tickets, each exactly once");
}

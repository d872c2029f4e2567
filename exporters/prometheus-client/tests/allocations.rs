//! What a scrape allocates. It stands alone, as it counts all that the program allocates.

use std::sync::Arc;

use atomic_state::{AtomicState, ByVariant, Variants};
use atomic_state_prometheus_client::StateCollector;
use prometheus_client::encoding::text;
use prometheus_client::registry::Registry;

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Reason {
    Timeout,
    Refused,
}

#[derive(AtomicState)]
struct Pool {
    #[counter]
    jobs: u64,
    #[gauge]
    level: i64,
    #[flag]
    ready: bool,
    #[max]
    largest: u64,
    #[counter]
    failed: ByVariant<Reason, u64>,
}

#[test]
fn a_scrape_allocates_the_same_for_any_number_of_states() {
    let [one, hundred] = [1, 100].map(|number| {
        let pools = StateCollector::<PoolState>::new("pool").unwrap();
        let states: Vec<_> = (0..number).map(|_| Arc::new(PoolState::new())).collect();
        for (number, state) in states.iter().enumerate() {
            pools.add(&[("pool", &number.to_string())], state).unwrap();
        }
        let mut registry = Registry::default();
        registry.register_collector(Box::new(pools));
        let mut page = String::with_capacity(1 << 20);
        let mut scrape = || {
            page.clear();
            text::encode(&mut page, &registry).unwrap();
        };
        scrape();
        allocation_counter::measure(scrape).count_total
    });
    assert_eq!(one, hundred);
    // The encoder's buffer, the states, and their labels, which may take the place of the states.
    assert!((2..=3).contains(&hundred), "{hundred}");
}

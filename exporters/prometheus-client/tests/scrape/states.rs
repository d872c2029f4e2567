//! States that come and go, and the mistakes in adding one.

use std::sync::Arc;

use atomic_state::{AtomicState, ByVariant, Variants};
use atomic_state_prometheus_client::{Error, StateCollector};

use crate::openmetrics;

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Reason {
    Timeout,
}

#[derive(AtomicState)]
struct Pool {
    #[counter(increment = finish)]
    jobs: u64,
    #[max]
    largest: Option<u64>,
    #[counter]
    failed: ByVariant<Reason, u64>,
}

static STATIC: PoolState = PoolState::new();

fn count(page: &str, start: &str) -> usize {
    page.lines().filter(|line| line.starts_with(start)).count()
}

#[test]
fn a_state_that_is_dropped_leaves_and_a_static_one_stays() {
    let pools = StateCollector::<PoolState>::new("pool").unwrap();
    assert_eq!(openmetrics(&pools), "# EOF\n");
    let state = Arc::new(PoolState::new());
    pools.add(&[("pool", "a")], &state).unwrap();
    pools.add(&[("pool", "b")], &STATIC).unwrap();
    let page = openmetrics(&pools);
    assert_eq!((count(&page, "pool_jobs_total"), count(&page, "# TYPE pool_jobs ")), (2, 1));
    drop(state);
    let page = openmetrics(&pools);
    assert_eq!(count(&page, "pool_jobs_total"), 1);
    assert_eq!(count(&page, "pool_jobs_total{pool=\"b\"}"), 1);

    // Its labels are free again.
    pools.add(&[("pool", "a")], &Arc::new(PoolState::new())).unwrap();
}

#[test]
fn two_states_with_the_same_labels_are_refused() {
    let pools = StateCollector::<PoolState>::new("pool").unwrap();
    let states = [(); 3].map(|()| Arc::new(PoolState::new()));
    pools.add(&[("pool", "a"), ("zone", "b")], &states[0]).unwrap();
    let error = pools.add(&[("zone", "b"), ("none", ""), ("pool", "a")], &states[1]).unwrap_err();
    assert_eq!(error, Error::SameLabels { labels: r#"pool="a", zone="b""#.to_owned() });
    pools.add(&[], &states[1]).unwrap();
    pools.add(&[("pool", "")], &states[2]).unwrap_err();
}

#[test]
fn labels_that_prometheus_refuses_are_refused() {
    let pools = StateCollector::<PoolState>::new("pool").unwrap();
    for label in ["le", "quantile", "__name__", "my-label", "2nd", ""] {
        let error = pools.add(&[(label, "a")], &STATIC).unwrap_err();
        assert_eq!(error, Error::Label { label: label.to_owned(), field: None });
    }
    let error = pools.add(&[("failed", "a")], &STATIC).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the field `failed` has the label `failed`, and the state has the label `failed` too: rename one"
    );
}

#[test]
fn extremes_since_the_last_scrape() {
    let pools = StateCollector::<PoolState>::new("pool").unwrap();
    let state = Arc::new(PoolState::new());
    pools.add(&[], &state).unwrap();
    let since_last = pools.clone().extremes_since_last_scrape();
    state.record_largest(7);
    state.finish();
    assert!(openmetrics(&pools).contains("pool_largest 7\n"));
    assert!(openmetrics(&pools).contains("pool_largest 7\n"), "it is read, not taken");
    assert!(openmetrics(&since_last).contains("pool_largest 7\n"));
    let page = openmetrics(&since_last);
    assert!(!page.contains("pool_largest") && page.contains("pool_jobs_total 1\n"), "{page}");
    state.record_largest(3);
    assert!(openmetrics(&since_last).contains("pool_largest 3\n"));
}

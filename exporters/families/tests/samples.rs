//! What samples are read from snapshots.

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Variants};
use atomic_state_families::{Families, Samples};

#[derive(Variants, Clone, Copy, Debug, PartialEq)]
enum Route {
    Home,
    Search,
}

#[derive(AtomicState)]
struct Inner {
    #[counter]
    hits: u64,
    #[gauge]
    queues: [i64; 2],
}

#[derive(AtomicState)]
struct Outer {
    #[nested]
    nothing: [Inner; 0],
    #[counter]
    busy: Duration,
    #[nested]
    routes: ByVariant<Route, Inner>,
    #[max]
    largest: Option<u64>,
    #[flag]
    ready: bool,
}

/// All samples, a line each.
fn lines(families: &Families, samples: &Samples) -> Vec<String> {
    let mut lines = Vec::new();
    for (_, family, samples) in samples.by_family(families) {
        for sample in samples {
            let labels: Vec<_> = sample.labels().map(|(name, value)| format!("{name}={value}")).collect();
            let labels = labels.join(",");
            lines.push(format!("{} {} {{{labels}}} {:?}", sample.state(), family.name(), sample.amount()));
        }
    }
    lines
}

#[test]
fn families_outside_and_states_inside() {
    let (one, two) = (OuterState::new(), OuterState::new());
    one.record_busy(Duration::from_millis(1500));
    one.routes(Route::Search).record_hits(3);
    one.routes(Route::Search).sub_queues(1, 7);
    one.record_largest(9);
    two.set_ready();

    let families = Families::of::<Outer>("app").unwrap();
    let mut samples = Samples::default();
    // A second time gives the same, so nothing is left of the first.
    for _ in 0..2 {
        samples.clear();
        samples.add(&families, &one.snapshot());
        samples.add(&families, &two.snapshot());
        assert_eq!(
            lines(&families, &samples),
            [
                "0 app_busy_seconds {} Duration(1.5s)",
                "1 app_busy_seconds {} Duration(0ns)",
                "0 app_routes_hits {routes=home} Unsigned(0)",
                "0 app_routes_hits {routes=search} Unsigned(3)",
                "1 app_routes_hits {routes=home} Unsigned(0)",
                "1 app_routes_hits {routes=search} Unsigned(0)",
                "0 app_routes_queues {routes=home,queues=0} Signed(0)",
                "0 app_routes_queues {routes=home,queues=1} Signed(0)",
                "0 app_routes_queues {routes=search,queues=0} Signed(0)",
                "0 app_routes_queues {routes=search,queues=1} Signed(-7)",
                "1 app_routes_queues {routes=home,queues=0} Signed(0)",
                "1 app_routes_queues {routes=home,queues=1} Signed(0)",
                "1 app_routes_queues {routes=search,queues=0} Signed(0)",
                "1 app_routes_queues {routes=search,queues=1} Signed(0)",
                "0 app_largest {} Unsigned(9)",
                "0 app_ready {} Unsigned(0)",
                "1 app_ready {} Unsigned(1)",
            ]
        );
    }
}

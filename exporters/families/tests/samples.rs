//! What samples are read from snapshots.

use std::time::Duration;

use atomic_state::{AtomicState, ByVariant, Histogram, Variants};
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

#[derive(AtomicState)]
struct Service {
    #[phase]
    at: Route,
    #[value]
    each: [Route; 2],
    #[value]
    last: Option<Route>,
    #[value]
    load: Option<f32>,
    #[histogram]
    latency: ByVariant<Route, Histogram<Duration>>,
}

#[test]
fn an_enum_is_a_sample_for_each_variant_and_none_where_it_is_missing() {
    let state = ServiceState::new();
    state.advance_at(Route::Search).unwrap();
    state.set_each(1, Route::Search);
    let families = Families::of::<Service>("app").unwrap();
    let mut samples = Samples::default();
    samples.add(&families, &state.snapshot());
    assert_eq!(
        lines(&families, &samples),
        [
            "0 app_at {app_at=home} Unsigned(0)",
            "0 app_at {app_at=search} Unsigned(1)",
            "0 app_each {each=0,app_each=home} Unsigned(1)",
            "0 app_each {each=0,app_each=search} Unsigned(0)",
            "0 app_each {each=1,app_each=home} Unsigned(0)",
            "0 app_each {each=1,app_each=search} Unsigned(1)",
            "0 app_latency_seconds {latency=home} Unsigned(0)",
            "0 app_latency_seconds {latency=search} Unsigned(0)",
        ]
    );
}

#[test]
fn a_histogram_shows_its_quantiles_if_asked() {
    let state = ServiceState::new();
    for _ in 0..99 {
        state.record_latency(Route::Search, Duration::from_millis(100));
    }
    state.record_latency(Route::Search, Duration::from_secs(3));
    let families = Families::of::<Service>("app").unwrap();
    let mut samples = Samples::with_quantiles(&[0.5, 1.0]);
    samples.add(&families, &state.snapshot());
    let latency: Vec<_> = samples.of(&families, 4).map(|sample| sample.spread().unwrap()).collect();
    assert_eq!((latency[0].count, latency[0].quantiles.len(), latency[0].buckets.len()), (0, 0, 0));
    assert_eq!((latency[1].count, latency[1].buckets.len()), (100, 2));
    assert!((latency[1].sum - 12.9).abs() < 1e-9);
    let [(_, median), (_, largest)] = latency[1].quantiles[..] else { panic!("two were asked for") };
    assert!((0.0957..=0.1044).contains(&median), "{median}");
    assert!((3.0..=3.27).contains(&largest), "{largest}");
}

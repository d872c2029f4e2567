//! Two fields that become metrics of one name.

use atomic_state::{AtomicState, Histogram};
use atomic_state_families::Error;

use super::{Http, refused};

macro_rules! clashes {
    ($(
        $test:ident: { $($(#[$attribute:meta])* $field:ident: $type:ty,)* }
            => $name:literal, $first:literal, $second:literal;
    )*) => {$(
        #[test]
        fn $test() {
            #[derive(AtomicState)]
            struct Clashing {
                $($(#[$attribute])* $field: $type,)*
            }

            let error = refused::<Clashing>("pool");
            let [name, first, second] = [$name, $first, $second].map(str::to_owned);
            let message = error.to_string();
            assert_eq!(error, Error::Clash { name, first, second });
            assert!(message.contains($first) && message.contains($second), "{message}");
        }
    )*};
}

clashes! {
    a_nested_field_and_one_that_is_spelt_out: {
        #[counter]
        http_requests: u64,
        #[nested]
        http: Http,
    } => "pool_http_requests", "http_requests", "http.requests";

    a_counter_and_a_gauge_that_ends_in_total: {
        #[gauge]
        request_total: u64,
        #[counter]
        request: u64,
    } => "pool_request_total", "request_total", "request";

    a_counter_and_a_gauge: {
        #[counter]
        request_total: u64,
        #[gauge]
        request: u64,
    } => "pool_request", "request_total", "request";

    two_counters_of_which_one_says_total: {
        #[counter]
        request: u64,
        #[counter]
        request_total: u64,
    } => "pool_request", "request", "request_total";

    a_unit_and_one_that_is_spelt_out: {
        #[counter(unit = "bytes")]
        sent: u64,
        #[gauge]
        sent_bytes: u64,
    } => "pool_sent_bytes", "sent", "sent_bytes";

    a_histogram_and_one_of_its_own_samples: {
        #[histogram]
        latency: Histogram<u64>,
        #[gauge]
        latency_count: u64,
    } => "pool_latency_count", "latency", "latency_count";

    a_histogram_and_a_counter_with_its_name: {
        #[counter]
        sizes: u64,
        #[histogram]
        sizes_total: Histogram<u64>,
    } => "pool_sizes_total", "sizes", "sizes_total";

    a_counter_and_the_time_of_its_creation: {
        #[counter]
        jobs: u64,
        #[gauge]
        jobs_created: u64,
    } => "pool_jobs_created", "jobs", "jobs_created";
}

//! Whole expansions, as a reader of the generated code finds them. `UPDATE_EXPECT=1` rewrites the files.

use expect_test::expect_file;
use quote::quote;

use super::expand;

#[test]
fn counter_and_flag() {
    let expansion = expand(&quote! {
        /// What one worker pool has done so far.
        pub struct Worker {
            /// Total bytes processed by all workers.
            #[counter(record = record_bytes, unit = "bytes")]
            pub bytes_processed: u64,
            /// Tells workers to stop.
            #[flag(set = request_shutdown, get = is_stopping)]
            pub should_stop: bool,
        }
    });
    expect_file!["golden/counter_and_flag.rs"].assert_eq(&expansion);
}

#[test]
fn every_key() {
    let expansion = expand(&quote! {
        #[atomic_state(name = Live, vis = pub(crate), crate = ::renamed)]
        pub struct Everything<T: Amount = u32, const N: usize = 1>
        where
            T: Copy,
        {
            #[counter(record = add, get = sent, increment = add_one, fetch = ticket, take = drain, ordering = SeqCst)]
            pub r#type: T,
            #[flag(set = close, get = is_closed, clear = reopen, try_set = close_once, ordering = SeqCst)]
            #[deprecated]
            closed: bool,
            #[counter]
            alias: my::Bytes,
            #[flag(wait = until_drained, clear = refill)]
            drained: bool,
            #[flag(wait = until_idle, ordering = SeqCst)]
            idle: my::Bool,
        }
    });
    expect_file!["golden/every_key.rs"].assert_eq(&expansion);
}

#[test]
fn gauge_extremes_and_nested() {
    let expansion = expand(&quote! {
        struct Server {
            #[gauge(set = reset, guard = enter, owned_guard = enter_owned)]
            in_flight: u32,
            #[max(take = take_slowest)]
            slowest: Option<Duration>,
            /// Summary.
            ///
            /// Details of [`Self::slowest`].
            #[doc(hidden)]
            #[min]
            fastest: Fastest,
            #[nested]
            http: Http,
            #[nested(state = library::Live)]
            hidden: library::Hidden,
        }
    });
    expect_file!["golden/gauge_extremes_and_nested.rs"].assert_eq(&expansion);
}

#[test]
fn container_keys_and_watched_gauges() {
    let expansion = expand(&quote! {
        #[atomic_state(default = counter, ordering = SeqCst, vis = pub(crate))]
        #[atomic_state(new = starting, snapshot = read, take = _)]
        #[repr(align(64))]
        #[expect(non_snake_case)]
        pub struct Server {
            hits: u64,
            #[gauge(try_guard = try_enter, guard_by = enter_many, wait_zero = drained)]
            in_flight: u32,
            #[max(of = in_flight, take = take_peak)]
            peak: u32,
            #[flag(start = true)]
            open: bool,
            #[skip]
            label: String,
        }
    });
    expect_file!["golden/container_keys_and_watched_gauges.rs"].assert_eq(&expansion);
}

#[test]
fn a_mistake_leaves_items_to_use() {
    let expansion = expand(&quote! {
        struct Worker<T> {
            #[counter]
            name: String,
            #[flag]
            stop: bool,
        }
    });
    expect_file!["golden/mistake.rs"].assert_eq(&expansion);
}

#[test]
fn per_thread() {
    let expansion = expand(&quote! {
        /// What one worker pool has done so far.
        #[atomic_state(per_thread)]
        pub struct Worker<T> {
            /// Total bytes processed by all workers.
            #[counter(increment = add_byte, take = take_bytes)]
            pub bytes: T,
            /// Jobs that are being worked on.
            #[gauge(guard = enter)]
            in_flight: u32,
            /// Tells workers to stop.
            #[flag]
            stop: bool,
        }
    });
    expect_file!["golden/per_thread.rs"].assert_eq(&expansion);
}

#[test]
fn several() {
    let expansion = expand(&quote! {
        #[atomic_state(per_thread)]
        pub struct Client {
            /// Requests that failed.
            #[counter(increment = count_error, label = "reason")]
            pub errors: ByVariant<my::Reason, u64>,
            #[gauge(guard = enter)]
            pub level: [i64; LEVELS],
            #[flag]
            closed: [bool; 2],
            #[nested]
            routes: ByVariant<Route, RouteStats>,
        }
    });
    expect_file!["golden/several.rs"].assert_eq(&expansion);
}

#[test]
fn variants() {
    let output = crate::variants(quote! {
        pub enum Reason {
            TimedOut = 1 << 3,
            #[variant(name = "refused by peer")]
            Refused,
        }
    });
    let file = syn::parse2(output).expect("the derive writes items");
    expect_file!["golden/variants.rs"].assert_eq(&prettyplease::unparse(&file));
}

#[test]
fn histograms() {
    let expansion = expand(&quote! {
        #[atomic_state(per_thread)]
        struct Server {
            /// How long requests took.
            #[histogram(timer = time_request, take = take_latency)]
            latency: Histogram<Duration>,
            #[histogram(unit = "bytes", timer = time_size, shared)]
            sizes: my::Sizes,
        }
    });
    expect_file!["golden/histograms.rs"].assert_eq(&expansion);
}

/// Twenty counters, as many as a service may have, expand to so many lines of code.
fn lines_of_twenty_counters(container: &proc_macro2::TokenStream) -> usize {
    let fields = (0..20).map(|index| {
        let name = quote::format_ident!("field_{index}");
        quote!(#[counter] pub #name: u64)
    });
    let expansion = expand(&quote! {
        #container
        pub struct Service { #(#fields),* }
    });
    expansion.lines().filter(|line| !line.trim_start().starts_with("///")).count()
}

#[test]
fn twenty_counters_stay_short() {
    let lines = lines_of_twenty_counters(&quote!());
    assert!(lines <= 640, "{lines} lines");
}

#[test]
fn twenty_counters_per_thread_stay_short() {
    let lines = lines_of_twenty_counters(&quote!(#[atomic_state(per_thread)]));
    assert!(lines <= 900, "{lines} lines");
}

#[test]
fn value() {
    let expansion = expand(&quote! {
        struct Settings {
            /// Requests per second.
            #[value(start = 100, unit = "requests", update = change_limit)]
            limit: u32,
            #[value(start = Normal, swap = swap_level, ordering = AcqRel)]
            level: Level,
            #[value(take = take_last)]
            last: Option<f32>,
        }
    });
    expect_file!["golden/value.rs"].assert_eq(&expansion);
}

#[test]
fn phase() {
    let expansion = expand(&quote! {
        struct Service {
            #[phase(wait = reaches, set = force_phase)]
            phase: Phase,
            #[phase(transitions(Closed => Open, Open => HalfOpen, HalfOpen => Closed | Open))]
            circuit: Circuit,
        }
    });
    expect_file!["golden/phase.rs"].assert_eq(&expansion);
}

//! The pages, line by line.

use atomic_state::AtomicState;
use atomic_state_prometheus_client::StateCollector;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::DescriptorEncoder;
use prometheus_client::registry::Registry;

use crate::{everything, openmetrics, prometheus};

/// The samples of the state in which nothing happened, but for those of histograms.
fn of_the_idle(page: &str) -> Vec<&str> {
    let of_histograms = ["_bucket{", "_sum{", "_count{"];
    let samples = page.lines().filter(|line| !line.starts_with('#') && line.contains("idle"));
    samples.filter(|line| !of_histograms.iter().any(|part| line.contains(part))).collect()
}

#[test]
fn each_kind_in_both_forms() {
    let (collector, _states) = everything::collector();
    let rest = [
        r#"app_ready{pool="idle"} 0"#,
        r#"app_level{pool="idle"} 0"#,
        r#"app_waiting_bytes{pool="idle"} 0"#,
        // Nothing of `largest`, `fastest` and `load`, which have no value.
        r#"app_deepest{pool="idle",deepest="0"} 0"#,
        r#"app_deepest{pool="idle",deepest="1"} 0"#,
        r#"app_deepest{pool="idle",deepest="2"} 0"#,
        r#"app_failed_total{pool="idle",failed="home"} 0"#,
        r#"app_failed_total{pool="idle",failed="search \"all\""} 0"#,
        r#"app_timeout_seconds{pool="idle"} 0"#,
        r#"app_phase{pool="idle",app_phase="starting"} 1"#,
        r#"app_phase{pool="idle",app_phase="ready"} 0"#,
        r#"app_phase{pool="idle",app_phase="stopped"} 0"#,
        r#"app_at{pool="idle",at="home",app_at="starting"} 1"#,
        r#"app_at{pool="idle",at="home",app_at="ready"} 0"#,
        r#"app_at{pool="idle",at="home",app_at="stopped"} 0"#,
        r#"app_at{pool="idle",at="search \"all\"",app_at="starting"} 1"#,
        r#"app_at{pool="idle",at="search \"all\"",app_at="ready"} 0"#,
        r#"app_at{pool="idle",at="search \"all\"",app_at="stopped"} 0"#,
        r#"app_routes_answered_total{pool="idle",routes="home"} 0"#,
        r#"app_routes_answered_total{pool="idle",routes="search \"all\""} 0"#,
        r#"app_routes_sent_bytes_total{pool="idle",routes="home"} 0"#,
        r#"app_routes_sent_bytes_total{pool="idle",routes="search \"all\""} 0"#,
    ];
    for page in [openmetrics(&collector), prometheus(&collector)] {
        let lines = of_the_idle(&page);
        let seen: Vec<_> = lines.iter().map(|line| line.replace(" 0.0", " 0")).collect();
        assert_eq!(seen[..2], [r#"app_jobs_total{pool="idle"} 0"#, r#"app_busy_seconds_total{pool="idle"} 0"#]);
        assert_eq!(seen[2..], rest);
    }
}

#[test]
fn values_are_written_as_they_are() {
    let (collector, _states) = everything::collector();
    for page in [openmetrics(&collector), prometheus(&collector)] {
        for line in [
            r#"app_jobs_total{pool="a \"b\" \\ c\nd"} 1"#,
            r#"app_busy_seconds_total{pool="a \"b\" \\ c\nd"} 1.5"#,
            r#"app_ready{pool="a \"b\" \\ c\nd"} 1"#,
            r#"app_level{pool="a \"b\" \\ c\nd"} -3"#,
            r#"app_waiting_bytes{pool="a \"b\" \\ c\nd"} 18446744073709551610"#,
            r#"app_largest{pool="a \"b\" \\ c\nd"} 70"#,
            r#"app_load{pool="a \"b\" \\ c\nd"} 0.5"#,
            r#"app_timeout_seconds{pool="a \"b\" \\ c\nd"} 30.5"#,
            r#"app_phase{pool="a \"b\" \\ c\nd",app_phase="ready"} 1"#,
            r#"app_at{pool="a \"b\" \\ c\nd",at="search \"all\"",app_at="stopped"} 1"#,
            r#"app_fastest_seconds{pool="a \"b\" \\ c\nd"} 0.00025"#,
        ] {
            assert!(page.lines().any(|other| other == line), "no line is {line}\n{page}");
        }
    }
}

/// A histogram of the state in which much happened.
fn histogram<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("{name}_");
    page.lines().filter(|line| line.starts_with(&start) && !line.contains("idle")).collect()
}

#[test]
fn histograms_have_powers_of_two_as_bounds() {
    let (collector, _states) = everything::collector();
    let page = prometheus(&collector);
    let sizes = histogram(&page, "app_sizes_bytes");
    assert_eq!(sizes.len(), 41 + 1 + 2);
    let labels = r#"pool="a \"b\" \\ c\nd""#;
    for (bound, count) in [("1", 2), ("2", 2), ("4", 3), ("1024", 3), ("2048", 4), ("+Inf", 4)] {
        let line = format!("app_sizes_bytes_bucket{{{labels},le=\"{bound}\"}} {count}");
        assert!(sizes.contains(&line.as_str()), "no line is {line}: {sizes:#?}");
    }
    assert!(sizes.contains(&format!("app_sizes_bytes_sum{{{labels}}} 1504.0").as_str()), "{sizes:#?}");
    assert!(sizes.contains(&format!("app_sizes_bytes_count{{{labels}}} 4").as_str()));
    let openmetrics = openmetrics(&collector);
    let latency = histogram(&openmetrics, "app_routes_latency_seconds");
    let bound = format!(r#"app_routes_latency_seconds_bucket{{le="0.125",{labels},routes="home"}} 1"#);
    assert!(latency.contains(&bound.as_str()), "{latency:#?}");
    assert!(latency.last().unwrap().contains(r#"le="+Inf""#));
}

#[test]
fn bounds_are_the_next_ones_up() {
    let (collector, _states) = everything::collector();
    let all = collector.clone().bounds(&[2.5]).unwrap();
    let page = prometheus(&all);
    let bounds = |page: &str, name| {
        let samples = histogram(page, name).into_iter().filter(|line| line.contains("le=") && !line.contains("search"));
        samples.map(|line| line.split("le=").nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    // 2.5 is between the bounds 2^(10/8) and 2^(11/8).
    let above = 2_f64.powf(11.0 / 8.0);
    assert_eq!(bounds(&page, "app_sizes_bytes"), [format!("\"{above}\"}} 2"), "\"+Inf\"} 4".to_owned()]);
    let one = collector.bounds_of("routes.latency", &[0.1, 0.25]).unwrap();
    let page = prometheus(&one);
    assert_eq!(bounds(&page, "app_sizes_bytes").len(), 42);
    let latency = bounds(&page, "app_routes_latency_seconds");
    assert_eq!(latency.len(), 3);
    assert!(latency[0].starts_with("\"0.105") && latency[1].starts_with("\"0.25\""), "{latency:?}");
    let error = one.clone().bounds_of("jobs", &[1.0]).unwrap_err();
    assert_eq!(error.to_string(), "no field `jobs` is a histogram");
    assert!(one.bounds(&[-1.0]).is_err());
}

#[test]
fn a_help_has_no_line_break_and_no_escaped_quote() {
    #[derive(AtomicState)]
    #[allow(clippy::doc_lazy_continuation, reason = "it is what is tested")]
    struct Hard {
        #[doc = "A \"quote\", a \\ and\na line break."]
        #[counter]
        jobs: u64,
    }

    let collector = StateCollector::<HardState>::new("app").unwrap();
    let state = std::sync::Arc::new(HardState::new());
    collector.add(&[], &state).unwrap();
    let help = |page: String| page.lines().next().unwrap().to_owned();
    assert_eq!(help(openmetrics(&collector)), r#"# HELP app_jobs A "quote", a \\ and a line break."#);
    assert_eq!(help(prometheus(&collector)), r#"# HELP app_jobs_total A "quote", a \\ and a line break."#);
}

/// By this text a collector tells whether it has to escape a help.
#[test]
fn encoders_say_by_their_debug_which_they_are() {
    #[derive(Debug)]
    struct Says(&'static str);

    impl Collector for Says {
        fn encode(&self, encoder: DescriptorEncoder<'_>) -> std::fmt::Result {
            let said = format!("{encoder:?}");
            assert!(said.starts_with(self.0), "{said}");
            Ok(())
        }
    }

    let registry = |says| {
        let mut registry = Registry::default();
        registry.register_collector(Box::new(Says(says)));
        registry
    };
    let mut page = String::new();
    prometheus_client::encoding::text::encode(&mut page, &registry("DescriptorEncoder(Text(")).unwrap();
    let prometheus = registry("DescriptorEncoder(PrometheusText(");
    prometheus_client::encoding::prometheus_text::encode(&mut page, &prometheus).unwrap();
    let protobuf = registry("DescriptorEncoder(PrometheusProtobuf(");
    prometheus_client::encoding::prometheus_protobuf::encode(&protobuf).unwrap();
}

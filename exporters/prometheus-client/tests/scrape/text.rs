//! The pages, line by line.

use atomic_state::AtomicState;
use atomic_state_prometheus_client::StateCollector;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::DescriptorEncoder;
use prometheus_client::registry::Registry;

use crate::{everything, openmetrics, prometheus};

/// The lines that have none of the words, without the first's state.
fn of_the_idle(page: &str) -> Vec<&str> {
    page.lines().filter(|line| !line.starts_with('#') && line.contains("idle")).collect()
}

#[test]
fn each_kind_in_both_forms() {
    let (collector, _states) = everything::collector();
    let rest = [
        r#"app_ready{pool="idle"} 0"#,
        r#"app_level{pool="idle"} 0"#,
        r#"app_waiting_bytes{pool="idle"} 0"#,
        // Nothing of `largest` and `fastest`, which have no sample.
        r#"app_deepest{pool="idle",deepest="0"} 0"#,
        r#"app_deepest{pool="idle",deepest="1"} 0"#,
        r#"app_deepest{pool="idle",deepest="2"} 0"#,
        r#"app_failed_total{pool="idle",failed="home"} 0"#,
        r#"app_failed_total{pool="idle",failed="search \"all\""} 0"#,
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
            r#"app_fastest_seconds{pool="a \"b\" \\ c\nd"} 0.00025"#,
        ] {
            assert!(page.lines().any(|other| other == line), "no line is {line}\n{page}");
        }
    }
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

//! What is asked of Prometheus.

use atomic_state_families::{Family, Shape};

/// The quantiles of a histogram that are shown.
const QUANTILES: [&str; 3] = ["0.5", "0.9", "0.99"];

/// Which series are shown.
const SELECTED: &str = r#"job=~"$job""#;

/// A query, and the name of each line that it gives.
pub(crate) struct Query {
    pub(crate) expression: String,
    pub(crate) legend: String,
}

/// The name of a sample that the family has in Prometheus.
pub(crate) fn sample_name(family: &Family) -> String {
    let suffix = match family.shape() {
        Shape::Counter => "_total",
        Shape::Gauge => "",
        Shape::Histogram => "_count",
    };
    format!("{}{suffix}", family.name())
}

pub(crate) fn queries(family: &Family) -> Vec<Query> {
    let name = sample_name(family);
    match family.shape() {
        Shape::Counter => vec![query(format!("rate({name}{{{SELECTED}}}[$__rate_interval])"))],
        Shape::Gauge if family.states().is_empty() => vec![query(format!("{name}{{{SELECTED}}}"))],
        Shape::Gauge => vec![query(current(family))],
        Shape::Histogram => QUANTILES.map(|quantile| of_histogram(family, quantile)).into(),
    }
}

fn query(expression: String) -> Query {
    Query { expression, legend: "__auto".to_owned() }
}

/// The index of the current variant: one of the gauges is 1, all others are 0.
fn current(family: &Family) -> String {
    let name = family.name();
    let indices = family.states().iter().enumerate().map(|(index, state)| {
        let state = state.replace('\\', r"\\").replace('"', r#"\""#).replace('\n', r"\n");
        format!(r#"{index} * {name}{{{SELECTED}, {name}="{state}"}}"#)
    });
    format!("sum without ({name}) ({})", indices.collect::<Vec<_>>().join(" or "))
}

/// A quantile over all states, apart by the labels of the field.
fn of_histogram(family: &Family, quantile: &str) -> Query {
    let labels: Vec<_> = family.labels().collect();
    let by: Vec<_> = std::iter::once("le").chain(labels.iter().copied()).collect();
    let rates = format!("rate({}_bucket{{{SELECTED}}}[$__rate_interval])", family.name());
    let legend: Vec<_> = labels.iter().map(|label| format!("{{{{{label}}}}}")).collect();
    Query {
        expression: format!("histogram_quantile({quantile}, sum by ({}) ({rates}))", by.join(", ")),
        legend: format!("{} {quantile}", legend.join(" ")).trim_start().to_owned(),
    }
}

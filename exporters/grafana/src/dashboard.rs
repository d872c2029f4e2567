//! The dashboard: a panel for each field, in two columns.

use atomic_state::AtomicState;
use atomic_state_families::{Error, Families};
use serde_json::{Value, json};

use crate::panel::panel;

/// How many columns Grafana has, and the size of a panel.
const COLUMNS: usize = 24;
const WIDTH: usize = 12;
const HEIGHT: usize = 8;

/// A Grafana dashboard for states of one type, whose metrics are in Prometheus: JSON to import, or to provision.
///
/// Each field is a panel: the rate of a counter, the level of a gauge, minimum, maximum or value, quantiles of a
/// histogram, and a timeline of a flag, phase or other enum. The prefix is that of the exporter.
///
/// The dashboard asks for its data source, and for the jobs to show.
///
/// # Errors
///
/// Those of the exporter: see [`Families::of`].
///
/// # Examples
///
/// ```
/// use atomic_state::AtomicState;
///
/// #[derive(AtomicState)]
/// struct Pool {
///     /// Jobs that were done.
///     #[counter]
///     jobs: u64,
/// }
///
/// let dashboard = atomic_state_grafana::dashboard::<Pool>("Pools", "pool")?;
/// assert_eq!(dashboard["panels"][0]["title"], "jobs");
/// assert_eq!(dashboard["panels"][0]["description"], "Jobs that were done.");
/// println!("{dashboard:#}");
/// # Ok::<(), atomic_state_grafana::Error>(())
/// ```
pub fn dashboard<T: AtomicState>(title: &str, prefix: &str) -> Result<Value, Error> {
    let families = Families::of::<T>(prefix)?;
    let panels: Vec<_> =
        families.iter().enumerate().map(|(number, family)| panel(family, number + 1, &place(number))).collect();
    // A metric that every state has, to find the jobs by.
    let known = families.iter().next().map(crate::query::sample_name).unwrap_or_default();
    Ok(json!({
        "title": title,
        "schemaVersion": 39,
        "editable": true,
        "refresh": "10s",
        "time": { "from": "now-1h", "to": "now" },
        "templating": { "list": [data_source(), jobs(&known)] },
        "panels": panels,
    }))
}

fn place(number: usize) -> Value {
    let in_a_row = COLUMNS / WIDTH;
    json!({ "x": number % in_a_row * WIDTH, "y": number / in_a_row * HEIGHT, "w": WIDTH, "h": HEIGHT })
}

fn data_source() -> Value {
    json!({ "name": "datasource", "label": "Data source", "type": "datasource", "query": "prometheus" })
}

fn jobs(known: &str) -> Value {
    json!({
        "name": "job",
        "label": "Job",
        "type": "query",
        "datasource": { "type": "prometheus", "uid": "${datasource}" },
        "query": format!("label_values({known}, job)"),
        "refresh": 2,
        "multi": true,
        "includeAll": true,
        "current": { "text": "All", "value": "$__all" },
    })
}

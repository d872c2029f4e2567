//! A panel for a field.

use atomic_state::Kind;
use atomic_state_families::{Family, Shape};
use serde_json::{Map, Value, json};

use crate::query::{Query, queries};

pub(crate) fn panel(family: &Family, id: usize, place: &Value) -> Value {
    let source = json!({ "type": "prometheus", "uid": "${datasource}" });
    let targets: Vec<_> = ('A'..='Z').zip(queries(family)).map(|(letter, query)| target(letter, &query)).collect();
    let names = names(family);
    let kind = if names.is_empty() { "timeseries" } else { "state-timeline" };
    json!({
        "id": id,
        "type": kind,
        "title": family.path(),
        "description": family.help(),
        "datasource": source,
        "gridPos": place,
        "targets": targets,
        "fieldConfig": { "defaults": defaults(family, &names), "overrides": [] },
    })
}

fn target(letter: char, query: &Query) -> Value {
    json!({ "refId": letter, "expr": query.expression, "legendFormat": query.legend })
}

/// What a value means, for one that is a condition instead of an amount.
fn names(family: &Family) -> Vec<&'static str> {
    if family.field().kind == Kind::Flag { vec!["not set", "set"] } else { family.states().to_vec() }
}

fn defaults(family: &Family, names: &[&str]) -> Value {
    if names.is_empty() {
        return json!({ "unit": unit(family), "min": minimum(family) });
    }
    let options: Map<_, _> = names
        .iter()
        .enumerate()
        .map(|(index, name)| (index.to_string(), json!({ "text": name, "index": index })))
        .collect();
    json!({ "color": { "mode": "palette-classic" }, "mappings": [{ "type": "value", "options": options }] })
}

/// Grafana's name for the unit of what is shown.
fn unit(family: &Family) -> &'static str {
    match (family.shape(), family.unit()) {
        // Seconds in each second: how many are busy.
        (Shape::Counter, Some("seconds")) => "none",
        (Shape::Counter, Some("bytes")) => "Bps",
        (Shape::Counter, _) => "cps",
        (_, Some("seconds")) => "s",
        (_, Some("bytes")) => "bytes",
        (_, Some("ratio")) => "percentunit",
        _ => "short",
    }
}

/// Where the scale begins, if values are never below.
fn minimum(family: &Family) -> Option<u8> {
    (family.shape() != Shape::Gauge).then_some(0)
}

//! A snapshot as JSON for the page, from `visit` alone: so for any state, and no field can be forgotten.

use atomic_state::{AtomicState, Distribution, Field, Value, Visitor};
use serde_json::{Value as Json, json};

/// The quantiles of a histogram that are shown.
pub(crate) const QUANTILES: [f64; 3] = [0.5, 0.9, 0.99];

/// What each value is called and what it is, in the order of [`values`].
pub(crate) fn fields<T: AtomicState>(snapshot: &T) -> Vec<Json> {
    Reading::of(snapshot).fields
}

/// All values: numbers, booleans, the names of variants, histograms as objects, and `null` where there is no value yet.
pub(crate) fn values<T: AtomicState>(snapshot: &T) -> Vec<Json> {
    Reading::of(snapshot).values
}

#[derive(Default)]
struct Reading {
    fields: Vec<Json>,
    values: Vec<Json>,
    /// The nested fields around this one, each with the value of its label if it holds several structs.
    around: Vec<(&'static str, Option<String>)>,
}

impl Reading {
    fn of<T: AtomicState>(snapshot: &T) -> Self {
        let mut reading = Self::default();
        snapshot.visit(&mut reading);
        reading
    }

    /// Several values of one field have the same name, and labels that tell them apart.
    fn describe(&self, field: &'static Field, variant: Option<usize>, value: &Value<'_>) -> Json {
        let names: Vec<_> = self.around.iter().map(|(name, _)| *name).chain([field.name]).collect();
        let labels = self.around.iter().filter_map(|(_, label)| label.clone()).chain(label(field, variant));
        json!({
            "name": names.join("."),
            "label": labels.collect::<Vec<_>>().join(" "),
            "kind": format!("{:?}", field.kind).to_lowercase(),
            "unit": field.unit,
            "help": field.help,
            "states": states(field, value),
        })
    }
}

impl Visitor for Reading {
    fn field(&mut self, field: &'static Field, variant: Option<usize>, value: Value<'_>) {
        self.fields.push(self.describe(field, variant, &value));
        self.values.push(match value {
            Value::Unsigned(number) => number.into(),
            Value::Signed(number) => number.into(),
            Value::Bool(set) => set.into(),
            Value::Variant(variant) => variant.name().into(),
            Value::Histogram(distribution) => histogram(&distribution),
            other => other.as_f64().into(),
        });
    }

    fn enter(&mut self, field: &'static Field, variant: Option<usize>) {
        self.around.push((field.name, label(field, variant)));
    }

    fn leave(&mut self, _: &'static Field, _: Option<usize>) {
        self.around.pop();
    }
}

/// Which of several values it is: the name of a variant, or the index in an array.
fn label(field: &'static Field, variant: Option<usize>) -> Option<String> {
    variant.map(|index| field.variants.get(index).map_or_else(|| index.to_string(), |&name| name.to_owned()))
}

/// What a value can be, if it is one of a few.
fn states(field: &'static Field, value: &Value<'_>) -> Json {
    match value {
        Value::Variant(variant) => variant.names().into(),
        Value::Bool(_) => json!([false, true]),
        Value::Missing if field.label.is_none() && !field.variants.is_empty() => field.variants.into(),
        _ => Json::Null,
    }
}

fn histogram(distribution: &Distribution<'_>) -> Json {
    json!({
        "count": distribution.count(),
        "sum": distribution.sum(),
        "quantiles": QUANTILES.map(|q| distribution.quantile(q)),
        "max": distribution.max(),
    })
}

//! One metric family: what a field becomes.

use atomic_state::{Field, Kind};

use crate::name::without_suffix;

/// What a metric family holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// Totals that only go up.
    Counter,
    /// Levels. Flags are 0 or 1. An enum is a gauge for each variant, 1 for the current one.
    Gauge,
    /// Distributions.
    Histogram,
}

impl Shape {
    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Counter => Self::Counter,
            Kind::Histogram => Self::Histogram,
            _ => Self::Gauge,
        }
    }

    /// What follows the family's name in the names of its samples, as `OpenMetrics` reserves them.
    pub(crate) fn suffixes(self) -> &'static [&'static str] {
        match self {
            Self::Counter => &["", "_total", "_created"],
            Self::Gauge => &[""],
            Self::Histogram => &["", "_count", "_sum", "_bucket", "_created"],
        }
    }
}

/// A label that tells the values of one field apart.
#[derive(Clone, Debug)]
pub(crate) struct FieldLabel {
    pub(crate) name: &'static str,
    /// The names of the variants. Empty if the values have indices.
    pub(crate) values: &'static [&'static str],
    /// The path of the field whose values it tells apart.
    pub(crate) path: String,
}

/// The metrics that one field becomes, of however many states.
#[derive(Clone, Debug)]
pub struct Family {
    pub(crate) name: String,
    stem: usize,
    pub(crate) shape: Shape,
    field: &'static Field,
    pub(crate) path: String,
    pub(crate) labels: Vec<FieldLabel>,
}

impl Family {
    /// The family of a field whose names so far are joined to `name`.
    pub(crate) fn of(field: &'static Field, name: &str, path: String, labels: Vec<FieldLabel>) -> Self {
        let shape = Shape::of(field.kind);
        let mut stem = name;
        if shape == Shape::Counter {
            stem = without_suffix(stem, "total");
        }
        let (stem, name) = match field.unit {
            // A name that is the unit and nothing else stays as it is.
            Some(unit) if stem == unit => (stem, stem.to_owned()),
            Some(unit) => {
                stem = without_suffix(stem, unit);
                (stem, format!("{stem}_{unit}"))
            }
            None => (stem, stem.to_owned()),
        };
        Self { stem: stem.len(), name, shape, field, path, labels }
    }

    /// The name: the prefix, the nested fields and the field, joined with `_`, and the unit. The `_total` of a counter
    /// is not in it, as encoders add it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name without the unit that [`unit_suffix`](Self::unit_suffix) returns, for encoders that add it.
    #[must_use]
    pub fn stem(&self) -> &str {
        &self.name[..self.stem]
    }

    /// The unit that is the name's last part.
    #[must_use]
    pub fn unit_suffix(&self) -> Option<&'static str> {
        self.field.unit.filter(|_| self.stem < self.name.len())
    }

    /// The unit of the values, such as `"bytes"`. That of a `Duration` is `"seconds"`.
    #[must_use]
    pub fn unit(&self) -> Option<&'static str> {
        self.field.unit
    }

    /// What the family holds.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The field that the family shows.
    #[must_use]
    pub fn field(&self) -> &'static Field {
        self.field
    }

    /// The field's path from the outermost struct, as `http.requests`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The help: the first paragraph of the field's comment, as it is.
    #[must_use]
    pub fn help(&self) -> &'static str {
        self.field.help
    }

    /// The names of the labels that every sample has. An enum's samples have one more, [`states`](Self::states).
    pub fn labels(&self) -> impl Iterator<Item = &'static str> {
        self.labels.iter().map(|label| label.name)
    }

    /// The variants that the field is in one of, if it is a phase or another enum, as far as its type alone tells. Each
    /// is a sample with a label that is named as the family.
    #[must_use]
    pub fn states(&self) -> &'static [&'static str] {
        if self.field.label.is_none() { self.field.variants } else { &[] }
    }

    /// Whether the values may be variants of an enum.
    pub(crate) fn may_be_an_enum(&self) -> bool {
        matches!(self.field.kind, Kind::Phase | Kind::Value)
    }

    /// The field that has a label of this name, if one has.
    pub(crate) fn owner_of_label(&self, name: &str) -> Option<&str> {
        let several = self.labels.iter().find(|label| label.name == name).map(|label| label.path.as_str());
        several.or_else(|| (self.may_be_an_enum() && self.name == name).then_some(self.path.as_str()))
    }
}

//! The metric families that a struct's fields become.

use std::collections::HashMap;

use atomic_state::{AtomicState, Field, Kind};

use crate::error::Error;
use crate::name::{is_label, is_name, without_suffix};

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
    fn suffixes(self) -> &'static [&'static str] {
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
    path: String,
}

/// The metrics that one field becomes, of however many states.
#[derive(Clone, Debug)]
pub struct Family {
    pub(crate) name: String,
    stem: usize,
    shape: Shape,
    field: &'static Field,
    path: String,
    pub(crate) labels: Vec<FieldLabel>,
}

impl Family {
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
    fn may_be_an_enum(&self) -> bool {
        matches!(self.field.kind, Kind::Phase | Kind::Value)
    }

    /// The field that has a label of this name, if one has.
    fn owner_of_label(&self, name: &str) -> Option<&str> {
        let several = self.labels.iter().find(|label| label.name == name).map(|label| label.path.as_str());
        several.or_else(|| (self.may_be_an_enum() && self.name == name).then_some(self.path.as_str()))
    }
}

/// A field, for the visitor to find its family by the order in which fields come. Nested fields come before their own.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub(crate) name: &'static str,
    /// The family of a field that is not nested.
    pub(crate) family: Option<usize>,
    /// Where the next field of the same struct is.
    pub(crate) next: usize,
}

/// The metric families of a struct, one for each field that is not nested.
///
/// # Examples
///
/// ```
/// use atomic_state::AtomicState;
/// use atomic_state_families::Families;
///
/// #[derive(AtomicState)]
/// struct Pool {
///     #[counter(unit = "bytes")]
///     read: u64,
///     #[gauge]
///     in_flight: u32,
/// }
///
/// let families = Families::of::<Pool>("pool")?;
/// assert_eq!(families.iter().map(|family| family.name()).collect::<Vec<_>>(), ["pool_read_bytes", "pool_in_flight"]);
/// # Ok::<(), atomic_state_families::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Families {
    families: Vec<Family>,
    pub(crate) nodes: Vec<Node>,
}

impl Families {
    /// The families of the struct's fields. Their names begin with the prefix, unless it is empty.
    ///
    /// # Errors
    ///
    /// - [`Error::Prefix`] if the prefix is no ASCII letters, digits and `_`, or starts with a digit.
    /// - [`Error::Name`] if a field's name is no such name.
    /// - [`Error::Clash`] if two fields become metrics of one name.
    /// - [`Error::Label`] if a field's label is no such name, or is `le`, `quantile`, or begins with `__`.
    /// - [`Error::LabelTwice`] if a nested field has the label of a field within it.
    pub fn of<T: AtomicState>(prefix: &str) -> Result<Self, Error> {
        if !prefix.is_empty() && !is_name(prefix) {
            return Err(Error::Prefix { prefix: prefix.to_owned() });
        }
        let mut building = Building { made: Self { families: Vec::new(), nodes: Vec::new() }, names: HashMap::new() };
        building.add(T::FIELDS, &Place { prefix, path: "", labels: &[] })?;
        Ok(building.made)
    }

    /// The families, in the order of the fields.
    #[must_use = "it does nothing by itself"]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Family> {
        self.families.iter()
    }

    /// Checks the names of the labels of a state, which are added to those of its fields.
    ///
    /// # Errors
    ///
    /// - [`Error::Label`] if `is_good` says no to a name.
    /// - [`Error::LabelTwice`] if a field or another one of these labels has the same name.
    pub fn check_labels<'a>(
        &self,
        labels: impl IntoIterator<Item = &'a str>,
        is_good: impl Fn(&str) -> bool,
    ) -> Result<(), Error> {
        let mut seen: Vec<&str> = Vec::new();
        for label in labels {
            if !is_good(label) {
                return Err(Error::Label { label: label.to_owned(), field: None });
            }
            let first = self.families.iter().find_map(|family| family.owner_of_label(label));
            if first.is_some() || seen.contains(&label) {
                return Err(Error::LabelTwice {
                    label: label.to_owned(),
                    first: first.map(str::to_owned),
                    second: None,
                });
            }
            seen.push(label);
        }
        Ok(())
    }
}

/// Where a struct is: what the names of its fields begin with, and the labels of the fields around it.
struct Place<'a> {
    prefix: &'a str,
    path: &'a str,
    labels: &'a [FieldLabel],
}

/// Families while they are being made.
struct Building {
    made: Families,
    /// The fields to which the names of samples belong.
    names: HashMap<String, String>,
}

impl Building {
    fn add(&mut self, fields: &'static [Field], place: &Place<'_>) -> Result<(), Error> {
        for field in fields {
            let [name, path] = [(place.prefix, "_"), (place.path, ".")].map(|(before, joint)| {
                if before.is_empty() { field.name.to_owned() } else { format!("{before}{joint}{}", field.name) }
            });
            if !is_name(&name) {
                return Err(Error::Name { field: path, name });
            }
            let labels = labels_of(field, &path, place.labels)?;
            let node = self.made.nodes.len();
            self.made.nodes.push(Node { name: field.name, family: None, next: 0 });
            if field.kind == Kind::Nested {
                self.add(field.fields, &Place { prefix: &name, path: &path, labels: &labels })?;
            } else {
                self.made.nodes[node].family = Some(self.made.families.len());
                self.add_family(family(field, &name, path, labels))?;
            }
            self.made.nodes[node].next = self.made.nodes.len();
        }
        Ok(())
    }

    fn add_family(&mut self, family: Family) -> Result<(), Error> {
        for suffix in family.shape.suffixes() {
            let name = format!("{}{suffix}", family.name);
            if let Some(first) = self.names.insert(name.clone(), family.path.clone()) {
                return Err(Error::Clash { name, first, second: family.path });
            }
        }
        if let Some(owner) = family.labels.iter().find(|label| family.may_be_an_enum() && label.name == family.name) {
            let first = Some(owner.path.clone());
            return Err(Error::LabelTwice { label: family.name, first, second: Some(family.path) });
        }
        self.made.families.push(family);
        Ok(())
    }
}

/// The labels of the fields around a field, and its own.
fn labels_of(field: &'static Field, path: &str, around: &[FieldLabel]) -> Result<Vec<FieldLabel>, Error> {
    let mut labels = around.to_vec();
    if let Some(name) = field.label {
        if !is_label(name) {
            return Err(Error::Label { label: name.to_owned(), field: Some(path.to_owned()) });
        }
        if let Some(first) = around.iter().find(|label| label.name == name) {
            let first = Some(first.path.clone());
            return Err(Error::LabelTwice { label: name.to_owned(), first, second: Some(path.to_owned()) });
        }
        labels.push(FieldLabel { name, values: field.variants, path: path.to_owned() });
    }
    Ok(labels)
}

fn family(field: &'static Field, name: &str, path: String, labels: Vec<FieldLabel>) -> Family {
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
    Family { stem: stem.len(), name, shape, field, path, labels }
}
